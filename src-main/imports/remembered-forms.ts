// 记住的表: what the clerk has said of a form's columns, kept by the form's shape.
import { sql } from 'kysely'
import { z } from 'zod'
import type { RememberedForm } from '../../src-shared/import-forms.ts'
import { type ImportKind, import_kind_words } from '../../src-shared/imports.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { columnName } from '../excel/cell-address.ts'
import { type FormShape, parseShape, shapeText } from './form-shape.ts'
import type { SheetColumn } from './import-sheet.ts'

const FormMapping = z.object({
  /** How far below the header the first row of data stands. */
  rows_below: z.int().positive(),
  fields: z.array(z.tuple([z.number(), z.string().nullable()])),
})
export type FormMapping = z.infer<typeof FormMapping>

export interface KnownForm extends FormMapping {
  id: number
  shape: FormShape
}

export async function knownForms(db: Db, kind: ImportKind): Promise<KnownForm[]> {
  const rows = await db
    .selectFrom('import_forms')
    .select(['id', 'shape', 'mapping'])
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, shape, mapping }) => ({
    id,
    shape: parseShape(shape),
    ...FormMapping.parse(JSON.parse(mapping)),
  }))
}

/** Of one shape only the last answer counts. */
export async function rememberForm(
  change: Change,
  form: FormMapping & { kind: ImportKind; name: string; shape: FormShape },
): Promise<void> {
  const { kind, name, rows_below, fields } = form
  const shape = shapeText(form.shape)
  const mapping = JSON.stringify({ rows_below, fields })
  const known = await change.db
    .selectFrom('import_forms')
    .select(['id', 'mapping'])
    .where('kind', '=', kind)
    .where('shape', '=', shape)
    .executeTakeFirst()
  if (known?.mapping === mapping) return
  if (known) {
    const values = { name, mapping, remembered_on: change.today }
    await change.db.updateTable('import_forms').set(values).where('id', '=', known.id).execute()
  } else {
    const values = { kind, name, shape, mapping, remembered_on: change.today }
    await change.db.insertInto('import_forms').values(values).execute()
  }
  change.describe(`记住对应关系：${import_kind_words[kind]} ${name}`)
}

export async function forgetForm(change: Change, id: number): Promise<void> {
  const form = await change.db
    .deleteFrom('import_forms')
    .where('id', '=', id)
    .returning(['kind', 'name'])
    .executeTakeFirst()
  if (form === undefined) {
    throw new UserProblem({
      code: 'form_gone',
      message: '这种表的对应关系已经不在了。',
      next: '请刷新后再看。',
    })
  }
  change.describe(`忘记对应关系：${import_kind_words[form.kind]} ${form.name}`)
}

export async function listForms(
  db: Db,
  columns: Readonly<Record<ImportKind, readonly SheetColumn[]>>,
): Promise<RememberedForm[]> {
  const rows = await db
    .selectFrom('import_forms')
    .select(['id', 'kind', 'name', 'shape', 'mapping', 'remembered_on'])
    .select(
      sql<string | null>`(SELECT max(changes.made_at) FROM import_reports
        JOIN changes ON changes.id = import_reports.change_id
        WHERE import_reports.kind = import_forms.kind AND import_reports.shape = import_forms.shape)`.as(
        'last_used_at',
      ),
    )
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ shape, mapping, ...form }) => {
    const headers = new Map(parseShape(shape))
    const used = FormMapping.parse(JSON.parse(mapping)).fields.flatMap(([column, field]) => {
      const label = columns[form.kind].find((one) => one.field === field)?.label
      return label ? [{ letter: columnName(column), header: headers.get(column) ?? '', label }] : []
    })
    return { ...form, columns: used }
  })
}

// The forms that are remembered: what goes where, and the words by which each is known again.
import { form_sources } from '../../src-shared/form-fields.ts'
import { FormMapping, type StoredForm } from '../../src-shared/forms.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addFile, removeFile } from '../files/add-file.ts'
import type { StoredObject } from '../files/file-store.ts'
import { FormShape } from './form-shape.ts'

export interface KeptForm {
  id: number
  name: string
  file_name: string
  digest: string
  mapping: FormMapping
  shape: FormShape
  filled_on: string | null
  filled_as: string
}

export async function listForms(db: Db): Promise<StoredForm[]> {
  return (await keptForms(db)).map(({ id, name, file_name, mapping, filled_on, filled_as }) => ({
    id,
    name,
    file_name,
    holds: holdsOf(mapping),
    filled_on,
    filled_as,
  }))
}

/** 每周事项、职责清单，另有 4 处单项 */
function holdsOf({ blocks, facts }: FormMapping): string {
  const titles = [...new Set(blocks.map(({ source }) => form_sources[source]))].join('、')
  const single = facts.length > 0 ? `${facts.length} 处单项` : ''
  return [titles, single].filter((words) => words !== '').join('，另有 ')
}

/** Those filled last come first. */
export async function keptForms(db: Db): Promise<KeptForm[]> {
  const forms = await db
    .selectFrom('forms')
    .innerJoin('files', 'files.id', 'forms.file_id')
    .select([
      'forms.id',
      'forms.name',
      'forms.mapping',
      'forms.shape',
      'files.name as file_name',
      'files.digest',
    ])
    .execute()
  const fillings = await db
    .selectFrom('form_fillings')
    .select(['form_id', 'filled_on', 'period'])
    .orderBy('id')
    .execute()
  const last = new Map(fillings.map((filling) => [filling.form_id, filling]))
  return forms
    .map(({ mapping, shape, ...form }) => ({
      ...form,
      mapping: FormMapping.parse(JSON.parse(mapping)),
      shape: FormShape.parse(JSON.parse(shape)),
      filled_on: last.get(form.id)?.filled_on ?? null,
      filled_as: last.get(form.id)?.period ?? '',
    }))
    .sort((one, other) => (other.filled_on ?? '').localeCompare(one.filled_on ?? '') || other.id - one.id)
}

export interface FormToKeep {
  /** Null for one that is new. */
  form_id: number | null
  name: string
  file_name: string
  /** The blank form, in the store already. */
  stored: StoredObject
  mapping: FormMapping
  shape: FormShape
}

/** Remembers a form anew or as it is now; answers its id. */
export async function keepForm(change: Change, form: FormToKeep): Promise<number> {
  const { form_id, name, stored, file_name } = form
  const values = { name, mapping: JSON.stringify(form.mapping), shape: JSON.stringify(form.shape) }
  const before =
    form_id === null
      ? undefined
      : await change.db
          .selectFrom('forms')
          .innerJoin('files', 'files.id', 'forms.file_id')
          .select(['forms.id', 'forms.file_id', 'files.digest'])
          .where('forms.id', '=', form_id)
          .executeTakeFirst()
  change.describe(`记住表样“${name}”的填法`)
  if (before?.digest === stored.digest) {
    await change.db.updateTable('forms').set(values).where('id', '=', before.id).execute()
    return before.id
  }
  const { id: file_id } = await addFile(change, stored, file_name)
  if (before === undefined) {
    const row = { ...values, file_id }
    return (await change.db.insertInto('forms').values(row).returning('id').executeTakeFirstOrThrow()).id
  }
  await change.db
    .updateTable('forms')
    .set({ ...values, file_id })
    .where('id', '=', before.id)
    .execute()
  await removeFile(change, before.file_id)
  return before.id
}

export interface Filling {
  form_id: number
  name: string
  period: string
  file_name: string
  row_count: number
}

export async function noteFilling(change: Change, { name, ...filling }: Filling): Promise<void> {
  change.describe(`填报“${name}”：${filling.file_name}（${filling.row_count} 行）`)
  await change.db
    .insertInto('form_fillings')
    .values({ ...filling, filled_on: change.today })
    .execute()
}

/** The form is not offered any more; undo brings it back, since its file stays in the store. */
export async function forgetForm(change: Change, id: number): Promise<void> {
  const form = await change.db
    .selectFrom('forms')
    .select(['name', 'file_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!form) return
  change.describe(`不再记住表样“${form.name}”`)
  await change.db.deleteFrom('form_fillings').where('form_id', '=', id).execute()
  await change.db.deleteFrom('forms').where('id', '=', id).execute()
  await removeFile(change, form.file_id)
}

import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Parsed } from '../../src-shared/contract.ts'
import type {
  FormAnswer,
  FormAtHand,
  FormBlock,
  FormPreview,
  FormSaveAnswer,
  StoredForm,
} from '../../src-shared/forms.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { makeChange } from '../database/change.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import type { Desk } from '../desk.ts'
import type { LookedAt } from '../excel/look-at-form.ts'
import { getSettings } from '../settings/settings.ts'
import { followForm } from './follow-form.ts'
import { nameOfFilled, nameOfForm } from './form-name.ts'
import { formGone, formIsCsv, formStopped, formTooBig, nothingToFill, overTheForm } from './form-problems.ts'
import { shapeOf } from './form-shape.ts'
import { blockAt, guessMapping } from './guess-mapping.ts'
import { forgetForm, type KeptForm, keepForm, keptForms, listForms, noteFilling } from './kept-forms.ts'
import { type FillPlan, periodNamed, planFilling } from './plan-filling.ts'
import { recogniseForm } from './recognise-form.ts'

export interface Forms {
  list(): Promise<StoredForm[]>
  /** A form that was dropped or chosen; one in an older format is asked about first. */
  open(input: Parsed<'forms.open'>): Promise<FormAnswer>
  /** A form that is remembered, from its kept blank. */
  use(input: Parsed<'forms.use'>): Promise<FormAnswer>
  /** The table that begins in a row she has pointed at. */
  block(input: Parsed<'forms.block'>): Promise<FormBlock>
  preview(input: Parsed<'forms.preview'>): Promise<FormPreview>
  /** 上报前体检 of the form as it would be saved now. */
  check(input: Parsed<'forms.save'>): Promise<Finding[]>
  /** Remembers what goes where without filling. */
  keep(input: Parsed<'forms.keep'>): Promise<{ form_id: number }>
  /** Asks where to, writes the filled form, and remembers it. */
  save(input: Parsed<'forms.save'>): Promise<FormSaveAnswer>
  reveal(saved_id: string): Promise<void>
  forget(id: number): Promise<void>
}

/** The one form at hand: the page knows it by its id and never has its path. */
interface Held {
  opened_id: string
  book: OpenDatabase
  form_id: number | null
  file_name: string
  /** Where it was taken from, so that it is not written over; null for one kept in the book. */
  path: string | null
  form: NonNullable<LookedAt['form']>
}

const largest_form = 5 * 1024 * 1024

/** 上报前体检 of a workbook; its room is handed in. */
export type CheckWorkbook = (path: string) => Promise<Finding[]>

export function createForms(desk: Desk, checkWorkbook: CheckWorkbook = async () => []): Forms {
  const { books, clock, dialogs, excel, incoming } = desk
  let held: Held | null = null
  /** The page knows a saved file by its id and never sees its path. */
  const saved = new Map<string, string>()
  const db = () => books.current().db

  function current(opened_id: string): Held {
    if (held?.opened_id === opened_id && held.book === books.current()) return held
    throw formGone()
  }

  async function openWith(
    looked: LookedAt,
    from: Pick<Held, 'file_name' | 'path'>,
    only: number | null,
  ): Promise<FormAnswer> {
    if (looked.form === null) throw formIsCsv(from.file_name)
    const { picture, bytes } = looked.form
    if (bytes.length > largest_form) throw formTooBig(from.file_name)
    const kept = (await keptForms(db())).filter(({ id }) => only === null || id === only)
    const found = recogniseForm(kept, picture)
    held = {
      ...from,
      opened_id: randomUUID(),
      book: books.current(),
      form_id: found?.form.id ?? null,
      form: looked.form,
    }
    const form: FormAtHand = {
      opened_id: held.opened_id,
      file_name: from.file_name,
      name: found?.form.name ?? nameOfForm(from.file_name),
      picture,
      is_converted: looked.format !== 'xlsx',
      ...(found
        ? knownForm(found, picture)
        : { mapping: guessMapping(picture, from.file_name), known: null }),
    }
    return { state: 'open', form }
  }

  async function plan({ opened_id, mapping, on }: Parsed<'forms.preview'>): Promise<FillPlan> {
    const { picture } = current(opened_id).form
    return planFilling({ db: db(), today: clock.today(), on, picture, mapping })
  }

  async function fileName(
    name: string,
    { mapping }: Parsed<'forms.preview'>,
    period: string,
  ): Promise<string> {
    const { department_name } = await getSettings(db())
    const kind = periodNamed(mapping) ?? 'all'
    const ending = held !== null && extname(held.file_name).toLowerCase() === '.xlsm' ? '.xlsm' : '.xlsx'
    const around = { department: department_name, period: kind, title: period, today: clock.today(), ending }
    return nameOfFilled(name, around)
  }

  /** The blank form goes into the store before the row that points at it. */
  async function remember(
    method: string,
    { opened_id, mapping, name, is_new }: Parsed<'forms.keep'>,
    filling: Omit<Parameters<typeof noteFilling>[1], 'form_id' | 'name'> | null,
  ): Promise<number> {
    const { form, file_name, book, ...held_form } = current(opened_id)
    const form_id = is_new ? null : held_form.form_id
    const bytes = new Uint8Array(form.bytes)
    const stored = await books.files().put({ name: file_name, size: bytes.length, source: { bytes } })
    const shape = shapeOf(form.picture, mapping)
    const kept = await makeChange(book, clock, { method }, async (change) => {
      const id = await keepForm(change, { form_id, name, file_name, stored, mapping, shape })
      if (filling !== null) await noteFilling(change, { ...filling, form_id: id, name })
      return id
    })
    if (held?.opened_id === opened_id) held.form_id = kept
    return kept
  }

  return {
    list: () => listForms(db()),
    async open({ token, converts }) {
      const path = incoming.pathOf(token)
      const file_name = basename(path)
      const looked = await excel.look({ path, converts })
      if (looked.format === 'csv') throw formIsCsv(file_name)
      if (looked.form === null) return { state: 'convert', token, file_name }
      const name = looked.format === 'xlsx' ? file_name : `${basename(path, extname(path))}.xlsx`
      return openWith(looked, { file_name: name, path }, null)
    },
    async use({ form_id }) {
      const form = (await keptForms(db())).find(({ id }) => id === form_id)
      if (form === undefined) throw formGone()
      const bytes = await books.files().read(form.digest)
      const looked = await excel.look({ path: form.file_name, bytes, converts: false })
      return openWith(looked, { file_name: form.file_name, path: null }, form_id)
    },
    async block({ opened_id, ...wanted }) {
      const block = blockAt(current(opened_id).form.picture, wanted)
      if (block === null) throw formGone()
      return block
    },
    async preview(question) {
      const { preview } = await plan(question)
      return { ...preview, file_name: await fileName(question.name, question, preview.period) }
    },
    async check(input) {
      const { edits } = await plan(input)
      if (edits.sheets.length === 0) return []
      const { form, file_name } = current(input.opened_id)
      const folder = await mkdtemp(join(tmpdir(), 'duty-ledger-'))
      try {
        const path = join(folder, file_name)
        await excel.patch({ name: file_name, bytes: form.bytes }, path, edits)
        return await checkWorkbook(path)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    async keep(input) {
      return { form_id: await remember('forms.keep', input, null) }
    },
    async save(input) {
      const { edits, preview } = await plan(input)
      if (edits.sheets.length === 0) throw nothingToFill()
      const stops = preview.issues.filter(({ level }) => level === 'stop').map(({ message }) => message)
      if (stops.length > 0) throw formStopped(stops)
      const suggested = await fileName(input.name, input, preview.period)
      const chosen = await dialogs.chooseWhereToSave('保存填好的表', suggested)
      if (chosen === null) return { state: 'cancelled' }
      const ending = extname(suggested)
      const out = extname(chosen).toLowerCase() === ending ? chosen : `${chosen}${ending}`
      const { form, path, file_name } = current(input.opened_id)
      if (path !== null && resolve(out) === resolve(path)) throw overTheForm()
      await excel.patch({ name: file_name, bytes: form.bytes }, out, edits)
      const { period, rows } = preview
      const filling = { period, file_name: basename(out), row_count: rows }
      const form_id = await remember('forms.save', input, filling)
      const saved_id = randomUUID()
      saved.set(saved_id, out)
      const { files } = await incoming.take([{ path: out }])
      const where = { file_name: basename(out), folder: dirname(out), token: files[0]?.token ?? null }
      return { state: 'saved', ...where, rows, saved_id, form_id }
    },
    async reveal(saved_id) {
      const path = saved.get(saved_id)
      if (path === undefined) throw formGone()
      dialogs.showInFolder(path)
    },
    async forget(id) {
      await makeChange(books.current(), clock, { method: 'forms.forget' }, (change) => forgetForm(change, id))
    },
  }
}

function knownForm(
  { form, match }: NonNullable<ReturnType<typeof recogniseForm>>,
  picture: FormAtHand['picture'],
): Pick<FormAtHand, 'mapping' | 'known'> {
  const { mapping, differences } = followForm(form.mapping, match, picture)
  const { id: form_id, filled_on, filled_as }: KeptForm = form
  return { mapping, known: { form_id, filled_on, filled_as, differences } }
}

import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { FormsToSend } from '../../src-shared/collection.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { type Change, makeChange } from '../database/change.ts'
import type { Desk } from '../desk.ts'
import { formWorkbook } from './form-workbook.ts'
import { type PlannedForm, planForms } from './plan-forms.ts'
import { packSentRows } from './sent-rows.ts'
import { weekWords } from './week-words.ts'

export interface SentForms {
  folder: string
  file_names: string[]
  rows: number
}

/**
 * Asks for a folder, writes a workbook a form and keeps what each of them said. A form is recorded only once its file
 * is there; none is written over a file that may have come back filled in. Null when cancelled.
 */
export async function sendForms(
  { books, clock, dialogs, excel }: Pick<Desk, 'books' | 'clock' | 'dialogs' | 'excel'>,
  wish: FormsToSend,
): Promise<SentForms | null> {
  const book = books.current()
  const forms = await planForms(book.db, clock.today(), wish)
  if (forms.length === 0) throw nobodyLeft()
  const folder = await dialogs.chooseFolder('把表存到哪个文件夹')
  if (folder === null) return null
  const written: (PlannedForm & { file_name: string })[] = []
  try {
    for (const planned of forms) {
      const file_name = await freeName(folder, planned.name)
      await excel.write(join(folder, file_name), formWorkbook(planned.form))
      written.push({ ...planned, file_name })
    }
  } finally {
    // A stick that is full after three files holds three that may come back.
    if (written.length > 0) {
      await makeChange(book, clock, { method: 'collection.send' }, (change) =>
        recordForms(change, wish, written),
      )
    }
  }
  return {
    folder,
    file_names: written.map(({ file_name }) => file_name),
    rows: written.reduce((sum, { form }) => sum + form.rows.length, 0),
  }
}

async function recordForms(
  change: Change,
  { week_monday }: FormsToSend,
  written: readonly (PlannedForm & { file_name: string })[],
): Promise<void> {
  change.describe(`制发${weekWords(week_monday)}收报表 ${written.length} 份`)
  await change.db
    .insertInto('collection_forms')
    .values(
      written.map(({ group_id, staff_id, file_name, form }) => ({
        code: form.code,
        week_monday,
        group_id,
        staff_id,
        file_name,
        sent_on: change.today,
        sent_rows: packSentRows(form.rows),
      })),
    )
    .execute()
}

/** `第47周周报-党建组.xlsx`, or with （2） behind it. */
async function freeName(folder: string, name: string): Promise<string> {
  const plain = name.replace(/[\\/:*?"<>|\r\n\t]/g, '')
  for (let count = 1; ; count += 1) {
    const file_name = `${plain}${count === 1 ? '' : `（${count}）`}.xlsx`
    if (!(await isThere(join(folder, file_name)))) return file_name
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

function nobodyLeft(): UserProblem {
  return new UserProblem({
    code: 'nobody_to_send',
    message: '选中的组别或人员已经不在名册里，没有制表。',
    next: '请刷新后重新选择。',
  })
}

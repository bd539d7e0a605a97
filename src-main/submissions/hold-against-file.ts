// 与上报件对比 and 另存原件: what can be done with the file that was handed in.
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { UserProblem } from '../../src-shared/problem.ts'
import { ReportRequest } from '../../src-shared/reports.ts'
import type { SubmissionComparison } from '../../src-shared/submissions.ts'
import type { Desk } from '../desk.ts'
import type { Excel } from '../excel/excel.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import type { Paper } from '../reports/report.ts'
import { drawReport } from '../reports/save-report.ts'
import { getSettings } from '../settings/settings.ts'
import { compareTables } from './compare-tables.ts'
import { comparisonPaper } from './comparison-paper.ts'
import { findTextTables, type TextTable, textTableOf } from './sheet-rows.ts'
import { getSubmission, isPdf } from './submissions.ts'

type Sent = Awaited<ReturnType<typeof getSubmission>>

/** The report drawn now, row by row against the frozen file. */
export async function compareWithFile(
  { books, clock, excel }: Pick<Desk, 'books' | 'clock' | 'excel'>,
  id: number,
): Promise<SubmissionComparison> {
  const { db } = books.current()
  const sent = await getSubmission(db, id)
  if (sent.request === '') throw notOurs(sent)
  if (isPdf(sent.file_name)) throw isNoWorkbook(sent)
  const request = ReportRequest.parse(JSON.parse(sent.request))
  const now = await wholeTables(await drawReport(db, clock.today(), request))
  const path = await soundOriginal(books, sent)
  const { sheets } = await readNamed(excel, path, sent.file_name)
  const [sheet] = sheets
  return compareTables(sheet ? findTextTables(sheet, now) : [], now)
}

/** The differences as a workbook of their own. */
export async function drawComparison(
  desk: Pick<Desk, 'books' | 'clock' | 'excel'>,
  id: number,
): Promise<Paper> {
  const { db } = desk.books.current()
  const sent = await getSubmission(db, id)
  const around = { settings: await getSettings(db), today: desk.clock.today() }
  return comparisonPaper(around, sent, await compareWithFile(desk, id))
}

/** Gives back the very bytes, once they are found to be what was frozen. Null when the clerk changed her mind. */
export async function saveOriginal(
  { books, dialogs }: Pick<Desk, 'books' | 'dialogs'>,
  id: number,
): Promise<string | null> {
  const sent = await getSubmission(books.current().db, id)
  const original = await soundOriginal(books, sent)
  const path = await dialogs.chooseWhereToSave('另存上报原件', sent.file_name)
  if (path === null) return null
  const whole = extname(path) === '' ? `${path}${extname(sent.file_name)}` : path
  await copyFile(original, whole)
  return whole
}

async function soundOriginal(books: Desk['books'], sent: Sent): Promise<string> {
  const store = books.files()
  const found = await store.examine({ digest: sent.digest, size: sent.file_size })
  if (found.state === 'sound') return store.pathOf(sent.digest)
  throw new UserProblem({
    code: 'original_not_sound',
    message:
      found.state === 'missing'
        ? `“${sent.file_name}”的原件不在文件夹里了。`
        : `“${sent.file_name}”的原件和登记时不一样，摘要对不上。`,
    where: `登记时的 SHA-256：${sent.digest}`,
    next: '请在“备份与恢复”里从备份取回；在那以前不要把它当作上报原件。',
  })
}

/** The store names files by their digests; the reader wants to know what it is. */
async function readNamed(excel: Excel, path: string, name: string): Promise<ReadWorkbook> {
  const folder = await mkdtemp(join(tmpdir(), 'duty-ledger-'))
  try {
    const copy = join(folder, basename(name))
    await copyFile(path, copy)
    return await excel.read(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function wholeTables({ sheet, pages }: Paper): Promise<TextTable[]> {
  const last = sheet.tables.at(-1)
  const rows = [...(last?.rows ?? [])]
  for (let more = await pages?.(); more; more = await pages?.()) rows.push(...more)
  return sheet.tables.map((table) => textTableOf(table === last ? { ...table, rows } : table))
}

function isNoWorkbook({ title }: Sent): UserProblem {
  return new UserProblem({
    code: 'submission_is_pdf',
    message: `“${title}”登记的是 PDF，没有可以逐行对比的内容。`,
    next: '可以用“另存原件”取出来看；要对比的报表，请登记 Excel 工作簿。',
  })
}

function notOurs({ title }: Sent): UserProblem {
  return new UserProblem({
    code: 'not_from_a_report',
    message: `“${title}”不是从本程序的报表导出的，没有可以对比的内容。`,
    next: '可以用“另存原件”取出当时的文件核对。',
  })
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Finding, Preflight, ShownSheet } from '../../src-shared/preflight.ts'
import type { ReportRequest } from '../../src-shared/reports.ts'
import { plainName } from '../../src-shared/staff.ts'
import type { Db } from '../database/tables.ts'
import type { Desk } from '../desk.ts'
import { parseAddress } from '../excel/cell-address.ts'
import type { NextPage } from '../excel/excel.ts'
import type { ReadSheet, SheetToWrite } from '../excel/workbook.ts'
import { createPace, type Pace } from '../imports/pace.ts'
import { installedFonts } from '../reports/choose-fonts.ts'
import type { Paper } from '../reports/report.ts'
import { drawReport } from '../reports/save-report.ts'
import { listStaff } from '../staff/list-staff.ts'
import { checkLongReport } from './check-long-report.ts'
import { checkPackage, isCleanable } from './check-package.ts'
import { cellExaminer, examine } from './preflight.ts'
import { recordRoutes } from './record-routes.ts'

type Tools = Pick<Desk, 'books' | 'clock' | 'excel'>

/** 体检 of any workbook that was dropped or chosen. */
export async function preflightFile(
  tools: Tools & Pick<Desk, 'incoming'>,
  token: string,
): Promise<Preflight> {
  const { book, facts, findings } = await look(tools, tools.incoming.pathOf(token))
  return {
    file_name: tools.incoming.get(token).name,
    findings,
    sheets: book.sheets.filter(({ is_hidden }) => !is_hidden).map((sheet) => shown(sheet, findings)),
    is_cleanable: facts !== null && isCleanable(facts),
  }
}

/** The same of a workbook that is about to be saved. */
export async function preflightPath(tools: Tools, path: string): Promise<Finding[]> {
  return (await look(tools, path)).findings
}

/** 体检 of one of our reports: of the very workbook that would be exported, each finding with the record behind it. */
export async function preflightReport(tools: Tools, request: ReportRequest): Promise<Finding[]> {
  return await preflightPaper(tools, await drawReport(tools.books.current().db, tools.clock.today(), request))
}

/** The same of any paper of ours. */
export async function preflightPaper(
  tools: Tools,
  { sheet, further = [], pages }: Paper,
): Promise<Finding[]> {
  const { db } = tools.books.current()
  const folder = await mkdtemp(join(tmpdir(), 'duty-ledger-'))
  const path = join(folder, 'report.xlsx')
  try {
    if (pages) return await recordRoutes(db, await lookAtSlices(tools, path, sheet, pages))
    await tools.excel.write(path, { sheets: [sheet, ...further] })
    return (await look(tools, path)).findings
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function lookAtSlices(
  { books, clock, excel }: Tools,
  path: string,
  sheet: SheetToWrite,
  pages: NextPage,
) {
  const today = clock.today()
  const people = await everybody(books.current().db, today)
  const examineCells = cellExaminer({ people, today }, ownPace())
  return await checkLongReport(sheet, pages, {
    async read(head, slice) {
      await excel.writePaged(path, head, slice)
      return await excel.read(path)
    },
    async check(book, is_first, say) {
      await examineCells(book, say)
      if (!is_first) return
      const ground = { book, people, today, installed: await installedFonts() }
      const facts = await excel.examine(path)
      for (const finding of checkPackage({ ...ground, facts })) say(finding, '')
    },
  })
}

async function look({ books, clock, excel }: Tools, path: string) {
  const book = await excel.read(path)
  const facts = await excel.examine(path)
  const { db } = books.current()
  const people = await everybody(db, clock.today())
  const ground = { book, facts, people, installed: await installedFonts(), today: clock.today() }
  return { book, facts, findings: await recordRoutes(db, await examine(ground, ownPace())) }
}

/** Nobody stops it or asks how far it is, but others get their turn. */
function ownPace(): Pace {
  return createPace(new AbortController().signal, () => undefined)
}

async function everybody(db: Db, today: string): Promise<Set<string>> {
  return new Set((await listStaff(db, today, true)).map(({ name }) => plainName(name)))
}

const first_rows = 200
const around = 3
const most_columns = 60

/** The beginning of a sheet, and what lies around its findings. */
function shown({ name, rows }: ReadSheet, findings: readonly Finding[]): ShownSheet {
  const wanted = new Set<number>()
  for (const { sheet, address } of findings) {
    const place = parseAddress(address)
    if (sheet !== name || !place) continue
    for (let row = place.row - around; row <= place.row + around; row += 1) wanted.add(row)
  }
  const kept = rows.filter(({ number }, at) => at < first_rows || wanted.has(number))
  const columns = Math.max(1, ...kept.map(({ cells }) => cells.at(-1)?.column ?? 1))
  return {
    name,
    columns: Math.min(columns, most_columns),
    rows: kept.map(({ number, cells }) => ({
      number,
      cells: cells
        .filter(({ column }) => column <= most_columns)
        .map(({ column, text }) => ({ column, text: text.slice(0, 200) })),
    })),
  }
}

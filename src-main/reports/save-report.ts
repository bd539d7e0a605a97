import { randomUUID } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { type PaperRequest, paper_words } from '../../src-shared/absences.ts'
import type { PaperLayout, PaperView } from '../../src-shared/paper.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import {
  type PaperAnswer,
  type ReportAnswer,
  type ReportExport,
  type ReportFormat,
  type ReportRequest,
  report_titles,
} from '../../src-shared/reports.ts'
import { workWeekOf } from '../../src-shared/working-days.ts'
import type { Now } from '../absences/absence-rules.ts'
import { makeChange } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import type { Desk } from '../desk.ts'
import type { Excel } from '../excel/excel.ts'
import { saveFile } from '../excel/save-file.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { listGroups } from '../settings/groups.ts'
import { getSettings } from '../settings/settings.ts'
import { getLock } from '../weekly/locks.ts'
import { drawAbsencePaper } from './absence-papers.ts'
import { chooseFonts, facesOf, type InstalledFonts, installedFonts } from './choose-fonts.ts'
import { createHeldPapers } from './held-papers.ts'
import { columnNames, layOutPaper, ownLayout, rememberedLayout, rememberLayout } from './paper-layout.ts'
import { viewPaper } from './paper-view.ts'
import type { Paper } from './report.ts'
import { createReportPdf, most_pdf_rows, tooLongForPdf } from './report-pdf.ts'
import { reports } from './reports.ts'

export interface Reports {
  /** The report as the page draws it. */
  preview(request: ReportRequest): Promise<PaperView>
  /** Asks where to, writes the file and answers what it is called. */
  save(request: ReportExport): Promise<ReportAnswer>
  /** The same for a paper of 离岗顶岗. */
  print(now: Now, request: PaperRequest): Promise<PaperAnswer>
  /** The same for a paper that is no report of the list; held back when its 体检 finds what must be mended. */
  savePaper(title: string, paper: Paper): Promise<PaperAnswer>
  /** Saves what was held back, as it is. */
  saveHeld(held_id: string): Promise<ReportAnswer>
  /** The sheet of this name of what was checked, as the page draws it; the first one for any other name. */
  viewHeld(held_id: string, sheet: string): Promise<PaperView>
  /** The same for a PDF; it is drawn only when the clerk has said where to. */
  savePdf(title: string, file_name: string, rows: number, draw: () => Promise<Buffer>): Promise<ReportAnswer>
  /** For the window that prints a report. */
  toPrint(ticket: string): PaperView
  /** Shows a saved report in its folder. */
  reveal(saved_id: string): Promise<void>
}

/** 上报前体检 of a paper; its room is handed in, since it works with reports itself. */
export type CheckPaper = (paper: Paper) => Promise<Finding[]>

export function createReports(desk: Desk, check: CheckPaper = async () => []): Reports {
  const { books, clock, dialogs, excel, incoming } = desk
  const pdf = createReportPdf(desk)
  const held_papers = createHeldPapers()
  /** The page knows a saved file by its id and never sees its path. */
  const saved = new Map<string, string>()
  const draw = async (request: ReportRequest) =>
    drawWhole(books.current().db, clock.today(), request, await installedFonts())

  async function saveChecked(title: string, given: Paper): Promise<PaperAnswer> {
    const paper = await withFonts(books.current().db, given)
    // Rows that come page by page come only once, and thousands of them are read by nobody.
    if (paper.pages) return await savePaper(title, paper, 'xlsx')
    const findings = await check(paper)
    const checked = { held_id: held_papers.hold({ title, paper }), findings }
    if (findings.some(({ grade }) => grade === 'must')) return { state: 'held', ...checked }
    const answer = await savePaper(title, paper, 'xlsx')
    return answer.state === 'saved' ? { ...answer, check: checked } : answer
  }

  async function savePaper(title: string, paper: Paper, format: ReportFormat): Promise<ReportAnswer> {
    const chosen = await dialogs.chooseWhereToSave(title, withEnding(paper.file_name, format))
    if (chosen === null) return { state: 'cancelled' }
    const path = withEnding(chosen, format)
    await write(excel, path, paper)
    return await remember(path, paper.rows)
  }

  async function savePdf(title: string, file_name: string, rows: number, draw: () => Promise<Buffer>) {
    const chosen = await dialogs.chooseWhereToSave(title, file_name)
    if (chosen === null) return { state: 'cancelled' as const }
    const path = withEnding(chosen, 'pdf')
    await saveFile(path, await draw())
    return await remember(path, rows)
  }

  async function saveReportPdf(title: string, { paper, ...around }: Drawn): Promise<ReportAnswer> {
    const { rows, sheet, file_name } = paper
    if (rows > most_pdf_rows) throw tooLongForPdf(sheet.title, rows)
    return await savePdf(title, withEnding(file_name, 'pdf'), rows, async () =>
      pdf.draw(await viewPaper(paper, around, most_pdf_rows)),
    )
  }

  /** A saved file can be registered as handed in (上报记录) by its token. */
  async function remember(path: string, rows: number): Promise<ReportAnswer> {
    const saved_id = randomUUID()
    saved.set(saved_id, path)
    const [taken] = (await incoming.take([{ path }])).files
    const file_name = basename(path)
    return {
      state: 'saved',
      file_name,
      folder: dirname(path),
      rows: rows,
      saved_id,
      ...(taken ? { token: taken.token } : {}),
    }
  }

  return {
    async preview(request) {
      const { paper, ...around } = await draw(request)
      return await viewPaper(paper, around)
    },
    async save({ format, ...request }) {
      const drawn = await draw(request)
      const title = `导出${report_titles[request.report]}`
      const answer = await (format === 'pdf'
        ? saveReportPdf(title, drawn)
        : savePaper(title, drawn.paper, format))
      if (answer.state === 'saved' && request.layout !== null) {
        await makeChange(books.current(), clock, { method: 'reports.save' }, async (change) => {
          change.describe(`记住“${report_titles[request.report]}”的纸张和列`)
          await rememberLayout(change, request.report, drawn.layout)
        })
      }
      return answer
    },
    async print(now, request) {
      const paper = await drawAbsencePaper(books.current().db, now, request)
      return await saveChecked(`导出${paper_words[request.paper]}`, paper)
    },
    savePaper: saveChecked,
    async saveHeld(held_id) {
      const { title, paper } = held_papers.get(held_id)
      return await savePaper(title, paper, 'xlsx')
    },
    viewHeld: async (held_id, sheet) => viewSheet(held_papers.get(held_id).paper, sheet),
    savePdf,
    toPrint: pdf.toPrint,
    async reveal(saved_id) {
      const path = saved.get(saved_id)
      if (path === undefined) {
        throw new UserProblem({
          code: 'report_gone',
          message: '找不到刚才导出的文件。',
          next: '请在保存时选的文件夹里查看，或重新导出。',
        })
      }
      dialogs.showInFolder(path)
    },
  }
}

/** A sheet of a paper whose layout is its own. */
function viewSheet(paper: Paper, name: string): Promise<PaperView> {
  const sheet = paper.further?.find((other) => other.name === name) ?? paper.sheet
  return viewPaper({ ...paper, sheet }, { layout: ownLayout(sheet), columns: [], font_notes: [] })
}

/** The fonts of the settings, for a paper that names none. */
async function withFonts(db: Db, paper: Paper): Promise<Paper> {
  if (paper.sheet.fonts) return paper
  const fonts = facesOf(chooseFonts(await getSettings(db), await installedFonts()))
  const further = paper.further?.map((sheet) => ({ ...sheet, fonts }))
  return { ...paper, sheet: { ...paper.sheet, fonts }, ...(further ? { further } : {}) }
}

function withEnding(name: string, format: ReportFormat): string {
  return name.toLowerCase().endsWith(`.${format}`)
    ? name
    : `${name.replace(/\.(xlsx|csv|pdf)$/i, '')}.${format}`
}

async function write(excel: Excel, path: string, { sheet, further = [], rows, pages }: Paper): Promise<void> {
  if (pages) await excel.writePaged(path, { ...sheet, row_count: rows }, pages)
  else await excel.write(path, { sheets: [sheet, ...further] })
}

interface Drawn {
  paper: Paper
  layout: PaperLayout
  columns: string[]
  font_notes: string[]
}

async function drawWhole(
  db: Db,
  today: string,
  request: ReportRequest,
  installed: InstalledFonts,
): Promise<Drawn> {
  const groups = await listGroups(db)
  const settings = await getSettings(db)
  const locked = request.lock_id === null ? null : await getLock(db, request.lock_id)
  const plain = await reports[request.report]({
    db,
    // A paper from a snapshot is dated as it would have been then.
    today: locked?.locked_on ?? today,
    settings,
    group_id: request.group_id,
    publication_id: request.publication_id,
    as_of: request.as_of,
    staff_id: request.staff_id,
    period: request.period,
    by: request.by,
    from_id: request.from_id,
    to_id: request.to_id,
    search: request.search,
    lock_id: request.lock_id,
    group_name: groups.find(({ id }) => id === request.group_id)?.name ?? '',
    staff_name: await nameOfPerson(db, request.staff_id),
    week_monday: locked?.week_monday ?? request.week_monday ?? workWeekOf(today, await holidayTable(db)),
  })
  const layout = request.layout ?? (await rememberedLayout(db, request.report)) ?? ownLayout(plain.sheet)
  const fonts = chooseFonts(settings, installed)
  return {
    paper: layOutPaper(plain, layout, facesOf(fonts)),
    layout,
    columns: columnNames(plain.sheet),
    font_notes: fonts.flatMap(({ words }) => (words === '' ? [] : [words])),
  }
}

async function nameOfPerson(db: Db, staff_id: number | null): Promise<string> {
  const person = await db.selectFrom('staff').select('name').where('id', '=', staff_id).executeTakeFirst()
  return person?.name ?? ''
}

/** The report as it would be printed today on a PC that has all fonts. */
export async function drawReport(db: Db, today: string, request: ReportRequest): Promise<Paper> {
  return (await drawWhole(db, today, request, undefined)).paper
}

// The papers of 年度整理: as PDF in real millimetres, and as workbooks.
import { randomUUID } from 'node:crypto'
import { type ArchiveItem, byPlace, samePlace } from '../../src-shared/archive-items.ts'
import {
  type ArchivePaperRequest,
  type ArchivePapers,
  archive_papers,
} from '../../src-shared/archive-papers.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { PaperAnswer, ReportAnswer } from '../../src-shared/reports.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { listBoxes } from '../archive/boxes.ts'
import { itemsOfYear } from '../archive/items.ts'
import type { Db } from '../database/tables.ts'
import type { Desk } from '../desk.ts'
import { getSettings } from '../settings/settings.ts'
import { archiveWorkbook } from './archive-workbook.ts'
import type { Reports } from './save-report.ts'

export interface ArchivePrinting {
  /** For the window that prints: what waits under this ticket. */
  toPrint(ticket: string): Promise<ArchivePapers>
  savePdf(request: ArchivePaperRequest): Promise<ReportAnswer>
  saveWorkbook(request: ArchivePaperRequest): Promise<PaperAnswer>
}

export function createArchivePrinting(
  { books, clock, printPage }: Pick<Desk, 'books' | 'clock' | 'printPage'>,
  reports: Pick<Reports, 'savePaper' | 'savePdf'>,
): ArchivePrinting {
  const waiting = new Map<string, ArchivePapers>()
  const draw = (request: ArchivePaperRequest) => drawPapers(books.current().db, clock.today(), request)
  return {
    async toPrint(ticket) {
      const papers = waiting.get(ticket)
      if (papers === undefined) throw new Error('No archive papers wait to be printed under this ticket')
      return papers
    },
    async savePdf(request) {
      const papers = await draw(request)
      const { title, width, height } = archive_papers[request.paper]
      const rows = rowsOf(papers)
      return reports.savePdf(`导出${title}`, `${fileName(papers, request)}.pdf`, rows, async () => {
        const ticket = randomUUID()
        waiting.set(ticket, papers)
        try {
          return await printPage({ hash: `archive/${ticket}`, width, height })
        } finally {
          waiting.delete(ticket)
        }
      })
    },
    async saveWorkbook(request) {
      const papers = await draw(request)
      const [sheet, ...further] = archiveWorkbook(papers)
      if (!sheet) throw nothingToPrint()
      const file_name = `${fileName(papers, request)}.xlsx`
      const { title } = archive_papers[request.paper]
      return reports.savePaper(`导出${title}`, { file_name, sheet, further, rows: rowsOf(papers) })
    },
  }
}

function rowsOf({ paper, places }: ArchivePapers): number {
  const by_box = paper === 'labels' || paper === 'note'
  return places.reduce((sum, { items, boxes }) => sum + (by_box ? boxes.length : items.length), 0)
}

function fileName({ paper, places }: ArchivePapers, { year }: ArchivePaperRequest): string {
  const [place, ...others] = places
  const of = place && others.length === 0 ? `${place.organ_name}${retentionWords(place.retention)}` : '全部'
  return `${archive_papers[paper].title}（${year}年度${of}）`.replace(/[\\/:*?"<>|\r\n\t]/g, '')
}

/** What is numbered, place by place; papers of boxes need boxes. */
export async function drawPapers(
  db: Db,
  today: string,
  request: ArchivePaperRequest,
): Promise<ArchivePapers> {
  const { paper, year, organ_id, retention } = request
  const items = (await itemsOfYear(db, year)).filter(
    (item) =>
      item.archive_number !== null &&
      (organ_id === null || item.organ_id === organ_id) &&
      (retention === null || item.retention === retention),
  )
  if (items.length === 0) throw nothingToPrint()
  const boxes = await listBoxes(db, year)
  const places = placesOf(items).map((own) => ({
    ...placeOf(own),
    items: own,
    boxes: boxes.filter((box) => own[0] !== undefined && samePlace(box, own[0])),
  }))
  if ((paper === 'labels' || paper === 'note') && places.every((place) => place.boxes.length === 0)) {
    throw new UserProblem({ code: 'no_boxes', message: '还没有装盒，没有可以打印的盒。', next: '请先装盒。' })
  }
  const { fonds_number, fonds_name, unit_name, department_name } = await getSettings(db)
  const unit = `${unit_name}${department_name}`
  return { paper, fonds_number, fonds_name: fonds_name || unit_name || unit, unit, today, places }
}

function placesOf(items: readonly ArchiveItem[]): ArchiveItem[][] {
  const places: ArchiveItem[][] = []
  const by_number = items.toSorted((one, other) => (one.item_number ?? 0) - (other.item_number ?? 0))
  for (const item of by_number) {
    const place = places.find(([first]) => first !== undefined && samePlace(first, item))
    if (place) place.push(item)
    else places.push([item])
  }
  return places.sort(([one], [other]) => (one && other ? byPlace(one, other) : 0))
}

function placeOf([first]: readonly ArchiveItem[]) {
  if (!first) throw new Error('a place without items')
  const { year, organ_id, retention, organ_code, organ_name } = first
  return { year, organ_id, retention, organ_code, organ_name }
}

function nothingToPrint(): UserProblem {
  return new UserProblem({
    code: 'nothing_numbered',
    message: '这里还没有编号的归档文件。',
    next: '请先编号，再打印目录和清单。',
  })
}

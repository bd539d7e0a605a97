// A report as PDF: the page prints the very sheets of its preview.
import { randomUUID } from 'node:crypto'
import type { PaperView } from '../../src-shared/paper.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Desk } from '../desk.ts'

/** Some hundred and fifty pages; longer lists are for searching and sorting, not for reading page by page. */
export const most_pdf_rows = 2000
const mm_per_point = 25.4 / 72

export interface ReportPdf {
  draw(view: PaperView): Promise<Buffer>
  /** For the window that prints: what waits under this ticket. */
  toPrint(ticket: string): PaperView
}

export function createReportPdf({ printPage }: Pick<Desk, 'printPage'>): ReportPdf {
  const waiting = new Map<string, PaperView>()
  return {
    async draw(view) {
      const ticket = randomUUID()
      waiting.set(ticket, view)
      try {
        const [width, height] = [view.across * mm_per_point, view.down * mm_per_point]
        return await printPage({ hash: `report/${ticket}`, width, height })
      } finally {
        waiting.delete(ticket)
      }
    },
    toPrint(ticket) {
      const view = waiting.get(ticket)
      if (view === undefined) throw new Error('No report waits to be printed under this ticket')
      return view
    },
  }
}

export function tooLongForPdf(title: string, rows: number): UserProblem {
  return new UserProblem({
    code: 'too_long_for_pdf',
    message: `“${title}”有 ${rows} 行，一份 PDF 最多 ${most_pdf_rows} 行。`,
    next: '请导出 Excel，或先选一个组别再导出 PDF。',
  })
}

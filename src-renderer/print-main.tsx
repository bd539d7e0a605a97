// The hidden window whose pages become a PDF: the same sheets that were shown on the screen, and nothing else.
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { PrintPapers } from './archive/print-papers.tsx'
import { call } from './call.ts'
import { CardSheets } from './duty-cards/card-sheets.tsx'
import './duty-cards/print.css'
import { ReportSheets } from './reports/report-sheets.tsx'

// zod would try to compile its checks, which our content security policy refuses.
z.config({ jitless: true })

/** The main process waits for this title. */
const ready_title = '排版完成'

async function drawn(): Promise<void> {
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
  document.title = ready_title
}

async function cardSheets(ticket: string): Promise<ReactNode> {
  const set = await call('cards.toPrint', { ticket })
  return <CardSheets set={set} design={set.design} onFitted={() => void drawn()} />
}

async function reportSheets(ticket: string): Promise<ReactNode> {
  const view = await call('reports.toPrint', { ticket })
  return <ReportSheets view={view} onDrawn={() => void drawn()} />
}

async function archiveSheets(ticket: string): Promise<ReactNode> {
  const papers = await call('archive.toPrint', { ticket })
  return <PrintPapers papers={papers} onDrawn={() => void drawn()} />
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
const [what, ticket = ''] = window.location.hash.slice(1).split('/')
const sheets: Record<string, (ticket: string) => Promise<ReactNode>> = {
  report: reportSheets,
  archive: archiveSheets,
}
createRoot(root).render(await (sheets[what ?? ''] ?? cardSheets)(ticket))

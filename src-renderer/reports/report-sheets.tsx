import { type ReactNode, useLayoutEffect } from 'react'
import type { PaperView } from '../../src-shared/paper.ts'
import { PaperSheet } from '../components/paper-sheet.tsx'
import './report-sheets.css'

interface ReportSheetsProps {
  view: PaperView
  onDrawn: () => void
}

/** All pages of a report one after the other, as they become a PDF. */
export function ReportSheets({ view, onDrawn }: ReportSheetsProps): ReactNode {
  useLayoutEffect(onDrawn, [onDrawn])
  const size = { width: `${view.across}pt`, height: `${view.down}pt` }
  return view.pages.map((start, page) => (
    <div className="report-sheet" key={start} style={size}>
      <PaperSheet view={view} page={page} zoom={1} marked={null} />
    </div>
  ))
}

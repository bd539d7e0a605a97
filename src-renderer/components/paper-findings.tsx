import { Skeleton } from 'antd'
import { useMemo, useState } from 'react'
import type { PaperView } from '../../src-shared/paper.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import type { CheckedPaper } from '../../src-shared/reports.ts'
import { useAnswer } from '../use-answer.ts'
import { cellPlace } from './cell-place.ts'
import { FindingList } from './finding-list.tsx'
import { pageOfRow } from './paper-pages.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import './paper-findings.css'

interface PaperFindingsProps {
  check: CheckedPaper
  /** The finding whose place is shown first. */
  first: Finding | null
}

/** A paper as it was checked, and what was found; each finding leads to its place on the paper. */
export function PaperFindings({ check, first }: PaperFindingsProps) {
  const [chosen, setChosen] = useState(first ?? check.findings.find(({ address }) => address !== '') ?? null)
  const answer = useAnswer('papers.viewHeld', { held_id: check.held_id, sheet: chosen?.sheet ?? '' })
  if (answer.state === 'waiting') return <Skeleton active paragraph={{ rows: 8 }} title={false} />
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} />
  return (
    <div className="paper-findings">
      <MarkedPage view={answer.value} chosen={chosen} />
      <FindingList findings={check.findings} chosen={chosen} onChoose={setChosen} />
    </div>
  )
}

/** Pixels that the page is drawn wide. */
const page_width = 720

function MarkedPage({ view, chosen }: { view: PaperView; chosen: Finding | null }) {
  const marked = useMemo(() => (chosen === null ? null : cellPlace(chosen.address)), [chosen])
  const page = marked === null ? 0 : pageOfRow(view, marked.row)
  const pixels_across = (view.across * 96) / 72
  return (
    <div className="paper-findings-page">
      <PaperSheet view={view} page={page} zoom={page_width / pixels_across} marked={marked} />
    </div>
  )
}

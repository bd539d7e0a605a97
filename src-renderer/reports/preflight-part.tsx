import { Skeleton } from 'antd'
import type { Input } from '../../src-shared/contract.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { countFindings, FindingList } from '../components/finding-list.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'

interface PreflightPartProps {
  request: Input<'reports.check'>
  chosen: Finding | null
  onChoose: (finding: Finding) => void
}

/** 上报前体检 of the report as it would be exported now. */
export function PreflightPart({ request, chosen, onChoose }: PreflightPartProps) {
  const answer = useAnswer('reports.check', request)
  return (
    <section aria-label="上报前体检">
      <h2>上报前体检</h2>
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {answer.state === 'failed' && <ProblemNotice problem={answer.problem} />}
      {answer.state === 'ready' && (
        <>
          <p className="quiet small" role="status">
            {countFindings(answer.value)}
          </p>
          <FindingList findings={answer.value} chosen={chosen} onChoose={onChoose} />
        </>
      )}
    </section>
  )
}

import { Skeleton } from 'antd'
import { useState } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { countFindings, FindingList } from '../components/finding-list.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'

interface FormCheckProps {
  question: Input<'forms.check'>
  onShow: (finding: Finding) => void
}

/** 上报前体检 of the form as it would be saved now; each finding leads to its cell in the picture. */
export function FormCheck({ question, onShow }: FormCheckProps) {
  const answer = useAnswer('forms.check', question)
  const [chosen, setChosen] = useState<Finding | null>(null)
  return (
    <section aria-label="上报前体检">
      <h2>上报前体检</h2>
      {answer.state === 'waiting' && <Skeleton active paragraph={{ rows: 2 }} title={false} />}
      {answer.state === 'failed' && <ProblemNotice problem={answer.problem} />}
      {answer.state === 'ready' && (
        <>
          <p className="quiet small" role="status">
            {countFindings(answer.value)}
          </p>
          <FindingList
            findings={answer.value}
            chosen={chosen}
            onChoose={(finding) => {
              setChosen(finding)
              onShow(finding)
            }}
          />
        </>
      )}
    </section>
  )
}

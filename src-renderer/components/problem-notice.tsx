import { Alert } from 'antd'
import type { Problem } from '../../src-shared/problem.ts'

/** What happened, where, what to do next: shown beside what caused it. */
export function ProblemNotice({ problem, onClose }: { problem: Problem | null; onClose?: () => void }) {
  if (problem === null) return null
  return (
    <Alert
      type={problem.code === 'bug' ? 'error' : 'warning'}
      showIcon
      role="alert"
      title={problem.message}
      {...(onClose ? { closable: { onClose, 'aria-label': '关闭提示' } } : {})}
      description={
        <>
          {problem.where !== undefined && <div>{problem.where}</div>}
          {problem.next !== undefined && <div>{problem.next}</div>}
          {problem.details !== undefined && (
            <ul>
              {problem.details.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}

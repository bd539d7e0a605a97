import { Button, Tag } from 'antd'
import { type Finding, type FindingGrade, grade_words } from '../../src-shared/preflight.ts'
import './finding-list.css'

interface FindingListProps {
  findings: readonly Finding[]
  /** The one whose place is shown now. */
  chosen: Finding | null
  /** Goes to its place on the paper or in the sheet. */
  onChoose: (finding: Finding) => void
}

const colors: Record<FindingGrade, string> = { must: 'error', check: 'warning', note: 'default' }

/** What 上报前体检 has found, the gravest first; each leads to its place, and to the record where there is one. */
export function FindingList({ findings, chosen, onChoose }: FindingListProps) {
  if (findings.length === 0) return <p className="light-green">没有发现问题。</p>
  return (
    <ol className="finding-list">
      {findings.map((finding) => (
        <li key={`${finding.sheet} ${finding.address} ${finding.words}`}>
          <button
            type="button"
            aria-current={finding === chosen ? 'true' : undefined}
            disabled={finding.sheet === '' && finding.address === ''}
            onClick={() => onChoose(finding)}
          >
            <span>
              <Tag color={colors[finding.grade]}>{grade_words[finding.grade]}</Tag>
              {finding.address !== '' && <span className="number">{finding.address}　</span>}
            </span>
            {finding.words}
          </button>
          {finding.route !== '' && (
            <Button type="link" size="small" href={finding.route}>
              打开记录
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}

/** 必须改 1 · 请核对 3 */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (Object.keys(grade_words) as FindingGrade[]).flatMap((grade) => {
    const count = findings.filter((finding) => finding.grade === grade).length
    return count === 0 ? [] : [`${grade_words[grade]} ${count}`]
  })
  return counts.length === 0 ? '没有发现问题' : counts.join(' · ')
}

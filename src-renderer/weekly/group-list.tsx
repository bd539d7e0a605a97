import type { PersonReport, WeekRow } from '../../src-shared/weekly.ts'

interface GroupListProps {
  groups: { id: number; name: string }[]
  rows: WeekRow[]
  reports: PersonReport[]
  group_id: number | null
  onChoose: (group_id: number | null) => void
}

/** The groups on the left with their state: how many have handed in, how many matters stand. */
export function GroupList({ groups, rows, reports, group_id, onChoose }: GroupListProps) {
  const entries = [{ id: null, name: '全处' }, ...groups]
  return (
    <nav className="group-list sheet" aria-label="组别">
      {entries.map(({ id, name }) => {
        const people = reports.filter((report) => id === null || report.group_id === id)
        const received = people.filter((report) => report.state !== 'missing').length
        const matters = rows.filter((row) => id === null || row.group_id === id).length
        const missing = people.filter((report) => report.state === 'missing').map((report) => report.name)
        return (
          <button
            key={id ?? 'all'}
            type="button"
            aria-current={group_id === id}
            className={group_id === id ? 'is-current' : ''}
            title={missing.length === 0 ? undefined : `未报：${missing.join('、')}`}
            onClick={() => onChoose(id)}
          >
            <span>{name}</span>
            <span className="quiet small">
              {matters} 项　{stateOf(people, received)}
            </span>
          </button>
        )
      })}
    </nav>
  )
}

/** 未报, 无事项, `已收 2/4`; with a mark once all of them have handed in. */
function stateOf(people: readonly PersonReport[], received: number) {
  if (people.length === 0) return null
  if (received === 0) return '未报'
  if (received < people.length) return `已收 ${received}/${people.length}`
  const has_nothing = people.every(({ state }) => state === 'nothing')
  return <span className="light-green">✓ {has_nothing ? '无事项' : `已收 ${received}/${people.length}`}</span>
}

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
        const is_complete = people.length > 0 && received === people.length
        return (
          <button
            key={id ?? 'all'}
            type="button"
            aria-current={group_id === id}
            className={group_id === id ? 'is-current' : ''}
            onClick={() => onChoose(id)}
          >
            <span>{name}</span>
            <span className="quiet small">
              {matters} 项
              {people.length > 0 && (
                <span className={is_complete ? 'light-green' : ''}>
                  {'　'}已收 {received}/{people.length}
                </span>
              )}
            </span>
          </button>
        )
      })}
    </nav>
  )
}

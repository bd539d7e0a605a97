import type { WeekRow } from '../../src-shared/weekly.ts'

/** The matters a dialog is about, by number and title. */
export function MatterNames({ rows }: { rows: WeekRow[] }) {
  return (
    <ul className="matter-names" aria-label="所选事项">
      {rows.map((row) => (
        <li key={row.matter_id} className="cut">
          <span className="number">{row.number}</span>　{row.title}
          {row.staff_name !== '' && <span className="quiet">　{row.staff_name}</span>}
        </li>
      ))}
    </ul>
  )
}

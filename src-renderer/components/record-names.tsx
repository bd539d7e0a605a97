import './record-panel.css'

interface RecordNamesProps {
  label: string
  records: readonly { id: number; title: string; detail: string }[]
}

/** The records a dialog is about, a line each. */
export function RecordNames({ label, records }: RecordNamesProps) {
  return (
    <ul className="record-names" aria-label={label}>
      {records.map(({ id, title, detail }) => (
        <li key={id} className="cut">
          <span className="number">{title}</span>　{detail}
        </li>
      ))}
    </ul>
  )
}

import { Checkbox } from 'antd'
import { useDeferredValue } from 'react'
import type { PersonLoad } from '../../src-shared/backup-posts.ts'

interface LoadListProps {
  load: PersonLoad[]
  /** The person whose duties the list shows; null for all. */
  staff_id: number | null
  onChoose: (staff_id: number | null) => void
  only_idle: boolean
  onOnlyIdle: (is_on: boolean) => void
}

/** As many as a tall screen has room for: they come at once, the rest of a large roster after the page is drawn. */
const at_once = 40

/** How much each person carries, as A and as B; choosing one narrows the list of duties to theirs. */
export function LoadList({ load, staff_id, onChoose, only_idle, onOnlyIdle }: LoadListProps) {
  const most = Math.max(1, ...load.map((person) => person.a_count + person.b_count))
  const idle = load.filter((person) => person.a_count + person.b_count === 0)
  const wanted = only_idle ? idle : load
  const shown = useDeferredValue(wanted, wanted.slice(0, at_once))
  return (
    <section className="sheet load-list" aria-label="各人职责量">
      <header>
        <h2>各人职责量</h2>
        <Checkbox
          checked={only_idle}
          disabled={idle.length === 0 && !only_idle}
          onChange={(event) => onOnlyIdle(event.target.checked)}
        >
          无职责人员 {idle.length}
        </Checkbox>
      </header>
      <div className="load-rows">
        {shown.map((person) => (
          <button
            key={person.staff_id}
            type="button"
            aria-pressed={person.staff_id === staff_id}
            title={person.group_name}
            onClick={() => onChoose(person.staff_id === staff_id ? null : person.staff_id)}
          >
            <span className="cut">{person.name}</span>
            <LoadBar person={person} most={most} />
            <span className="number">A {person.a_count}</span>
            <span className="number">B {person.b_count}</span>
          </button>
        ))}
        {shown.length === 0 && <p className="quiet">每个人名下都有职责。</p>}
      </div>
    </section>
  )
}

function LoadBar({ person, most }: { person: PersonLoad; most: number }) {
  const width = (count: number) => ({ width: `${(count / most) * 100}%` })
  return (
    <span className="load-bar" aria-hidden="true">
      <span className="load-a" style={width(person.a_count)} />
      <span className="load-b" style={width(person.b_count)} />
    </span>
  )
}

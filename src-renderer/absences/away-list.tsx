import type { AwayPerson } from '../../src-shared/absences.ts'
import { spanText } from '../../src-shared/half-days.ts'
import { routeTo } from '../route.ts'

/** Who is not there, why, until when and how to reach them. */
export function AwayList({ away }: { away: AwayPerson[] }) {
  return (
    <section className="sheet away-list" aria-label="离岗人员">
      <h2>
        离岗人员<span className="quiet">　{away.length} 人</span>
      </h2>
      {away.length === 0 && <p className="quiet">全部在岗。</p>}
      <ul>
        {away.map((person) => (
          <li key={person.absence_id}>
            <a
              className="plain-link"
              href={routeTo('absences', { view: 'register', open: person.absence_id })}
            >
              {person.name}
            </a>
            <span className="quiet">　{person.group_name}</span>
            <div>
              {person.kind}　{spanText(person)}
            </div>
            {person.reachable !== '' && <div className="quiet">{person.reachable}</div>}
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { StandingIn } from '../../src-shared/absences.ts'
import { routeTo } from '../route.ts'
import { useValue } from '../use-answer.ts'

const nobody_away: StandingIn = { away: [], duties: [], nobody: 0 }
const named = 4

/** Who is away right now and how many duties nobody answers for; nothing while everybody is there. */
export function AwayLine() {
  const { away, nobody } = useValue('absences.standingIn', {}, nobody_away)
  if (away.length === 0) return null
  const names = away.slice(0, named).map(({ name, words }) => `${name}（${words}）`)
  return (
    <a className="sheet away-line" href={routeTo('absences')} aria-label="现在谁不在">
      <span className="quiet">离岗 {away.length} 人</span>
      <span className="cut">
        {names.join('、')}
        {away.length > named && '等'}
      </span>
      {nobody > 0 && <span className="finding">{nobody} 项职责无人顶岗</span>}
    </a>
  )
}

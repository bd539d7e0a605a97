import { routeTo } from '../route.ts'
import { useValue } from '../use-answer.ts'

/** Says that duties have dates up to this week of which no matter is made yet. */
export function RoutineHint({ to_monday }: { to_monday: string }) {
  const waiting = useValue('routines.waiting', { to_monday }, [])
  if (waiting.length === 0) return null
  return (
    <a
      className="plain-link routine-hint"
      href={routeTo('duties', { view: 'routines', list: 'next' })}
      title="到这一周该列入、还没有生成的周期事项"
    >
      周期事项待生成<b>{waiting.length}</b>
    </a>
  )
}

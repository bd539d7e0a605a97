import { routeTo } from '../route.ts'
import { useValue } from '../use-answer.ts'

/** Says that duties have dates up to this week of which no matter is made yet. */
export function RoutineHint({ to_monday }: { to_monday: string }) {
  const waiting = useValue('routines.waiting', { to_monday }, [])
  if (waiting.length === 0) return null
  return (
    <p className="quiet routine-hint">
      有 {waiting.length} 项周期事项到这一周该列入，还没有生成。
      <a className="plain-link" href={routeTo('duties', { view: 'routines', list: 'next' })}>
        查看并生成
      </a>
    </p>
  )
}

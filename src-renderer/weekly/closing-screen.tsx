import { mondayOf } from '../../src-shared/week.ts'
import { Faces } from '../components/faces.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { ComparePage } from './compare-page.tsx'
import { SnapshotPage } from './snapshot-page.tsx'
import { WeekCheckPage } from './week-check-page.tsx'
import './weekly.css'
import './closing.css'

/** 关账: a week's check and lock, how it stood at a closing, or two of them side by side, as the address says. */
export function ClosingScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <ClosingOn today={today} />}</Faces>
}

function ClosingOn({ today }: { today: string }) {
  const [week] = useParam('week')
  const [lock] = useParam('lock')
  const [before] = useParam('before')
  const [after] = useParam('after')
  const this_monday = mondayOf(today)
  const week_monday = week === '' ? this_monday : mondayOf(week)
  if (before !== '' && after !== '') return <ComparePage before={before} after={after} />
  if (lock !== '') return <SnapshotPage lock_id={Number(lock)} />
  return <WeekCheckPage key={week_monday} week_monday={week_monday} this_monday={this_monday} />
}

import { monthDay } from '../../src-shared/dates.ts'
import { dayText, type RoutineDate } from '../../src-shared/routines.ts'
import { face_words, faceOf } from './date-words.ts'

/** The deadlines of one month, each with its mark; of a weekly duty only how many of them are listed. */
export function MonthCell({ dates, this_monday }: { dates: readonly RoutineDate[]; this_monday: string }) {
  if (dates.length === 0) return null
  if (dates.length > 2) {
    const listed = dates.filter(({ state }) => state === 'listed').length
    return (
      <span className="routine-count" title={`${dates.length} 期，已列入 ${listed} 期`}>
        {listed}/{dates.length}
      </span>
    )
  }
  return dates.map((date) => {
    const face = faceOf(date, this_monday)
    const { mark, word } = face_words[face]
    return (
      <span
        key={date.period}
        className={`routine-date is-${face}`}
        title={`${monthDay(date.due_on)} ${word}`}
      >
        {dayText(date)}
        <span aria-hidden="true">{mark}</span>
        <span className="for-reader">{word}</span>
      </span>
    )
  })
}

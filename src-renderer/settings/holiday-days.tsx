import { CloseOutlined } from '@ant-design/icons'
import { monthDay, weekdayName } from '../../src-shared/dates.ts'
import { type HolidayDay, holiday_words } from '../../src-shared/settings.ts'

interface HolidayDaysProps {
  days: HolidayDay[]
  is_busy: boolean
  onRemove: (day: HolidayDay) => void
}

/** The days of a year by holiday, in the order they come. */
export function HolidayDays({ days, is_busy, onRemove }: HolidayDaysProps) {
  const days_off_first = [...days.filter((day) => day.kind === 'off'), ...days]
  const names = [...new Set(days_off_first.map((day) => day.name))]
  if (days.length === 0) return null
  return (
    <table className="sheet holiday-table" aria-label="节假日">
      <thead>
        <tr>
          <th scope="col">节日</th>
          <th scope="col">{holiday_words.off}</th>
          <th scope="col">{holiday_words.work}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{name === '' ? '未写名称' : name}</th>
            {(['off', 'work'] as const).map((kind) => (
              <td key={kind}>
                {days
                  .filter((day) => day.name === name && day.kind === kind)
                  .map((day) => (
                    <DayChip key={day.day} day={day} is_busy={is_busy} onRemove={() => onRemove(day)} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface DayChipProps {
  day: HolidayDay
  is_busy: boolean
  onRemove: () => void
}

function DayChip({ day, is_busy, onRemove }: DayChipProps) {
  return (
    <span className="day-chip">
      {monthDay(day.day)}
      <span className="quiet">{weekdayName(day.day).slice(-1)}</span>
      <button
        type="button"
        aria-label={`删除${monthDay(day.day)}`}
        title="删除这一天"
        disabled={is_busy}
        onClick={onRemove}
      >
        <CloseOutlined />
      </button>
    </span>
  )
}

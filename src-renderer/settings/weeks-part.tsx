import { Form, Radio } from 'antd'
import { monthDay, weekdayName, yearOf } from '../../src-shared/dates.ts'
import type { HolidayDay, Settings } from '../../src-shared/settings.ts'
import { nextWeek, weekOf } from '../../src-shared/week.ts'
import { type HolidayTable, handInDay, titleOfWeek, type WeekHabits } from '../../src-shared/working-days.ts'
import { useValue } from '../use-answer.ts'
import './import-holidays.css'
import { SettingsForm } from './settings-form.tsx'

const no_days: HolidayDay[] = []

/** How weeks meet holidays, and what follows from it for the weeks of this year whose Friday is not the day. */
export function WeeksPart({ settings, today }: { settings: Settings; today: string }) {
  const year = yearOf(today)
  const last_year = useValue('holidays.list', { year: year - 1 }, no_days)
  const this_year = useValue('holidays.list', { year }, no_days)
  const next_year = useValue('holidays.list', { year: year + 1 }, no_days)
  return (
    <SettingsForm settings={settings} fields={['friday_off', 'makeup_days', 'empty_week']}>
      <Form.Item label="星期五放假时" name="friday_off" extra="上报日通常是星期五。">
        <Radio.Group
          options={[
            { value: 'before', label: '提前到放假前最后一个工作日' },
            { value: 'after', label: '顺延到节后首个工作日' },
          ]}
        />
      </Form.Item>
      <Form.Item
        label="周末调休上班时"
        name="makeup_days"
        extra="上班的周六、周日归它所在的那一周；标题里的起止日期总会写到它。"
      >
        <Radio.Group
          options={[
            { value: 'aside', label: '上报日不变' },
            { value: 'counted', label: '上报日顺到调休上班的那一天' },
          ]}
        />
      </Form.Item>
      <Form.Item label="整周放假时" name="empty_week" extra="不用上报，这一周的事项并入相邻的周一起看。">
        <Radio.Group
          options={[
            { value: 'next', label: '并入后一周' },
            { value: 'previous', label: '并入前一周' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldsValue }) => (
          <MovedWeeks
            year={year}
            days={[...last_year, ...this_year, ...next_year]}
            habits={getFieldsValue() as WeekHabits}
          />
        )}
      </Form.Item>
    </SettingsForm>
  )
}

interface MovedWeeksProps {
  year: number
  days: HolidayDay[]
  habits: WeekHabits
}

function MovedWeeks({ year, days, habits }: MovedWeeksProps) {
  if (days.length === 0 || habits.friday_off === undefined) return null
  const table: HolidayTable = {
    days: Object.fromEntries(days.map(({ day, kind }) => [day, kind])),
    years: [...new Set(days.map(({ day }) => yearOf(day)))],
    habits,
  }
  const moved = weeksOf(year)
    .map((monday) => ({ monday, day: handInDay(monday, table) }))
    .filter(({ day }) => day === null || weekdayName(day) !== '星期五')
  return (
    <section className="moved-weeks" aria-label="上报日不在星期五的周">
      <p className="quiet">按这样，{year}年上报日不在星期五的周：</p>
      <table className="holiday-changes">
        <tbody>
          {moved.map(({ monday, day }) => (
            <tr key={monday}>
              <th scope="row">{titleOfWeek(monday, table)}</th>
              <td>
                {day === null
                  ? `整周放假，并入${habits.empty_week === 'next' ? '后' : '前'}一周`
                  : `${monthDay(day)}（${weekdayName(day)}）上报`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Mondays of the weeks that belong to the year. */
function weeksOf(year: number): string[] {
  const mondays = [weekOf(`${year}-01-04`).monday]
  for (
    let monday = nextWeek(mondays[0] ?? '');
    weekOf(monday).week_year === year;
    monday = nextWeek(monday)
  ) {
    mondays.push(monday)
  }
  return mondays
}

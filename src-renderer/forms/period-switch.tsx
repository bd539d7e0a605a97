import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { yearOf } from '../../src-shared/dates.ts'
import type { FormMapping, FormPeriod } from '../../src-shared/forms.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { WeekSwitch } from '../components/week-switch.tsx'

interface PeriodSwitchProps {
  mapping: FormMapping
  on: string
  today: string
  /** 2026年11月 */
  title: string
  onChange: (day: string) => void
}

/** Which week, month or year is reported; nothing for a form that shows how things are. */
export function PeriodSwitch({ mapping, on, today, title, onChange }: PeriodSwitchProps) {
  const kind = finestPeriod(mapping)
  if (kind === null) return <span className="quiet">按今天的情况填</span>
  if (kind === 'week')
    return <WeekSwitch monday={mondayOf(on)} this_monday={mondayOf(today)} onChange={onChange} />
  const months = { month: 1, quarter: 3, year: 12 }[kind]
  return (
    <Space.Compact>
      <Button icon={<LeftOutlined />} aria-label="上一期" onClick={() => onChange(moved(on, -months))} />
      <Button onClick={() => onChange(today)}>{title}</Button>
      <Button icon={<RightOutlined />} aria-label="下一期" onClick={() => onChange(moved(on, months))} />
    </Space.Compact>
  )
}

const order: readonly Exclude<FormPeriod, 'all'>[] = ['week', 'month', 'quarter', 'year']

function finestPeriod({ blocks, facts }: FormMapping): Exclude<FormPeriod, 'all'> | null {
  const asked = new Set<FormPeriod>(blocks.map(({ source, period }) => (source === 'plan' ? 'week' : period)))
  for (const { fact } of facts) {
    if (fact === 'week' || fact === 'week_title') asked.add('week')
    else if (fact === 'month' || fact === 'year') asked.add(fact)
  }
  return order.find((kind) => asked.has(kind)) ?? null
}

/** The first of a month some months on or back: `moved('2026-11-20', -1) // '2026-10-01'`. */
function moved(day: string, months: number): string {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Select, Space } from 'antd'
import {
  type PeriodKind,
  type PeriodQuestion,
  period_words,
  periodAfter,
  periodBefore,
  periodOf,
} from '../../src-shared/periods.ts'
import './period-switch.css'

interface PeriodSwitchProps {
  period: PeriodQuestion
  /** The Monday of the week we live in: no period begins after it. */
  this_monday: string
  onChange: (period: PeriodQuestion) => void
}

const kinds = (Object.keys(period_words) as PeriodKind[]).map((kind) => ({
  value: kind,
  label: `按${period_words[kind]}`,
}))

/** A week, month, quarter, half or whole year: one back, one on, or the same time by another measure. */
export function PeriodSwitch({ period, this_monday, onChange }: PeriodSwitchProps) {
  const { title, ...shown } = periodOf(period)
  const goTo = (monday: string) => onChange({ kind: period.kind, monday })
  return (
    <Space.Compact>
      <Select<PeriodKind>
        aria-label="统计期长短"
        value={period.kind}
        options={kinds}
        style={{ width: 92 }}
        onChange={(kind) =>
          onChange({ kind, monday: shown.last_monday < this_monday ? shown.last_monday : this_monday })
        }
      />
      <Button
        icon={<LeftOutlined />}
        aria-label="上一期"
        title="上一期"
        onClick={() => goTo(periodBefore({ title, ...shown }).first_monday)}
      />
      <span className="period-title number">{title}</span>
      <Button
        icon={<RightOutlined />}
        aria-label="下一期"
        title="下一期"
        disabled={shown.last_monday >= this_monday}
        onClick={() => goTo(periodAfter({ title, ...shown }).first_monday)}
      />
    </Space.Compact>
  )
}

import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Space } from 'antd'
import dayjs from 'dayjs'
import { mondayOf, nextWeek, previousWeek } from '../../src-shared/week.ts'

interface WeekSwitchProps {
  monday: string
  /** The Monday of the week we live in. */
  this_monday: string
  onChange: (monday: string) => void
}

/** One week back, one on, this week, or any week by a date in it. */
export function WeekSwitch({ monday, this_monday, onChange }: WeekSwitchProps) {
  return (
    <Space.Compact>
      <Button icon={<LeftOutlined />} aria-label="上一周" onClick={() => onChange(previousWeek(monday))} />
      <DatePicker
        aria-label="选择一周"
        value={dayjs(monday)}
        format={(day) => `${day.format('YYYY-MM-DD')} 起`}
        allowClear={false}
        inputReadOnly
        style={{ width: 136 }}
        onChange={(day) => day !== null && onChange(mondayOf(day.format('YYYY-MM-DD')))}
      />
      <Button icon={<RightOutlined />} aria-label="下一周" onClick={() => onChange(nextWeek(monday))} />
      <Button disabled={monday === this_monday} onClick={() => onChange(this_monday)}>
        回到本周
      </Button>
    </Space.Compact>
  )
}

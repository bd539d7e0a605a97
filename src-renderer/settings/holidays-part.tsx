import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { yearOf } from '../../src-shared/dates.ts'
import type { HolidayDay } from '../../src-shared/settings.ts'
import { Faces } from '../components/faces.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { AddHolidays } from './add-holidays.tsx'
import { HolidayDays } from './holiday-days.tsx'
import { ImportHolidays } from './import-holidays.tsx'

/** The State Council's notice of a year: days off and make-up working days, added and removed one by one. */
export function HolidaysPart({ today }: { today: string }) {
  const [param, setParam] = useParam('year')
  const this_year = yearOf(today)
  const year = /^20\d\d$/.test(param) ? Number(param) : this_year
  const answer = useAnswer('holidays.list', { year })
  const { run, is_busy, problem, clear } = useChange('holidays.save')
  const [is_importing, setImporting] = useState(false)
  const setYear = (next: number) => setParam(next === this_year ? null : next)
  return (
    <>
      <div className="bar">
        <Space.Compact>
          <Button
            icon={<LeftOutlined />}
            aria-label="上一年"
            disabled={year <= 2000}
            onClick={() => setYear(year - 1)}
          />
          <Button className="number" title="回到今年" onClick={() => setYear(this_year)}>
            {year}年
          </Button>
          <Button
            icon={<RightOutlined />}
            aria-label="下一年"
            disabled={year >= 2099}
            onClick={() => setYear(year + 1)}
          />
        </Space.Compact>
        <span className="quiet bar-fill">{answer.state === 'ready' && countsOf(answer.value)}</span>
        <Button onClick={() => setImporting(true)}>从放假通知导入</Button>
      </div>
      <ProblemNotice problem={problem} onClose={clear} />
      {is_importing && (
        <ImportHolidays
          year={year}
          onClose={(of) => {
            setImporting(false)
            if (of !== undefined) setYear(of)
          }}
        />
      )}
      <Faces answer={answer}>
        {(days) => (
          <>
            {days.length === 0 && (
              <Alert
                type="warning"
                showIcon
                title="该年度节假日未配置，工作日为暂算。"
                description="暂按星期一到星期五计算。国务院办公厅的放假通知公布后，请把正文粘贴进来（从放假通知导入），或在下面逐条登记。"
              />
            )}
            <HolidayDays
              days={days}
              is_busy={is_busy}
              onRemove={({ day }) => run({ year, days: days.filter((other) => other.day !== day) })}
            />
            <AddHolidays
              key={year}
              year={year}
              days={days}
              is_busy={is_busy}
              onSave={async (more) => (await run({ year, days: more })) !== undefined}
            />
          </>
        )}
      </Faces>
    </>
  )
}

function countsOf(days: HolidayDay[]): string {
  if (days.length === 0) return ''
  const off = days.filter((day) => day.kind === 'off').length
  return `放假 ${off} 天，调休上班 ${days.length - off} 天`
}

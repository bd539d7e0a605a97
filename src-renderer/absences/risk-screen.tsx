import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { MonthRisk, RiskRow } from '../../src-shared/absences.ts'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { AppointDialog } from './absence-dialogs.tsx'
import './absences.css'
import { MonthStrip } from './month-strip.tsx'
import { PrintButton } from './print-button.tsx'
import { RegisterButton } from './register-button.tsx'
import { RiskTable } from './risk-table.tsx'

/** 风险表 of a month: who is away when, what nobody answers for, whom to appoint. */
export function RiskScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <RiskOn today={today} />}</Faces>
}

function RiskOn({ today }: { today: string }) {
  const [month_param, setMonth] = useParam('month')
  const month = month_param === '' ? today.slice(0, 7) : month_param
  const answer = useAnswer('absences.risk', { month })
  const [appointing, setAppointing] = useState<{ row: RiskRow; staff_id: number | null } | null>(null)
  return (
    <Page
      title="离岗顶岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={
        <>
          <PrintButton request={{ paper: 'risk', month }}>导出风险表…</PrintButton>
          <RegisterButton />
        </>
      }
    >
      <div className="bar">
        <MonthSwitch month={month} this_month={today.slice(0, 7)} onChange={setMonth} />
        {answer.state === 'ready' && <Hints risk={answer.value} />}
      </div>
      <Faces answer={answer}>
        {(risk) => (
          <>
            <MonthStrip risk={risk} today={today} />
            <RiskTable rows={risk.risks} onAppoint={(row, staff_id) => setAppointing({ row, staff_id })} />
          </>
        )}
      </Faces>
      {appointing !== null && appointing.row.absence_id !== null && (
        <AppointDialog
          title={`指派顶岗 ${appointing.row.number}`}
          absence_id={appointing.row.absence_id}
          duty_ids={[appointing.row.duty_id]}
          staff_id={appointing.staff_id}
          span={appointing.row}
          approver=""
          onClose={() => setAppointing(null)}
        />
      )}
    </Page>
  )
}

function subtitleOf({ month, people, risks, pairs }: MonthRisk): string {
  const [year, number] = month.split('-')
  return `${year}年${Number(number)}月 · 离岗 ${people.length} 人 · 无人顶岗 ${risks.length} 处 · 互为AB岗同时离岗 ${pairs.length} 对`
}

function Hints({ risk: { unassigned, is_provisional } }: { risk: MonthRisk }) {
  return (
    <span className="quiet">
      {unassigned > 0 && `另有 ${unassigned} 项职责没有设AB岗，见“AB岗”。`}
      {is_provisional && '本年度节假日未登记，工作日为暂算。'}
    </span>
  )
}

interface MonthSwitchProps {
  month: string
  this_month: string
  onChange: (month: string | null) => void
}

function MonthSwitch({ month, this_month, onChange }: MonthSwitchProps) {
  const by = (step: number) => onChange(dayjs(`${month}-01`).add(step, 'month').format('YYYY-MM'))
  return (
    <Space.Compact>
      <Button icon={<LeftOutlined />} aria-label="上个月" onClick={() => by(-1)} />
      <DatePicker
        aria-label="选择月份"
        picker="month"
        value={dayjs(`${month}-01`)}
        format="YYYY年M月"
        allowClear={false}
        inputReadOnly
        style={{ width: 128 }}
        onChange={(day) => day !== null && onChange(day.format('YYYY-MM'))}
      />
      <Button icon={<RightOutlined />} aria-label="下个月" onClick={() => by(1)} />
      <Button disabled={month === this_month} onClick={() => onChange(null)}>
        回到本月
      </Button>
    </Space.Compact>
  )
}

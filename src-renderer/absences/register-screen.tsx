import { Checkbox, Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import type { AbsenceRow } from '../../src-shared/absences.ts'
import { yearOf } from '../../src-shared/dates.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { AbsenceDialogs, type OpenDialog } from './absence-dialogs.tsx'
import { AbsencePanel } from './absence-panel.tsx'
import { AbsencesTable } from './absences-table.tsx'
import './absences.css'
import { yearChoices } from './absence-words.ts'
import { RegisterButton } from './register-button.tsx'

const keys = [
  ['↑↓', '移动'],
  ['回车', '查看'],
  ['F2', '修改'],
  ['Delete', '取消离岗'],
  ['Ctrl N', '登记'],
] as const

/** 离岗登记: every absence of a year, the latest first, with what hangs on the open one beside it. */
export function RegisterScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <RegisterOn today={today} />}</Faces>
}

function RegisterOn({ today }: { today: string }) {
  const [year_param, setYear] = useParam('year')
  const year = year_param === '' ? yearOf(today) : Number(year_param)
  const answer = useAnswer('absences.list', { year, staff_id: null })
  return (
    <Page
      title="离岗顶岗"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value, year) : '　'}
      actions={<RegisterButton />}
    >
      <Faces answer={answer}>
        {(rows) => (
          <Register
            rows={rows}
            today={today}
            year={year}
            onYear={(next) => setYear(next === yearOf(today) ? null : next)}
          />
        )}
      </Faces>
    </Page>
  )
}

function subtitleOf(rows: AbsenceRow[], year: number): string {
  const of = (state: AbsenceRow['state']) => rows.filter((row) => row.state === state).length
  return `${year}年登记 ${rows.length} 次 · 离岗中 ${of('away')} 人 · 未开始 ${of('coming')} 次 · 返岗待交接 ${of('to_hand_back')} 次`
}

interface RegisterProps {
  rows: AbsenceRow[]
  today: string
  year: number
  onYear: (year: number) => void
}

function Register({ rows, today, year, onYear }: RegisterProps) {
  const [open_param, setOpen] = useParam('open')
  const [text, setText] = useParam('text')
  const [only_open, setOnlyOpen] = useParam('current')
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const shown = useMemo(
    () =>
      rows.filter(
        (row) =>
          (only_open === '' ||
            row.state === 'away' ||
            row.state === 'coming' ||
            row.state === 'to_hand_back') &&
          [row.name, row.kind, row.group_name, row.note].some((value) => value.includes(text)),
      ),
    [rows, only_open, text],
  )
  const open = useCallback((row: AbsenceRow) => setOpen(row.id), [setOpen])
  const open_id = open_param === '' ? null : Number(open_param)
  const ask = (kind: 'edit' | 'cancel') => (row: AbsenceRow) =>
    row.state !== 'cancelled' && setDialog({ kind, row })
  return (
    <>
      <div className="bar">
        <Select
          aria-label="年度"
          options={yearChoices(yearOf(today))}
          value={year}
          onChange={onYear}
          style={{ width: 110 }}
        />
        <Checkbox
          checked={only_open === '1'}
          onChange={(event) => setOnlyOpen(event.target.checked ? 1 : null)}
        >
          只看没有结束的
        </Checkbox>
        <span className="bar-fill" />
        <TextFilter label="按文字筛选" placeholder="姓名、类别、组别" value={text} onChange={setText} />
      </div>
      <div className="list-area">
        {rows.length === 0 ? (
          <NoAbsences year={year} />
        ) : (
          <>
            <AbsencesTable
              rows={shown}
              open_id={open_id}
              onOpen={open}
              onEdit={ask('edit')}
              onCancel={ask('cancel')}
            />
            <TableFoot keys={keys}>列出 {shown.length} 次</TableFoot>
          </>
        )}
        {open_id !== null && <AbsencePanel id={open_id} onDialog={setDialog} onClose={() => setOpen(null)} />}
      </div>
      {dialog !== null && <AbsenceDialogs dialog={dialog} today={today} onClose={() => setDialog(null)} />}
    </>
  )
}

function NoAbsences({ year }: { year: number }) {
  return (
    <EmptyHint title={`${year}年还没有登记离岗`}>
      有人休假、出差、培训、开会，按 Ctrl + N
      登记：选人、选日期，由谁顶岗、哪些职责没有人、这几天有什么到期，当场就列出来。
    </EmptyHint>
  )
}

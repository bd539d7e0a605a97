import { Button } from 'antd'
import { useState } from 'react'
import {
  type FindingKind,
  finding_words,
  type WeekCheck,
  type WeekFinding,
} from '../../src-shared/closing.ts'
import { DataTable } from '../components/data-table.tsx'
import { go, routeTo } from '../route.ts'

interface WeekFindingsProps {
  check: WeekCheck
  week_monday: string
}

/** What to do about each kind of finding. */
const way_on: Record<FindingKind, string> = {
  missing: '催报，或登记“无事项”。',
  no_person: '补上责任人。',
  no_due: '填写完成时限，没有日期的写明“长期”等。',
  no_reason: '在“未完成原因”里写明，或者延期、销号。',
  not_reviewed: '审核后销号，或者退回。',
  not_signed_off: '销号，或者退回。',
  not_carried: '结转到下周，或者撤销。',
}

/** 关账前检查: kinds of findings on the left, the rows of one kind beside them; each opens its record. */
export function WeekFindings({ check, week_monday }: WeekFindingsProps) {
  const [chosen, setChosen] = useState<FindingKind | null>(null)
  const shown = check.findings.find(({ kind }) => kind === chosen) ?? check.findings[0]
  if (check.obstacle !== '') return <AllClear words={check.obstacle} />
  if (shown === undefined) return <AllClear words="检查没有发现问题，可以关账。" is_good />
  const open = ({ matter_id }: WeekFinding) =>
    go(
      matter_id === null
        ? routeTo('weekly', { week: week_monday, part: 'reports' })
        : routeTo('weekly', { week: week_monday, open: matter_id }),
    )
  return (
    <section className="week-findings" aria-label="关账前检查">
      <nav className="sheet group-list" aria-label="待处理的问题">
        {check.findings.map(({ kind, rows }) => (
          <button
            key={kind}
            type="button"
            className={kind === shown.kind ? 'is-current' : ''}
            aria-current={kind === shown.kind ? 'true' : undefined}
            onClick={() => setChosen(kind)}
          >
            <span>{finding_words[kind]}</span>
            <b className="number">
              {rows.length} {kind === 'missing' ? '人' : '项'}
            </b>
          </button>
        ))}
      </nav>
      <div className="week-main">
        <div className="bar">
          <span className="quiet bar-fill">
            {way_on[shown.kind]}
            {shown.kind !== 'missing' && '在一行上按回车打开这项事项。'}
          </span>
          {shown.kind === 'missing' && (
            <Button onClick={() => go(routeTo('weekly', { week: week_monday, part: 'reports' }))}>
              打开报送情况
            </Button>
          )}
          {shown.kind === 'not_carried' && (
            <Button onClick={() => go(routeTo('weekly', { week: week_monday }))}>去结转</Button>
          )}
        </div>
        <DataTable<WeekFinding, string>
          key={shown.kind}
          label={finding_words[shown.kind]}
          columns={shown.kind === 'missing' ? people_columns : matter_columns}
          rows={shown.rows}
          key_of={({ matter_id, staff_name }) => `${matter_id ?? staff_name}`}
          onOpen={open}
          min_width={380}
        />
      </div>
    </section>
  )
}

const people_columns = [
  { title: '组别', dataIndex: 'group_name', width: 160 },
  { title: '姓名', dataIndex: 'staff_name' },
]

const matter_columns = [
  { title: '编号', dataIndex: 'number', width: 116, className: 'number' },
  {
    title: '工作事项',
    dataIndex: 'title',
    render: (title: string) => <div className="two-lines">{title}</div>,
  },
  {
    title: '责任人',
    dataIndex: 'staff_name',
    width: 96,
    render: (name: string, { group_name }: WeekFinding) => (
      <>
        <div>{name || <span className="finding">未定</span>}</div>
        <div className="quiet small">{group_name}</div>
      </>
    ),
  },
  { title: '时限', dataIndex: 'due_on', width: 108, className: 'number' },
]

function AllClear({ words, is_good = false }: { words: string; is_good?: boolean }) {
  return (
    <section className="sheet sheet-pad closed-note" aria-label="关账前检查">
      <h2>关账前检查</h2>
      <p className={is_good ? 'light-green' : 'quiet'}>{words}</p>
    </section>
  )
}

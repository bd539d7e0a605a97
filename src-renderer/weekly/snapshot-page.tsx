import { Button, Segmented, type TableColumnsType } from 'antd'
import type { WeekSnapshot } from '../../src-shared/closing.ts'
import { dueText, lightText, planText, stateText } from '../../src-shared/matter-words.ts'
import type { Defect } from '../../src-shared/sign-offs.ts'
import { hand_in_words, type PersonReport, type WeekRow } from '../../src-shared/weekly.ts'
import { DataTable } from '../components/data-table.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { LightMark } from '../components/light-mark.tsx'
import { Page } from '../components/page.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { closedAt, closingRoute } from './closing-link.tsx'

const lists = ['rows', 'plan', 'reports', 'overdue', 'defects'] as const
type List = (typeof lists)[number]

/** 周五快照: every list of a week as it stood at closing, and the same papers drawn from it. */
export function SnapshotPage({ lock_id }: { lock_id: number }) {
  const [param, setList] = useParam('list')
  const list = lists.find((one) => one === param) ?? 'rows'
  const answer = useAnswer('weekly.snapshot', { lock_id })
  const lock = answer.state === 'ready' ? answer.value.lock : null
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={lock === null ? '　' : `${lock.title} · ${closedAt(lock)}关账时的快照`}
      actions={
        lock !== null && (
          <>
            <Button onClick={() => go(closingRoute(lock.week_monday))}>回到关账</Button>
            <Button
              onClick={() =>
                go(routeTo('weekly', { view: 'closing', before: `lock-${lock.id}`, after: lock.week_monday }))
              }
            >
              和现在对照
            </Button>
            <ExportButton report="sign-off-ledger" of={{ lock_id }}>
              导出台账
            </ExportButton>
            <ExportButton report="weekly-report" of={{ lock_id }}>
              导出周报
            </ExportButton>
            <ExportButton report="week-closing" of={{ lock_id }}>
              导出关账情况
            </ExportButton>
          </>
        )
      }
    >
      <Faces answer={answer}>
        {(snapshot) => (
          <>
            <div className="bar">
              <Segmented<List>
                aria-label="快照里的表"
                value={list}
                onChange={(next) => setList(next === 'rows' ? null : next)}
                options={lists.map((one) => ({ value: one, label: labelOf(one, snapshot) }))}
              />
            </div>
            <ListOf list={list} snapshot={snapshot} />
          </>
        )}
      </Faces>
    </Page>
  )
}

function labelOf(list: List, { sheet, overdue, defects }: WeekSnapshot): string {
  const received = sheet.reports.filter(({ state }) => state !== 'missing').length
  switch (list) {
    case 'rows':
      return `本周履职情况 ${sheet.rows.length}`
    case 'plan':
      return `下周工作打算 ${sheet.plan.length}`
    case 'reports':
      return `报送情况 ${received}/${sheet.reports.length}`
    case 'overdue':
      return `逾期 ${overdue.length}`
    case 'defects':
      return `带病销号 ${defects.length}`
  }
}

function ListOf({ list, snapshot: { sheet, overdue, defects } }: { list: List; snapshot: WeekSnapshot }) {
  switch (list) {
    case 'rows':
      return <Matters key={list} label="本周履职情况" rows={sheet.rows} />
    case 'plan':
      return <Matters key={list} label="下周工作打算" rows={sheet.plan} />
    case 'overdue':
      return <Matters key={list} label="逾期" rows={overdue} />
    case 'reports':
      return (
        <DataTable<PersonReport>
          key={list}
          label="报送情况"
          columns={people_columns}
          rows={sheet.reports}
          key_of={({ staff_id }) => staff_id}
          min_width={640}
        />
      )
    case 'defects':
      return (
        <DataTable<Defect>
          key={list}
          label="带病销号"
          columns={defect_columns}
          rows={defects}
          key_of={({ id }) => id}
          empty="关账时没有带病销号。"
        />
      )
  }
}

function Matters({ label, rows }: { label: string; rows: WeekRow[] }) {
  return (
    <DataTable<WeekRow>
      label={label}
      columns={matter_columns}
      rows={rows}
      key_of={({ matter_id }) => matter_id}
      min_width={1000}
      empty="关账时这张表是空的。"
    />
  )
}

const matter_columns: TableColumnsType<WeekRow> = [
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
    render: (name: string, { group_name }) => (
      <>
        <div>{name || <span className="finding">未定</span>}</div>
        <div className="quiet small">{group_name}</div>
      </>
    ),
  },
  { title: '时限', width: 108, className: 'number', render: (_, row) => dueText(row) },
  {
    title: '完成情况',
    dataIndex: 'progress',
    render: (progress: string) => <div className="two-lines wrap">{progress}</div>,
  },
  {
    title: '进度',
    width: 88,
    render: (_, row) => (
      <>
        <div>{stateText(row)}</div>
        <div className="quiet small">{planText(row)}</div>
      </>
    ),
  },
  {
    title: '亮灯',
    width: 92,
    render: (_, row) => <LightMark light={row.light} word={lightText(row)} />,
  },
  {
    title: '未完成原因',
    dataIndex: 'unfinished_reason',
    width: 180,
    render: (reason: string) => <div className="two-lines wrap">{reason}</div>,
  },
]

const people_columns: TableColumnsType<PersonReport> = [
  { title: '组别', dataIndex: 'group_name', width: 160 },
  { title: '姓名', dataIndex: 'name', width: 120 },
  {
    title: '报送情况',
    dataIndex: 'state',
    width: 120,
    render: (state: PersonReport['state']) => (
      <span className={state === 'missing' ? 'light-red' : ''}>{hand_in_words[state]}</span>
    ),
  },
  {
    title: '收到',
    dataIndex: 'received_on',
    className: 'number',
    render: (received_on: string | null, { received_at }) =>
      received_on === null ? '' : `${received_on} ${received_at ?? ''}`,
  },
  { title: '事项', dataIndex: 'row_count', width: 80, className: 'number' },
]

const defect_columns: TableColumnsType<Defect> = [
  { title: '编号', dataIndex: 'number', width: 116, className: 'number' },
  { title: '工作事项', dataIndex: 'title' },
  { title: '责任人', dataIndex: 'staff_name', width: 108 },
  { title: '缺什么', dataIndex: 'missing' },
  { title: '销号', dataIndex: 'noted_on', width: 116, className: 'number' },
]

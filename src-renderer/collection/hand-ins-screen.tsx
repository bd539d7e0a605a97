import { Button, Segmented, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import {
  type HandInMark,
  type HandInRecord,
  type HandInRecords,
  hand_in_mark_words,
} from '../../src-shared/collection.ts'
import { addDays } from '../../src-shared/dates.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { type SavedPaper, SavedPaperWords, usePaperExport } from '../components/use-paper-export.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './collection.css'

/** 报送统计: who is late or missing, and how often, over the weeks. */
export function HandInsScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <HandInsOn today={today} />}</Faces>
}

const spans = [
  { value: '12', label: '近12周' },
  { value: '26', label: '近半年' },
  { value: '52', label: '近一年' },
]

function HandInsOn({ today }: { today: string }) {
  const [span_param, setSpan] = useParam('weeks')
  const weeks = spans.some(({ value }) => value === span_param) ? Number(span_param) : 12
  const to_monday = mondayOf(today)
  const question = { from_monday: addDays(to_monday, -7 * (weeks - 1)), to_monday }
  const answer = useAnswer('collection.record', question)
  const save = useChange('collection.saveRecord')
  const exportPaper = usePaperExport()
  const [saved, setSaved] = useState<SavedPaper | null>(null)
  const exportIt = async () => {
    setSaved(await exportPaper(() => save.run(question)))
  }
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={
        <Button type="primary" loading={save.is_busy} onClick={exportIt}>
          导出统计表…
        </Button>
      }
    >
      <div className="bar">
        <Segmented
          aria-label="统计多少周"
          options={spans}
          value={String(weeks)}
          onChange={(value) => setSpan(value === '12' ? null : value)}
        />
        <span className="quiet small">✓ 按时　△ 迟报　× 未报　○ 无事项</span>
        <span className="bar-fill" />
        {saved !== null && (
          <span role="status" className="light-green">
            已导出 {saved.file_name}
            <SavedPaperWords saved={saved} />
          </span>
        )}
      </div>
      <ProblemNotice problem={save.problem} />
      <Faces answer={answer}>{(records) => <RecordTable records={records} />}</Faces>
    </Page>
  )
}

function RecordTable({ records }: { records: HandInRecords }) {
  const columns = useMemo(() => columnsOf(records), [records])
  if (records.people.length === 0) {
    return <EmptyHint title="还没有报送记录">周报收了几周以后，谁常常迟报、漏报，这里一看就知道。</EmptyHint>
  }
  return (
    <>
      <DataTable<HandInRecord>
        label="报送统计"
        columns={columns}
        rows={records.people}
        key_of={({ staff_id }) => staff_id}
        min_width={706 + records.weeks.length * week_width}
      />
      <TableFoot keys={[]}>
        列出 {records.people.length} 人，{records.weeks.length} 周
      </TableFoot>
    </>
  )
}

const most_first: ('descend' | 'ascend')[] = ['descend', 'ascend']

const week_width = 36

function columnsOf({ weeks }: HandInRecords): TableColumnsType<HandInRecord> {
  const count = (title: string, key: 'on_time' | 'late' | 'missing' | 'nothing' | 'returned') => ({
    title,
    dataIndex: key,
    align: 'right' as const,
    width: 84,
    sorter: (one: HandInRecord, other: HandInRecord) => one[key] - other[key],
    sortDirections: most_first,
    render: (times: number) => (times === 0 ? '' : times),
  })
  const plain = (title: string, key: 'on_time' | 'nothing') => ({
    title,
    dataIndex: key,
    align: 'right' as const,
    width: 74,
    render: (times: number) => (times === 0 ? '' : times),
  })
  return [
    { title: '组别', dataIndex: 'group_name', width: 96 },
    { title: '姓名', dataIndex: 'name', width: 72 },
    plain('按时', 'on_time'),
    count('迟报', 'late'),
    count('未报', 'missing'),
    plain('无事项', 'nothing'),
    count('退回', 'returned'),
    {
      title: '退回原因',
      dataIndex: 'reasons',
      width: 138,
      render: (words: string) => <div className="two-lines">{words}</div>,
    },
    ...weeks.map(({ monday, title }, at) => ({
      title: <span title={title}>{/^第(\d+)周/.exec(title)?.[1] ?? title.slice(0, 3)}</span>,
      key: monday,
      width: week_width,
      align: 'center' as const,
      render: (_: unknown, { weeks: marks }: HandInRecord) => <Mark mark={marks[at] ?? null} />,
    })),
  ]
}

const marks: Readonly<Record<HandInMark, { sign: string; look: string }>> = {
  on_time: { sign: '✓', look: 'quiet' },
  late: { sign: '△', look: 'mark-amber' },
  missing: { sign: '×', look: 'mark-red' },
  nothing: { sign: '○', look: 'quiet' },
}

function Mark({ mark }: { mark: HandInMark | null }) {
  if (mark === null) return null
  const { sign, look } = marks[mark]
  return (
    <span className={look} role="img" aria-label={hand_in_mark_words[mark]} title={hand_in_mark_words[mark]}>
      {sign}
    </span>
  )
}

/** 12 周 · 应报 180 人次 · 迟报 3 · 未报 5 */
function subtitleOf({ weeks, people }: HandInRecords): string {
  const sum = (key: 'due' | 'late' | 'missing' | 'returned') => people.reduce((all, row) => all + row[key], 0)
  return `${weeks.length} 周 · 应报 ${sum('due')} 人次 · 迟报 ${sum('late')} · 未报 ${sum('missing')} · 退回 ${sum('returned')}`
}

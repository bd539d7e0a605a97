import { Button, Popover, Segmented } from 'antd'
import { useCallback, useMemo } from 'react'
import type { PeriodKind } from '../../src-shared/periods.ts'
import {
  type CountedBy,
  CountedQuestion,
  counted_by_words,
  counting_rules,
  type Statistics,
  type StatisticsRow,
} from '../../src-shared/statistics.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { Page } from '../components/page.tsx'
import { PeriodSwitch } from '../components/period-switch.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { CountedPanel } from './counted-panel.tsx'
import { FiguresStrip } from './figures-strip.tsx'
import './statistics.css'
import { statisticsColumns } from './statistics-columns.tsx'
import { type Figure, useStatistics } from './use-statistics.ts'

/** 每周销号 · 完成率: how many matters entered, were finished, go on, ran over, each figure open to its list. */
export function StatisticsScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <StatisticsOn today={today} />}</Faces>
}

const by_choices = (Object.keys(counted_by_words) as CountedBy[]).map((value) => ({
  value,
  label: counted_by_words[value],
}))

function StatisticsOn({ today }: { today: string }) {
  const { question, setPeriod, setBy, setGroup } = useStatistics(today)
  const answer = useAnswer('statistics.count', question)
  const groups = useValue('groups.list', {}, [])
  const { by, period, group_id } = question
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value, by, today) : '　'}
      actions={
        <ExportButton report="completion" of={{ period, by, group_id }}>
          导出统计表…
        </ExportButton>
      }
    >
      <div className="bar">
        <PeriodSwitch period={period} this_monday={mondayOf(today)} onChange={setPeriod} />
        <Segmented<CountedBy> aria-label="统计口径" value={by} options={by_choices} onChange={setBy} />
        <NameSelect
          label="范围"
          placeholder="全处"
          width={160}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          value={group_id}
          onChange={setGroup}
        />
        <span className="bar-fill" />
        <Popover trigger="click" placement="bottomRight" title="怎样计数" content={<Rules />}>
          <Button type="text">怎样计数</Button>
        </Popover>
      </div>
      <Faces answer={answer}>
        {(counted) => <Counted counted={counted} kind={period.kind} by={by} group_id={group_id} />}
      </Faces>
    </Page>
  )
}

function Rules() {
  return (
    <ol className="statistics-rules">
      {counting_rules.map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ol>
  )
}

interface CountedProps {
  counted: Statistics
  /** Of what was asked; by time the counted period is the year around. */
  kind: PeriodKind
  by: CountedBy
  group_id: number | null
}

function Counted({ counted, kind, by, group_id }: CountedProps) {
  const { rows, total, period } = counted
  const [open_param, setOpen] = useParam('open')
  const [what_param, setWhat] = useParam('what')
  const choose = useCallback(
    (key: number | string, what: Figure) => {
      setOpen(key)
      setWhat(what)
    },
    [setOpen, setWhat],
  )
  const columns = useMemo(() => statisticsColumns(by, (row, what) => choose(row.key, what)), [by, choose])
  const opened = rows.find(({ key }) => String(key) === open_param)
  const what = (what_param || 'carried_out') as Figure
  if (rows.length === 0) return <NothingCounted />
  return (
    <>
      <FiguresStrip
        total={total}
        {...(by === 'time' && kind === 'year' ? {} : { onChoose: (figure) => choose('all', figure) })}
      />
      <div className="list-area">
        <DataTable<StatisticsRow, number | string>
          label="完成率统计"
          columns={columns}
          rows={rows}
          key_of={({ key }) => key}
          open_key={opened?.key ?? null}
          onOpen={({ key }) => choose(key, what)}
          min_width={1000}
        />
        {(opened !== undefined || open_param === 'all') && (
          <CountedPanel
            title={opened === undefined ? `合计　${period.title}` : titleOf(opened, by, period.title)}
            question={questionOf(counted, { kind, by, group_id, what }, opened)}
            onChoose={setWhat}
            onClose={() => setOpen(null)}
          />
        )}
      </div>
    </>
  )
}

function NothingCounted() {
  return (
    <EmptyHint
      title="这一期没有列入事项"
      actions={<Button onClick={() => go(routeTo('weekly'))}>到本周登记</Button>}
    >
      事项在“每周销号”里登记、结转、销号，这里自动统计。换一期看看，或者先登记。
    </EmptyHint>
  )
}

function titleOf({ name }: StatisticsRow, by: CountedBy, period: string): string {
  return by === 'time' ? name : `${name}　${period}`
}

interface Asked {
  kind: PeriodKind
  by: CountedBy
  group_id: number | null
  what: Figure
}

/** Of the row that is open; of all that is counted when none is. */
function questionOf(
  { period, until_monday }: Statistics,
  { kind, ...asked }: Asked,
  row: StatisticsRow | undefined,
): CountedQuestion {
  const of = { ...asked, staff_id: null, category_id: null }
  if (row === undefined) return { ...of, period: { kind: period.kind, monday: until_monday } }
  if (asked.by === 'time') return CountedQuestion.parse({ ...of, period: { kind, monday: row.key } })
  return { ...of, [`${asked.by}_id`]: row.key, period: { kind, monday: period.first_monday } }
}

/** 2026年第四季度完成率 · 15 人 · 截至 2026-11-20 */
const units: Readonly<Record<CountedBy, string>> = { staff: '人', group: '个组', category: '类', time: '期' }

function subtitleOf({ period, rows, is_running }: Statistics, by: CountedBy, today: string): string {
  const parts = [`${period.title}完成率`, `${rows.length} ${units[by]}`]
  if (is_running) parts.push(`截至 ${today}`)
  return parts.join(' · ')
}

import { Button, Segmented, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import {
  type ComparedWeeks,
  type DifferenceKind,
  difference_words,
  type WeekDifference,
  type WeekSide,
} from '../../src-shared/closing.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'

type Shown = DifferenceKind | 'all'
const kinds = Object.keys(difference_words) as DifferenceKind[]

/** `lock-12` is a week as it stood at that closing, a Monday a week as it is now. */
function sideOf(param: string): WeekSide {
  return param.startsWith('lock-') ? { lock_id: Number(param.slice(5)) } : { week_monday: param }
}

/** 两周对照: what was added, done, slipped, changed or is gone between two closings, or since one. */
export function ComparePage({ before, after }: { before: string; after: string }) {
  const [param, setShown] = useParam('only')
  const shown: Shown = kinds.find((kind) => kind === param) ?? 'all'
  const answer = useAnswer('weekly.compare', { before: sideOf(before), after: sideOf(after) })
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<Button onClick={() => go(routeTo('weekly', { view: 'closing' }))}>回到关账</Button>}
    >
      <Faces answer={answer}>
        {(compared) => (
          <>
            <div className="bar">
              <Segmented<Shown>
                aria-label="哪些变化"
                value={shown}
                onChange={(next) => setShown(next === 'all' ? null : next)}
                options={[
                  { value: 'all', label: `全部 ${compared.differences.length}` },
                  ...kinds.map((kind) => ({
                    value: kind,
                    label: `${difference_words[kind]} ${countOf(compared, kind)}`,
                  })),
                ]}
              />
              <span className="bar-fill" />
              <span className="quiet">另有 {compared.same} 项没有变化</span>
            </div>
            <Differences compared={compared} shown={shown} />
          </>
        )}
      </Faces>
    </Page>
  )
}

function Differences({ compared, shown }: { compared: ComparedWeeks; shown: Shown }) {
  const rows = useMemo(
    () => compared.differences.filter(({ kind }) => shown === 'all' || kind === shown),
    [compared, shown],
  )
  if (compared.differences.length === 0) {
    return <EmptyHint title="没有变化">两边的事项一样，说法也一样。</EmptyHint>
  }
  return (
    <DataTable<WeekDifference>
      label="两周对照"
      columns={columns}
      rows={rows}
      key_of={({ matter_id }) => matter_id}
      onOpen={({ matter_id }) => go(routeTo('weekly', { open: matter_id }))}
      min_width={960}
      empty="没有这一类变化。"
    />
  )
}

const tones: Record<DifferenceKind, string> = {
  added: '',
  done: 'light-green',
  slipped: 'light-red',
  changed: '',
  gone: 'quiet',
}

const columns: TableColumnsType<WeekDifference> = [
  {
    title: '变化',
    dataIndex: 'kind',
    width: 88,
    render: (kind: DifferenceKind) => <span className={tones[kind]}>{difference_words[kind]}</span>,
  },
  { title: '编号', dataIndex: 'number', width: 116, className: 'number' },
  {
    title: '工作事项',
    dataIndex: 'title',
    width: 260,
    render: (title: string) => <div className="two-lines wrap">{title}</div>,
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
  {
    title: '前 → 后',
    dataIndex: 'fields',
    render: (fields: WeekDifference['fields'], { kind }) => (
      <dl className="changed-fields">
        {fields.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {kind !== 'added' && <span className="quiet">{before || '（空）'} → </span>}
              {after || '（空）'}
            </dd>
          </div>
        ))}
      </dl>
    ),
  },
]

function countOf({ differences }: ComparedWeeks, kind: DifferenceKind): number {
  return differences.filter((one) => one.kind === kind).length
}

/** 第46周（11月9日—11月13日）11月13日 17:05关账时 → 第47周 … */
function subtitleOf({ before, after }: ComparedWeeks): string {
  return `${before.title}${before.as_of} → ${after.title}${after.as_of}`
}

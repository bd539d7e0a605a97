import { Select, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import {
  type NumberReport,
  number_kind_words,
  type UnusedNumber,
  unused_words,
} from '../../src-shared/numbers.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'

const columns: TableColumnsType<UnusedNumber & { place: number }> = [
  { title: '编号', dataIndex: 'number', width: 148, className: 'number' },
  {
    title: '种类',
    dataIndex: 'kind',
    width: 96,
    render: (kind: UnusedNumber['kind']) => number_kind_words[kind],
  },
  {
    title: '情况',
    dataIndex: 'why',
    width: 88,
    render: (why: UnusedNumber['why']) => unused_words[why],
  },
  {
    title: '名称',
    dataIndex: 'title',
    render: (title: string) => <div className="two-lines">{title || <span className="quiet">—</span>}</div>,
  },
  {
    title: '原因',
    dataIndex: 'reason',
    render: (reason: string) => <div className="two-lines wrap">{reason}</div>,
  },
  {
    title: '日期',
    dataIndex: 'on',
    width: 116,
    className: 'number',
    render: (on: string, { by }) => (
      <>
        <div>{on}</div>
        <div className="quiet small">{by}</div>
      </>
    ),
  },
]

/** 空号: numbers that were taken and are not in use, so that a register without holes can be shown. */
export function NumbersScreen() {
  const [year_param, setYear] = useParam('year')
  const year = year_param === '' ? null : Number(year_param)
  const answer = useAnswer('numbers.report', { year })
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<ExportButton report="number-gaps">导出说明表…</ExportButton>}
    >
      <Faces answer={answer}>
        {({ unused, years }) => (
          <>
            <div className="bar">
              <span className="quiet bar-fill">
                编号取过就不再给别的事项、职责用；没有用上的在这里写明原因，检查时可以导出。
              </span>
              <Select
                aria-label="年度"
                value={year}
                onChange={(chosen: number | null) => setYear(chosen)}
                style={{ width: 132 }}
                options={[
                  { value: null, label: '全部年度' },
                  ...years.map((one) => ({ value: one, label: `${one}年` })),
                ]}
              />
            </div>
            {unused.length === 0 ? (
              <EmptyHint title="没有空号">取过的编号都在使用。</EmptyHint>
            ) : (
              <UnusedTable unused={unused} />
            )}
          </>
        )}
      </Faces>
    </Page>
  )
}

function UnusedTable({ unused }: { unused: UnusedNumber[] }) {
  const rows = useMemo(() => unused.map((row, at) => ({ ...row, place: at + 1 })), [unused])
  return (
    <DataTable label="空号" columns={columns} rows={rows} key_of={({ place }) => place} min_width={880} />
  )
}

function subtitleOf({ scopes, unused }: NumberReport): string {
  const taken = scopes.reduce((sum, scope) => sum + scope.taken, 0)
  const holes = scopes.reduce((sum, scope) => sum + scope.last - scope.taken, 0)
  const is_whole = holes === 0 ? '编号连续，没有缺号' : `缺 ${holes} 个编号`
  return `共取号 ${taken} 个 · 没有用上 ${unused.length} 个 · ${is_whole}`
}

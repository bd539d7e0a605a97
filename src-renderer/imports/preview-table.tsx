import type { TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { type PlannedRow, type Verdict, verdict_words } from '../../src-shared/imports.ts'
import { DataTable } from '../components/data-table.tsx'
import { OfferButtons, TakenLine } from './suggestion-buttons.tsx'

const verdict_class: Record<Verdict, string> = {
  new: 'light light-green',
  changed: 'light light-amber',
  same: 'quiet',
  skipped: 'quiet',
  wrong: 'light light-red',
}

/** Wide for text, narrow for names and dates. */
function widthOf(label: string): number {
  if (/内容|事项|情况|措施|依据|标准|材料|目标|原因/.test(label)) return 240
  if (/时限|时间|电话|备注|类别/.test(label)) return 130
  return 100
}

function columnsOf(rows: ShownRow[]): { columns: TableColumnsType<ShownRow>; width: number } {
  const labels = new Set<string>()
  for (const { values } of rows) for (const { label } of values) labels.add(label)
  const fields = [...labels].map((label) => ({
    title: label,
    key: label,
    width: widthOf(label),
    render: (_: unknown, row: PlannedRow) => <Value row={row} label={label} />,
  }))
  const has_words = rows.some((row) => row.reason !== '' || row.issues.length > 0 || row.taken.length > 0)
  const columns: TableColumnsType<ShownRow> = [
    { title: '行', dataIndex: 'row', width: 56, className: 'number', fixed: 'start' },
    {
      title: '处理',
      dataIndex: 'verdict',
      width: 72,
      fixed: 'start',
      render: (verdict: Verdict, { is_left_out }) =>
        is_left_out ? (
          <span className="quiet">未导入</span>
        ) : (
          <span className={verdict_class[verdict]}>{verdict_words[verdict]}</span>
        ),
    },
    ...(has_words
      ? [
          {
            title: '说明',
            key: 'why',
            width: 280,
            render: (_: unknown, row: PlannedRow) => <Why row={row} />,
          },
        ]
      : []),
    ...fields,
  ]
  const width = (has_words ? 460 : 180) + fields.reduce((sum, field) => sum + field.width, 0)
  return { columns, width }
}

function Value({ row, label }: { row: PlannedRow; label: string }) {
  const change = row.changes.find((candidate) => candidate.label === label)
  const value = row.values.find((candidate) => candidate.label === label)?.value ?? ''
  if (change === undefined) return <div className="two-lines">{value}</div>
  return (
    <div>
      <del className="quiet">{change.old || '（空）'}</del>
      <div>{change.new || '（空）'}</div>
    </div>
  )
}

function Why({ row }: { row: PlannedRow }) {
  return (
    <>
      {row.reason !== '' && <div className="quiet">{row.reason}</div>}
      {row.taken.map((taken) => (
        <TakenLine key={`${taken.address} ${taken.found}`} taken={taken} />
      ))}
      {row.issues.map((issue) => (
        <div
          key={`${issue.address} ${issue.why}`}
          className={issue.severity === 'wrong' ? 'light-red' : 'finding'}
        >
          <span className="number">{issue.address}</span> {issue.why}
          {issue.suggestion !== undefined && <span className="quiet">　{issue.suggestion}</span>}
          <OfferButtons issue={issue} />
        </div>
      ))}
    </>
  )
}

type ShownRow = PlannedRow & { is_left_out?: boolean }

interface PreviewTableProps {
  /** The same array as long as nothing changed. */
  rows: ShownRow[]
  /** Rows that will be saved, by their address; not for what is saved already. */
  ticks?: {
    selected: string[]
    onSelect: (addresses: string[]) => void
    can_select: (row: PlannedRow) => boolean
  }
  empty?: string
}

export function PreviewTable({ rows, ticks, empty = '没有这样的行' }: PreviewTableProps) {
  const { columns, width } = useMemo(() => columnsOf(rows), [rows])
  return (
    <DataTable
      label="预览"
      columns={columns}
      rows={rows}
      key_of={(row) => row.address}
      {...ticks}
      row_class={() => 'is-plain'}
      min_width={width}
      empty={empty}
    />
  )
}

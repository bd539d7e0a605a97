import { Segmented } from 'antd'
import { type ImportTotals, type Verdict, verdict_words } from '../../src-shared/imports.ts'

export type RowFilter = 'all' | 'trouble' | 'left_out' | Verdict

interface RowFiltersProps {
  totals: ImportTotals
  /** Rows that were not saved although they could be: of a saved import only. */
  left_out?: number
  /** Rows with an issue. */
  trouble: number
  filter: RowFilter
  onFilter: (filter: RowFilter) => void
}

/** The account of the rows, each figure a filter; they add up to the rows read. */
export function RowFilters({ totals, left_out, trouble, filter, onFilter }: RowFiltersProps) {
  const verdicts = Object.entries(verdict_words) as [Verdict, string][]
  const options: { value: RowFilter; label: string; disabled?: boolean }[] = [
    { value: 'all', label: `全部 ${totals.read}` },
    ...verdicts.map(([value, word]) => ({
      value,
      label: `${word} ${totals[value]}`,
      disabled: totals[value] === 0,
    })),
    ...(left_out === undefined
      ? []
      : [{ value: 'left_out' as const, label: `未导入 ${left_out}`, disabled: left_out === 0 }]),
    { value: 'trouble', label: `只看有问题的 ${trouble}`, disabled: trouble === 0 },
  ]
  return (
    <div className="bar">
      <Segmented<RowFilter> aria-label="筛选行" value={filter} onChange={onFilter} options={options} />
    </div>
  )
}

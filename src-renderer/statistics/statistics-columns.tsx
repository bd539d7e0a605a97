import type { TableColumnsType } from 'antd'
import {
  type CountedBy,
  completionRate,
  counted_by_words,
  dueCount,
  overdueCount,
  plannedCount,
  rateText,
  type StatisticsRow,
} from '../../src-shared/statistics.ts'
import { byText } from '../components/by-text.ts'
import type { Figure } from './use-statistics.ts'

type Column = TableColumnsType<StatisticsRow>[number]

/** `onChoose` is told which figure of which row was clicked. */
export function statisticsColumns(
  by: CountedBy,
  onChoose: (row: StatisticsRow, figure: Figure) => void,
): TableColumnsType<StatisticsRow> {
  const figure = (title: string, what: Figure, countOf: (row: StatisticsRow) => number): Column => ({
    title,
    width: 96,
    align: 'right',
    sorter: (one, other) => countOf(one) - countOf(other),
    render: (_, row) => (
      <button
        type="button"
        tabIndex={-1}
        className={`statistics-number${what === 'overdue' && countOf(row) > 0 ? ' is-over' : ''}`}
        disabled={countOf(row) === 0}
        aria-label={`${row.name}${title} ${countOf(row)}`}
        onClick={() => onChoose(row, what)}
      >
        {countOf(row)}
      </button>
    ),
  })
  return [
    {
      title: counted_by_words[by],
      dataIndex: 'name',
      width: 168,
      sorter:
        by === 'time'
          ? (one, other) => String(one.key).localeCompare(String(other.key))
          : byText((row) => row.name),
      render: (name: string, row) => (
        <>
          {name}
          {row.note !== '' && <span className="quiet small">　{row.note}</span>}
        </>
      ),
    },
    {
      title: '计划数',
      width: 96,
      align: 'right',
      sorter: (one, other) => plannedCount(one) - plannedCount(other),
      render: (_, row) => plannedCount(row),
    },
    figure('上期结转', 'carried_in', (row) => row.carried_in),
    figure('计划外', 'unplanned', (row) => row.unplanned),
    figure('完成数', 'finished', (row) => row.finished),
    figure('结转数', 'carried_out', (row) => row.carried_out),
    figure('逾期数', 'overdue', overdueCount),
    figure('撤销数', 'withdrawn', (row) => row.withdrawn),
    {
      title: '完成率',
      width: 190,
      sorter: (one, other) => (completionRate(one) ?? -1) - (completionRate(other) ?? -1),
      render: (_, row) => <Rate row={row} />,
    },
  ]
}

/** The share as a bar beside its words: `92.5%　37/40`. */
function Rate({ row }: { row: StatisticsRow }) {
  return (
    <span className="statistics-rate">
      <span className="number">{rateText(row)}</span>
      <span className="statistics-bar" aria-hidden="true">
        <span style={{ width: `${completionRate(row) ?? 0}%` }} />
      </span>
      <span className="quiet small number">
        {row.finished}/{dueCount(row)}
      </span>
    </span>
  )
}

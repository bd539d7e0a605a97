import type { TableColumnsType } from 'antd'
import { dueText, extendedText, isOpen, lightText } from '../../src-shared/matter-words.ts'
import { demand_words, outcome_words, type TrackedKind, type TrackedRow } from '../../src-shared/tracked.ts'
import { matter_state_words } from '../../src-shared/weekly.ts'
import { LightMark } from '../components/light-mark.tsx'

export function trackedColumns(kind: TrackedKind): TableColumnsType<TrackedRow> {
  return [
    {
      title: '编号',
      width: 124,
      render: (_, { matter }) => <span className="number">{matter.number}</span>,
    },
    {
      title: '事项',
      width: 220,
      render: (_, { matter }) => <div className="two-lines">{matter.title}</div>,
    },
    {
      title: demand_words[kind],
      render: (_, row) => <div className="two-lines">{row.demand}</div>,
    },
    {
      title: '责任人',
      width: 108,
      render: (_, { matter }) => (
        <>
          <div>{matter.staff_name || <span className="finding">未定</span>}</div>
          <div className="quiet small">{matter.group_name}</div>
        </>
      ),
    },
    {
      title: '时限',
      width: 112,
      render: (_, { matter }) => (
        <>
          <div className="number">{dueText(matter) || '未定'}</div>
          <div className="quiet small">{extendedText(matter)}</div>
        </>
      ),
    },
    {
      title: '进展',
      width: 200,
      render: (_, row) => <div className="two-lines quiet">{row.effect || row.progress}</div>,
    },
    {
      title: '状态',
      width: 108,
      render: (_, { matter, outcome }) => (
        <>
          {isOpen(matter) ? (
            <LightMark light={matter.light} word={lightText(matter)} />
          ) : (
            matter_state_words[matter.state]
          )}
          {kind === 'rectification' && <div className="quiet small">{outcome_words[outcome]}</div>}
        </>
      ),
    },
  ]
}

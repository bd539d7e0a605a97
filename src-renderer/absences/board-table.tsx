import type { TableColumnsType } from 'antd'
import { answers_words, type BoardRow } from '../../src-shared/absences.ts'
import { byText } from '../components/by-text.ts'
import { DataTable } from '../components/data-table.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { go, routeTo } from '../route.ts'

const columns: TableColumnsType<BoardRow> = [
  { title: '职责编号', dataIndex: 'number', width: 108, className: 'number' },
  { title: '组别', dataIndex: 'group_name', width: 104 },
  {
    title: '职责内容',
    dataIndex: 'content',
    render: (content: string) => (
      <div className="two-lines" title={content}>
        {content}
      </div>
    ),
  },
  {
    title: 'A岗',
    dataIndex: 'a_name',
    width: 168,
    sorter: byText((row) => row.a_name),
    render: (_, { a_name, a_away }) => (
      <>
        <div>{a_name}</div>
        {a_away !== '' && <div className="quiet small">{a_away}</div>}
      </>
    ),
  },
  {
    title: '现在找谁',
    dataIndex: 'name',
    width: 124,
    sorter: byText((row) => row.name),
    render: (_, row) => <WhoAnswers row={row} />,
  },
  { title: '电话', dataIndex: 'phone', width: 112, className: 'number' },
]

function WhoAnswers({ row: { name, as } }: { row: BoardRow }) {
  if (name === '') return <span className="finding">{answers_words[as]}</span>
  return (
    <>
      <div>{name}</div>
      {as !== 'A' && <div className="quiet small">{answers_words[as]}</div>}
    </>
  )
}

const keys = [
  ['↑↓', '移动'],
  ['回车', '看职责'],
  ['Ctrl N', '登记离岗'],
] as const

export function BoardTable({ rows }: { rows: BoardRow[] }) {
  return (
    <div>
      <DataTable<BoardRow>
        label="在岗表"
        columns={columns}
        rows={rows}
        key_of={(row) => row.duty_id}
        onOpen={(row) => go(routeTo('duties', { open: row.duty_id }))}
        min_width={720}
      />
      <TableFoot keys={keys}>列出 {rows.length} 项职责</TableFoot>
    </div>
  )
}

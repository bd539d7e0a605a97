import { Button, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { type BasisInUse, basisKey } from '../../src-shared/bases.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { BasisDialog, MergeDialog } from './basis-dialogs.tsx'

type Dialog = { kind: 'add' } | { kind: 'edit'; basis: BasisInUse } | { kind: 'merge'; bases: BasisInUse[] }

/** A row of the table; rows are ticked by their place in the list. */
interface BasisRow extends BasisInUse {
  place: number
}

const keys = [
  ['回车', '修改'],
  ['空格', '勾选'],
  ['Ctrl N', '登记'],
] as const

/** 依据库: the documents that duties cite, where each is cited, and how several spellings become one. */
export function BasesPart() {
  const answer = useAnswer('bases.list', {})
  const remove = useChange('bases.remove')
  const [dialog, setDialog] = useState<Dialog | null>(null)
  useCtrlKey('n', () => setDialog({ kind: 'add' }))
  const drop = ({ title, document_number }: BasisInUse) =>
    remove.run({ title, document_number }, `已删除《${title}》`)
  return (
    <>
      <ProblemNotice problem={remove.problem} onClose={remove.clear} />
      <Faces answer={answer}>
        {(bases) => <BasisList bases={bases} onDialog={setDialog} onRemove={drop} />}
      </Faces>
      {dialog?.kind === 'add' && <BasisDialog edited={null} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'edit' && <BasisDialog edited={dialog.basis} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'merge' && <MergeDialog bases={dialog.bases} onClose={() => setDialog(null)} />}
    </>
  )
}

interface BasisListProps {
  bases: BasisInUse[]
  onDialog: (dialog: Dialog) => void
  onRemove: (basis: BasisInUse) => void
}

function BasisList({ bases, onDialog, onRemove }: BasisListProps) {
  const [ticked, setTicked] = useState<string[]>([])
  const rows = useMemo(() => bases.map((basis, place): BasisRow => ({ ...basis, place: place + 1 })), [bases])
  const chosen = rows.filter((row) => ticked.includes(basisKey(row)))
  const edit = (basis: BasisInUse) => onDialog({ kind: 'edit', basis })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a row does is always the same
  const columns = useMemo(() => columnsOf(edit, onRemove), [])
  return (
    <>
      <div className="bar">
        <span className="quiet bar-fill">
          职责的“工作依据”里用书名号写出的文件都在这里。同一文件有几种写法的，勾选后合并。
        </span>
        <Button
          disabled={chosen.length < 2}
          onClick={() => {
            onDialog({ kind: 'merge', bases: chosen })
            setTicked([])
          }}
        >
          合并所选
        </Button>
        <Button type="primary" onClick={() => onDialog({ kind: 'add' })}>
          登记依据
        </Button>
      </div>
      <DataTable<BasisRow>
        label="依据库"
        columns={columns}
        rows={rows}
        key_of={({ place }) => place}
        onOpen={edit}
        onEdit={edit}
        selected={chosen.map(({ place }) => place)}
        onSelect={(places) =>
          setTicked(rows.filter(({ place }) => places.includes(place)).map((row) => basisKey(row)))
        }
        min_width={720}
        empty="还没有依据。登记职责时在工作依据里写《文件名称》（文号）第几条，就会出现在这里。"
      />
      <TableFoot keys={keys}>共 {bases.length} 份文件</TableFoot>
    </>
  )
}

function columnsOf(
  edit: (basis: BasisInUse) => void,
  remove: (basis: BasisInUse) => void,
): TableColumnsType<BasisRow> {
  return [
    {
      title: '文件名称',
      dataIndex: 'title',
      render: (title: string) => <span className="wrap">《{title}》</span>,
    },
    { title: '文号', dataIndex: 'document_number', width: 200 },
    {
      title: '引用',
      key: 'used',
      width: 110,
      render: (_, { duties, title }) =>
        duties.length === 0 ? (
          <span className="quiet">没有引用</span>
        ) : (
          <CellButton
            label={`引用《${title}》的职责：${duties.map(({ number }) => number).join('、')}`}
            onClick={() => go(routeTo('duties', { open: duties[0]?.id }))}
          >
            {duties.length}项职责
          </CellButton>
        ),
    },
    {
      title: '操作',
      key: 'actions',
      width: 132,
      render: (_, basis) => (
        <>
          <CellButton label={`修改《${basis.title}》`} onClick={() => edit(basis)}>
            修改
          </CellButton>
          {'　'}
          <CellButton
            label={`删除《${basis.title}》`}
            disabled={basis.duties.length > 0}
            onClick={() => remove(basis)}
          >
            删除
          </CellButton>
        </>
      ),
    },
  ]
}

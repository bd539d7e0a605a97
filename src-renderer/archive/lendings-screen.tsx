import { Button, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { Lending } from '../../src-shared/archive-care.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { useAnswer } from '../use-answer.ts'
import './archive.css'
import { GiveBackDialog, LendDialog, ProlongDialog } from './lending-dialogs.tsx'

type Dialog = { kind: 'lend' } | { kind: 'back' | 'prolong'; lending: Lending }

/** 借阅: who has what until when, overdue first. */
export function LendingsScreen() {
  const answer = useAnswer('archive.lendings', {})
  const book = useAnswer('book.state', {})
  const [dialog, setDialog] = useState<Dialog | null>(null)
  useCtrlKey('n', () => setDialog({ kind: 'lend' }))
  const rows = answer.state === 'ready' ? answer.value : none
  const columns = useMemo(() => columnsOf(setDialog), [])
  const out = rows.filter(({ returned_on }) => returned_on === null)
  const overdue = out.filter(({ is_overdue }) => is_overdue).length
  const onClose = () => setDialog(null)
  const lendButton = (
    <Button type="primary" onClick={() => setDialog({ kind: 'lend' })}>
      登记借阅
    </Button>
  )
  return (
    <Page
      title="办结归档"
      is_fixed
      subtitle={`借出 ${out.length} 件${overdue > 0 ? `，其中 ${overdue} 件逾期未还` : ''}`}
      actions={rows.length > 0 && lendButton}
    >
      <Faces
        answer={answer}
        empty={(list) =>
          list.length === 0 ? (
            <EmptyHint title="还没有借阅" actions={lendButton}>
              纸质档案借出时在这里登记借阅人和归还期限；到期没有还的排在最前面。
            </EmptyHint>
          ) : null
        }
      >
        {() => (
          <>
            <DataTable<Lending>
              label="借阅登记"
              columns={columns}
              rows={rows}
              key_of={({ id }) => id}
              onOpen={(lending) => lending.returned_on === null && setDialog({ kind: 'back', lending })}
              row_class={({ returned_on }) => (returned_on === null ? '' : 'is-done')}
              min_width={1100}
            />
            <TableFoot keys={keys}>列出 {rows.length} 次借阅</TableFoot>
          </>
        )}
      </Faces>
      {book.state === 'ready' && dialog?.kind === 'lend' && (
        <LendDialog today={book.value.today} onClose={onClose} />
      )}
      {book.state === 'ready' && dialog?.kind === 'back' && (
        <GiveBackDialog lending={dialog.lending} today={book.value.today} onClose={onClose} />
      )}
      {dialog?.kind === 'prolong' && <ProlongDialog lending={dialog.lending} onClose={onClose} />}
    </Page>
  )
}

const none: Lending[] = []
const keys = [
  ['回车', '归还'],
  ['Ctrl N', '登记借阅'],
] as const

function columnsOf(open: (dialog: Dialog) => void): TableColumnsType<Lending> {
  return [
    { title: '档号／编号', dataIndex: 'number', width: 200, className: 'number' },
    {
      title: '题名',
      dataIndex: 'title',
      render: (words: string) => <div className="two-lines">{words}</div>,
    },
    { title: '借阅人', dataIndex: 'borrower', width: 130 },
    { title: '借出', dataIndex: 'lent_on', width: 106, className: 'number' },
    { title: '归还期限', dataIndex: 'due_on', width: 106, className: 'number' },
    {
      title: '状态',
      key: 'state',
      width: 190,
      render: (_, { returned_on, returned_to, is_overdue, return_note }) => {
        if (returned_on === null) {
          return is_overdue ? (
            <span className="light light-red">逾期未还</span>
          ) : (
            <span className="light light-green">借出中</span>
          )
        }
        return (
          <span className="quiet">
            {returned_on} 归还，{returned_to} 收{return_note === '' ? '' : `；${return_note}`}
          </span>
        )
      },
    },
    {
      title: '用途',
      dataIndex: 'purpose',
      width: 140,
      render: (words: string) => <span className="cut">{words}</span>,
    },
    {
      title: '操作',
      key: 'actions',
      width: 110,
      render: (_, lending) =>
        lending.returned_on === null && (
          <>
            <CellButton label={`归还 ${lending.number}`} onClick={() => open({ kind: 'back', lending })}>
              归还
            </CellButton>
            {'　'}
            <CellButton label={`续借 ${lending.number}`} onClick={() => open({ kind: 'prolong', lending })}>
              续借
            </CellButton>
          </>
        ),
    },
  ]
}

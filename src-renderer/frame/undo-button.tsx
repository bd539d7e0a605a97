import { UndoOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useEffect } from 'react'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

/** Takes back the latest change, named on the button; the whole list is in 操作记录. */
export function UndoButton({ undoable }: { undoable: { id: number; title: string } | null }) {
  const { run, is_busy, problem, clear } = useChange('changes.undo')
  const { modal } = App.useApp()
  useEffect(() => {
    if (problem === null) return
    modal.warning({
      title: '没有撤销',
      content: <ProblemNotice problem={problem} />,
      width: 560,
      okText: '知道了',
      onOk: clear,
      onCancel: clear,
    })
  }, [problem, modal, clear])
  return (
    <Button
      type="text"
      icon={<UndoOutlined />}
      loading={is_busy}
      disabled={undoable === null}
      title={undoable === null ? '没有可以撤销的操作' : `撤销：${undoable.title}`}
      onClick={() => undoable && run({ id: undoable.id }, ({ title }) => title)}
    >
      {undoable === null ? '撤销' : `撤销：${undoable.title}`}
    </Button>
  )
}

import { Button, Form, Input, Modal, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import {
  type ShelfCheck,
  type ShelfRow,
  type ShelfState,
  shelf_states,
} from '../../src-shared/archive-care.ts'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

/** The tick list, along the shelf: what is ticked is there, what is not has a word. */
export function ShelfTicking({ check, onClose }: { check: ShelfCheck; onClose: () => void }) {
  const answer = useAnswer('archive.checkRows', { id: check.id })
  const tick = useChange('archive.tick')
  const [chosen, setChosen] = useState<number[]>([])
  const [note, setNote] = useState('')
  const [is_ending, setEnding] = useState(false)
  const is_over = check.finished_on !== null
  const rows = answer.state === 'ready' ? answer.value : none
  const say = async (state: ShelfState) => {
    const said = `${chosen.length} 项${shelf_states[state]}`
    if ((await tick.run({ row_ids: chosen, state, note }, said)) === undefined) return
    setChosen([])
    setNote('')
  }
  const waiting = useMemo(() => rows.filter(({ state }) => state === 'waiting').map(({ id }) => id), [rows])
  return (
    <Modal open title={check.title} width={900} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <ProblemNotice problem={tick.problem} onClose={tick.clear} />
      {is_over ? (
        <p className="quiet">
          {check.finished_on} 结束。{check.conclusion}
        </p>
      ) : (
        <div className="bar">
          <Button onClick={() => setChosen(waiting.slice(0, 500))} disabled={waiting.length === 0}>
            选中未查的（{waiting.length}）
          </Button>
          <Input
            aria-label="说明"
            placeholder="说明（不在、放错时填写）"
            style={{ width: 240 }}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <span className="bar-fill" />
          {(['missing', 'misplaced'] as const).map((state) => (
            <Button key={state} disabled={chosen.length === 0} onClick={() => say(state)}>
              {shelf_states[state]}
            </Button>
          ))}
          <Button type="primary" disabled={chosen.length === 0} onClick={() => say('present')}>
            在位{chosen.length > 0 ? `（${chosen.length}）` : ''}
          </Button>
          <Button onClick={() => setEnding(true)}>结束清点</Button>
        </div>
      )}
      <div className="shelf-list">
        <Faces answer={answer}>
          {() => (
            <DataTable<ShelfRow>
              label="清点清单"
              columns={columns}
              rows={rows}
              key_of={({ id }) => id}
              {...(is_over ? {} : { selected: chosen, onSelect: setChosen })}
              min_width={760}
            />
          )}
        </Faces>
      </div>
      {is_ending && (
        <EndDialog check={check} left={waiting.length} onDone={onClose} onClose={() => setEnding(false)} />
      )}
    </Modal>
  )
}

const none: ShelfRow[] = []
const lights: Record<ShelfState, string> = {
  waiting: 'quiet',
  present: 'light light-green',
  missing: 'light light-red',
  misplaced: 'light light-amber',
}

const columns: TableColumnsType<ShelfRow> = [
  { title: '存放位置', dataIndex: 'place', width: 170 },
  { title: '编号', dataIndex: 'number', width: 160, className: 'number' },
  { title: '内容', dataIndex: 'title', render: (words: string) => <span className="cut">{words}</span> },
  {
    title: '清点',
    dataIndex: 'state',
    width: 200,
    render: (state: ShelfState, { note }) => (
      <>
        <span className={lights[state]}>{shelf_states[state]}</span>
        {note !== '' && <span className="quiet small">　{note}</span>}
      </>
    ),
  },
]

interface EndDialogProps {
  check: ShelfCheck
  left: number
  onDone: () => void
  onClose: () => void
}

function EndDialog({ check, left, onDone, onClose }: EndDialogProps) {
  const [form] = Form.useForm<{ conclusion: string }>()
  const { run, is_busy, problem } = useChange('archive.finishCheck')
  const submit = async ({ conclusion }: { conclusion: string }) => {
    if ((await run({ id: check.id, conclusion }, '清点已结束')) !== undefined) onDone()
  }
  return (
    <FormDialog<{ conclusion: string }>
      title={`结束清点：${check.title}`}
      verb="结束"
      form={form}
      initial={{ conclusion: '' }}
      is_busy={is_busy}
      problem={problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
    >
      {left > 0 && <p className="light light-amber">还有 {left} 项未查，结束后不能再打勾。</p>}
      <Form.Item label="结论" name="conclusion">
        <Input placeholder="如：账物相符" />
      </Form.Item>
    </FormDialog>
  )
}

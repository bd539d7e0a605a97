import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { handover_state_words } from '../../src-shared/absences.ts'
import { spanText } from '../../src-shared/half-days.ts'
import type { Handover, HandoverItem } from '../../src-shared/handovers.ts'
import { Faces } from '../components/faces.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { DoneList } from './done-list.tsx'
import { type HandoverDialog, HandoverDialogs } from './handover-dialogs.tsx'
import { ItemsEditor } from './items-editor.tsx'
import { PrintButton } from './print-button.tsx'

/** One 交接单: its head and lists to be typed, what the book knows of duties and matters, and its way to 已返岗. */
export function HandoverPage({ absence_id, today }: { absence_id: number; today: string }) {
  const answer = useAnswer('handovers.get', { absence_id })
  return (
    <div className="handover-page">
      <Faces answer={answer}>
        {(handover) =>
          handover.absence.id === absence_id ? <Sheet handover={handover} today={today} /> : null
        }
      </Faces>
    </div>
  )
}

interface HeadValues {
  receiver: string
  supervisor: string
  place: string
}

function Sheet({ handover, today }: { handover: Handover; today: string }) {
  const { absence, receiver, supervisor, place } = handover
  const [form] = Form.useForm<HeadValues>()
  const [items, setItems] = useState<HandoverItem[]>(handover.items)
  const [is_changed, setChanged] = useState(false)
  const [dialog, setDialog] = useState<HandoverDialog | null>(null)
  const { run, is_busy, problem } = useChange('handovers.save')
  const save = async () => {
    const values = form.getFieldsValue()
    const named = items.filter(({ name }) => name.trim() !== '')
    const saved = await run({ absence_id: absence.id, ...values, items: named }, '交接单已保存')
    if (saved === undefined) return false
    setItems(named)
    setChanged(false)
    return true
  }
  const saveThen = async (next: HandoverDialog) => {
    if (!is_changed || (await save())) setDialog(next)
  }
  return (
    <>
      <section className="sheet handover-head" aria-label="交接单表头">
        <div className="bar">
          <h2>
            {handover.number}　{absence.name}　{absence.kind}　{spanText(absence)}
          </h2>
          <span className="bar-fill" />
          <span>{handover_state_words[handover.state]}</span>
          <Steps
            handover={handover}
            is_changed={is_changed}
            is_busy={is_busy}
            onSave={save}
            onNext={saveThen}
          />
        </div>
        <ProblemNotice problem={problem} />
        <Form<HeadValues>
          form={form}
          layout="vertical"
          autoComplete="off"
          initialValues={{ receiver, supervisor, place }}
          onValuesChange={() => setChanged(true)}
        >
          <div className="form-row">
            <Form.Item label="接收人" name="receiver">
              <Input />
            </Form.Item>
            <Form.Item label="监交人" name="supervisor">
              <Input />
            </Form.Item>
            <Form.Item label="交接地点" name="place">
              <Input />
            </Form.Item>
          </div>
        </Form>
      </section>
      {handover.state !== 'waiting' && <DoneList handover={handover} onAdd={() => setDialog('action')} />}
      <LiveParts handover={handover} />
      <ItemsEditor
        items={items}
        fields={problem?.fields ?? {}}
        is_handed_over={handover.state !== 'waiting'}
        onChange={(next) => {
          setItems(next)
          setChanged(true)
        }}
      />
      {dialog !== null && (
        <HandoverDialogs dialog={dialog} handover={handover} today={today} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

interface StepsProps {
  handover: Handover
  is_changed: boolean
  is_busy: boolean
  onSave: () => void
  onNext: (dialog: HandoverDialog) => void
}

function Steps({ handover, is_changed, is_busy, onSave, onNext }: StepsProps) {
  const absence_id = handover.absence.id
  return (
    <>
      <Button loading={is_busy} disabled={!is_changed} onClick={onSave}>
        保存
      </Button>
      <PrintButton request={{ paper: 'handover', absence_id }} disabled={is_changed}>
        导出交接单…
      </PrintButton>
      {handover.state === 'waiting' ? (
        <Button onClick={() => onNext('hand_over')}>已交接</Button>
      ) : (
        <PrintButton request={{ paper: 'hand_back', absence_id }} disabled={is_changed}>
          导出返岗单…
        </PrintButton>
      )}
      {handover.state === 'handed_over' && <Button onClick={() => onNext('hand_back')}>已返岗</Button>}
    </>
  )
}

/** What the sheet takes from the book as it is now. */
function LiveParts({ handover: { duties, matters } }: { handover: Handover }) {
  return (
    <div className="handover-live">
      <section className="sheet" aria-label="职责及接替人">
        <h3>
          一、职责及接替人<span className="quiet">　{duties.length} 项，取自AB岗和指派</span>
        </h3>
        <ul>
          {duties.map((duty) => (
            <li key={duty.number}>
              <span className="cut" title={duty.content}>
                <span className="number">{duty.number}</span>　{duty.content}
              </span>
              <span className={duty.taken_by.includes('待指派') ? 'finding' : ''}>{duty.taken_by}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="sheet" aria-label="在办事项">
        <h3>
          二、在办事项<span className="quiet">　{matters.length} 件，取自每周销号</span>
        </h3>
        <ul>
          {matters.map((matter) => (
            <li key={matter.number}>
              <span className="cut" title={matter.title}>
                <span className="number">{matter.number}</span>　{matter.title}
              </span>
              <span className="number">{matter.due || '未定时限'}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

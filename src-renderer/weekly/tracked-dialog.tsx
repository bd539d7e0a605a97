import { Form, Input, Select } from 'antd'
import {
  demand_words,
  effect_words,
  type Outcome,
  outcome_words,
  type TrackedEdit,
  type TrackedKind,
  type TrackedRow,
  tracked_words,
} from '../../src-shared/tracked.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { NamesSelect } from '../components/name-select.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

type Values = Omit<TrackedEdit, 'id' | 'kind'> & { matter_ids: number[] }

interface TrackedDialogProps {
  kind: TrackedKind
  /** Null to put matters on the ledger. */
  row: TrackedRow | null
  onClose: () => void
}

const outcomes = (Object.keys(outcome_words) as Outcome[]).map((value) => ({
  value,
  label: outcome_words[value],
}))
const blank = {
  demand: '',
  shown_as: '',
  goal: '',
  measures: '',
  units: '',
  effect: '',
  outcome: 'open',
} as const

/** 列入督办, 列入整改, and what their ledgers ask of a line that is there. */
export function TrackedDialog({ kind, row, onClose }: TrackedDialogProps) {
  const [form] = Form.useForm<Values>()
  const add = useChange('tracked.add')
  const edit = useChange('tracked.edit')
  const untracked = useValue('tracked.untracked', {}, [])
  const word = tracked_words[kind]
  const submit = async ({ matter_ids, ...values }: Values) => {
    const saved =
      row === null
        ? await add.run({ ...values, kind, matter_ids }, ({ added }) => `已列入${word} ${added} 项`)
        : await edit.run({ ...values, kind, id: row.id }, '已修改')
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<Values>
      title={row === null ? `列入${word}` : `修改${word} ${row.matter.number}`}
      verb={row === null ? `列入${word}` : '保存'}
      form={form}
      initial={{ matter_ids: [], ...blank, ...(row === null ? {} : valuesOf(row)) }}
      is_busy={add.is_busy || edit.is_busy}
      problem={add.problem ?? edit.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {row === null ? (
        <Form.Item label="事项" name="matter_ids" required extra="列的是还没有销号的事项，可以选几项。">
          <NamesSelect
            placeholder="编号或事项"
            options={untracked.map(({ matter_id, number, title, staff_name }) => ({
              value: matter_id,
              label: `${number}　${title}`,
              detail: staff_name,
            }))}
          />
        </Form.Item>
      ) : (
        <p className="record-text">{row.matter.title}</p>
      )}
      <Form.Item label={demand_words[kind]} name="demand" required>
        <LongText lines={2} />
      </Form.Item>
      {kind === 'rectification' && <RectificationFields />}
      <div className="form-row">
        <Form.Item label={kind === 'supervision' ? '协办部门' : '责任部门（牵头/配合）'} name="units">
          <Input />
        </Form.Item>
        <Form.Item label="完成状态" name="outcome">
          <Select options={outcomes} />
        </Form.Item>
      </div>
      <Form.Item label={effect_words[kind]} name="effect">
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}

function RectificationFields() {
  return (
    <>
      <Form.Item label="问题表现" name="shown_as">
        <LongText lines={2} />
      </Form.Item>
      <Form.Item label="整改目标" name="goal">
        <Input />
      </Form.Item>
      <Form.Item label="整改措施" name="measures" extra="不填的，台账上写事项名称。">
        <LongText lines={2} />
      </Form.Item>
    </>
  )
}

function valuesOf({ demand, shown_as, goal, measures, units, effect, outcome }: TrackedRow) {
  return { demand, shown_as, goal, measures, units, effect, outcome }
}

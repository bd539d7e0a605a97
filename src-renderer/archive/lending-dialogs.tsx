import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { Lendable, Lending } from '../../src-shared/archive-care.ts'
import { addDays } from '../../src-shared/dates.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

interface LendValues {
  thing: string
  borrower: string
  purpose: string
  approved_by: string
  lent_on: string
  due_on: string
}

const usual_days = 14
const nothing: Lendable[] = []
const keyOf = ({ kind, id }: Lendable) => `${kind} ${id}`

export function LendDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const [form] = Form.useForm<LendValues>()
  const [words, setWords] = useState('')
  const found = useValue('archive.lendable', { text: words }, nothing)
  const { run, is_busy, problem } = useChange('archive.lend')
  const submit = async ({ thing, ...values }: LendValues) => {
    const [kind, id] = thing.split(' ')
    const saved = await run(
      { ...values, thing: { kind: kind === 'item' ? 'item' : 'entry', id: Number(id) } },
      `已登记借给 ${values.borrower}`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<LendValues>
      title="登记借阅"
      verb="借出"
      form={form}
      initial={{
        thing: '',
        borrower: '',
        purpose: '',
        approved_by: '',
        lent_on: today,
        due_on: addDays(today, usual_days),
      }}
      is_busy={is_busy}
      problem={problem}
      width={640}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="借什么" name="thing" rules={[{ required: true, message: '请选择要借出的卷或件。' }]}>
        <Select
          showSearch={{ filterOption: false, onSearch: setWords }}
          placeholder="输入档号、编号或题名"
          notFoundContent="没有找到；已借出的不列。"
          options={found.map((thing) => ({
            value: keyOf(thing),
            label: `${thing.number}　${thing.title}${thing.place === '' ? '' : `（${thing.place}）`}`,
          }))}
        />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="借阅人" name="borrower" required>
          <Input placeholder="姓名，外单位的写明单位" />
        </Form.Item>
        <Form.Item label="批准人" name="approved_by">
          <Input />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="借出日期" name="lent_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="归还期限" name="due_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
      <Form.Item label="用途" name="purpose">
        <Input placeholder="如：职称评审核对" />
      </Form.Item>
    </FormDialog>
  )
}

interface BackValues {
  returned_on: string
  return_note: string
}

export function GiveBackDialog({
  lending,
  today,
  onClose,
}: {
  lending: Lending
  today: string
  onClose: () => void
}) {
  const [form] = Form.useForm<BackValues>()
  const { run, is_busy, problem } = useChange('archive.giveBack')
  const submit = async (values: BackValues) => {
    if ((await run({ id: lending.id, ...values }, `已归还 ${lending.number}`)) !== undefined) onClose()
  }
  return (
    <FormDialog<BackValues>
      title={`归还 ${lending.number}`}
      verb="归还"
      form={form}
      initial={{ returned_on: today, return_note: '' }}
      is_busy={is_busy}
      problem={problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">
        {lending.title}　{lending.borrower} {lending.lent_on} 借出
      </p>
      <Form.Item label="归还日期" name="returned_on" required>
        <DateField allow_clear={false} />
      </Form.Item>
      <Form.Item label="核对情况" name="return_note">
        <Input placeholder="如：页数相符，放回原处" />
      </Form.Item>
    </FormDialog>
  )
}

export function ProlongDialog({ lending, onClose }: { lending: Lending; onClose: () => void }) {
  const [form] = Form.useForm<{ due_on: string }>()
  const { run, is_busy, problem } = useChange('archive.prolong')
  const submit = async ({ due_on }: { due_on: string }) => {
    if ((await run({ id: lending.id, due_on }, `已续借到 ${due_on}`)) !== undefined) onClose()
  }
  return (
    <FormDialog<{ due_on: string }>
      title={`续借 ${lending.number}`}
      verb="续借"
      form={form}
      initial={{ due_on: addDays(lending.due_on, usual_days) }}
      is_busy={is_busy}
      problem={problem}
      width={420}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label={`归还期限（原来是 ${lending.due_on}）`} name="due_on" required>
        <DateField allow_clear={false} />
      </Form.Item>
    </FormDialog>
  )
}

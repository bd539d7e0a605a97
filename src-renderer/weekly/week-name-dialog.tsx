import { Form, Input, InputNumber } from 'antd'
import { nameOfIsoWeek } from '../../src-shared/week.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

interface Values {
  name: string
  weeks: number
}

/** A week's own name, such as 教学第12周; the weeks after it can count on from its number. */
export function WeekNameDialog({ week_monday, onClose }: { week_monday: string; onClose: () => void }) {
  const answer = useAnswer('weekly.show', { week_monday })
  if (answer.state !== 'ready' || answer.is_old) return null
  const { name } = answer.value.head
  const own = nameOfIsoWeek(week_monday)
  return <NameForm week_monday={week_monday} own={own} name={name === own ? '' : name} onClose={onClose} />
}

interface NameFormProps {
  week_monday: string
  own: string
  name: string
  onClose: () => void
}

function NameForm({ week_monday, own, name, onClose }: NameFormProps) {
  const [form] = Form.useForm<Values>()
  const { run, is_busy, problem } = useChange('weekly.name')
  const submit = async (values: Values) => {
    const saved = await run({ week_monday, ...values }, ({ named }) =>
      values.name.trim() === '' ? `已恢复原名（${named} 周）` : `已命名 ${named} 周`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<Values>
      title={`给${own}命名`}
      verb="保存"
      form={form}
      initial={{ name, weeks: 1 }}
      is_busy={is_busy}
      problem={problem}
      width={520}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="名称" name="name" extra={`例如“教学第12周”；不填就叫${own}。标题里的起止日期照旧。`}>
        <Input maxLength={20} placeholder={own} />
      </Form.Item>
      <Form.Item label="连续命名" name="weeks" extra="名称里有数字的，后面各周依次加一，没有工作日的周跳过。">
        <InputNumber min={1} max={60} precision={0} suffix="周" style={{ width: 140 }} />
      </Form.Item>
    </FormDialog>
  )
}

import { Form } from 'antd'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { MatterFields, type MatterValues } from './matter-form.tsx'

const empty_matter = {
  title: '',
  detail: '',
  staff_id: null,
  duty_id: null,
  helpers: '',
  leader: '',
  source: '',
  due_on: null,
  due_text: '',
  remark: '',
}
const no_reason = { kind: 'extension', reason: '', approved_by: '' } as const
const empty_line = { progress: '', unfinished_reason: '', evidence: '' }

interface NewMatterDialogProps {
  week_monday: string
  part: 'this_week' | 'next_week'
  group_id: number | null
  onClose: () => void
}

/** 登记事项: for this week (计划外) or into next week's plan; 保存并继续 keeps group, category and person. */
export function NewMatterDialog({ week_monday, part, group_id, onClose }: NewMatterDialogProps) {
  const [form] = Form.useForm<MatterValues>()
  const { run, is_busy, problem } = useChange('weekly.add')
  const is_planned = part === 'next_week'
  const initial = {
    matter: { ...empty_matter, group_id, category_id: null },
    line: { ...empty_line, week_state: is_planned ? 'not_started' : 'in_progress' },
  } as unknown as MatterValues

  const submit = async ({ matter, line }: MatterValues, goes_on: boolean) => {
    const values = { matter: { ...initial.matter, ...matter }, line: { ...initial.line, ...line } }
    const saved = await run({ week_monday, is_planned, ...values }, ({ number }) => `已登记 ${number}`)
    if (saved === undefined) return
    if (!goes_on) return onClose()
    const { group_id, category_id, staff_id } = values.matter
    form.setFieldsValue({ ...initial, matter: { ...initial.matter, group_id, category_id, staff_id } })
    form.focusField(['matter', 'title'])
  }
  return (
    <FormDialog<MatterValues>
      title={is_planned ? '登记下周工作打算' : '登记本周事项（计划外）'}
      verb="登记"
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      width={760}
      onSubmit={submit}
      onClose={onClose}
      next_verb="登记并继续"
    >
      <MatterFields form={form} due_on={null} has_line={!is_planned} />
    </FormDialog>
  )
}

/** 修改: facts of the matter and what is said of it this week. */
export function EditMatterDialog({ row, onClose }: { row: WeekRow; onClose: () => void }) {
  const [form] = Form.useForm<MatterValues>()
  const { run, is_busy, problem } = useChange('weekly.edit')
  const { title, detail, category_id, group_id, staff_id, duty_id, helpers, leader, source } = row
  const { due_on, due_text, remark, progress, week_state, unfinished_reason, evidence } = row
  const initial: MatterValues = {
    matter: {
      title,
      detail,
      category_id,
      group_id,
      staff_id,
      duty_id,
      helpers,
      leader,
      source,
      due_on,
      due_text,
      remark,
    },
    line: { progress, week_state, unfinished_reason, evidence },
    due_change: no_reason,
  }
  const submit = async (values: MatterValues) => {
    const is_moved = due_on !== null && values.matter.due_on !== due_on
    const saved = await run(
      {
        matter_week_id: row.id,
        matter: { ...initial.matter, ...values.matter },
        line: { ...initial.line, ...values.line },
        due_change: is_moved ? { ...no_reason, ...values.due_change } : null,
      },
      `已保存 ${row.number}`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<MatterValues>
      title={`修改 ${row.number}`}
      verb="保存"
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      width={760}
      onSubmit={submit}
      onClose={onClose}
    >
      <MatterFields form={form} due_on={due_on} has_line />
    </FormDialog>
  )
}

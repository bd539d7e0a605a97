import { Button, Form, Input } from 'antd'
import type { Readiness, Training } from '../../src-shared/backup-posts.ts'
import { addDays } from '../../src-shared/dates.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { RecordNames } from '../components/record-names.tsx'
import { useChange } from '../use-change.ts'
import { useStaffChoices } from '../use-choices.ts'

interface PlanValues {
  teacher_staff_id: number | null
  due_on: string
  note: string
}

/** 列入培训计划: the A of each duty teaches its B unless somebody else is named. */
export function TrainingDialog({
  rows,
  today,
  onClose,
}: {
  rows: readonly Readiness[]
  today: string
  onClose: () => void
}) {
  const [form] = Form.useForm<PlanValues>()
  const { run, is_busy, problem } = useChange('backupPosts.planTrainings')
  const submit = async (values: PlanValues) => {
    const pairs = rows.map(({ duty_id, b }) => ({ duty_id, staff_id: b.staff_id }))
    const saved = await run({ ...values, pairs }, ({ planned }) => `已列入培训计划 ${planned} 项`)
    if (saved !== undefined) onClose()
  }
  const records = rows.map(({ duty_id, b, number, content }) => ({
    id: duty_id * 10_000 + b.staff_id,
    title: `${b.name} ${number}`,
    detail: content,
  }))
  return (
    <FormDialog<PlanValues>
      title={`列入培训计划（${rows.length} 项）`}
      verb="列入"
      width={560}
      form={form}
      initial={{ teacher_staff_id: null, due_on: addDays(today, 30), note: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <RecordNames label="要培训的B岗" records={records} />
      <div className="form-row">
        <Form.Item label="带教人" name="teacher_staff_id">
          <NameSelect options={useStaffChoices()} placeholder="各职责的A岗" />
        </Form.Item>
        <Form.Item label="计划完成" name="due_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
      <Form.Item label="备注" name="note">
        <Input placeholder="如：结对子，跟办一次" />
      </Form.Item>
    </FormDialog>
  )
}

interface EditValues {
  due_on: string
  done_on: string | null
  note: string
}

export function TrainingEditDialog({ training, onClose }: { training: Training; onClose: () => void }) {
  const [form] = Form.useForm<EditValues>()
  const edit = useChange('backupPosts.editTraining')
  const remove = useChange('backupPosts.removeTraining')
  const { due_on, done_on, note } = training
  return (
    <FormDialog<EditValues>
      title="培训计划"
      verb="保存"
      width={480}
      form={form}
      initial={{ due_on, done_on, note }}
      is_busy={edit.is_busy}
      problem={edit.problem ?? remove.problem}
      onSubmit={async (values) => {
        const saved = await edit.run({ id: training.id, ...values }, '已保存培训计划')
        if (saved !== undefined) onClose()
      }}
      onClose={onClose}
      more_actions={
        <Button
          loading={remove.is_busy}
          onClick={async () => {
            const removed = await remove.run({ id: training.id }, '已移出培训计划')
            if (removed !== undefined) onClose()
          }}
        >
          移出计划
        </Button>
      }
    >
      <div className="form-row">
        <Form.Item label="计划完成" name="due_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="完成日期" name="done_on">
          <DateField />
        </Form.Item>
      </div>
      <Form.Item label="备注" name="note">
        <Input />
      </Form.Item>
    </FormDialog>
  )
}

import { Form, Input } from 'antd'
import type { PostHolders } from '../../src-shared/backup-posts.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import type { NameOption } from '../components/name-select.tsx'
import { useAnswer, useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { dropDraft, type PostEdit } from './post-draft.ts'

interface AdjustValues {
  effective_on: string
  approver: string
  reason: string
}

interface AdjustDialogProps {
  edits: readonly PostEdit[]
  people: readonly NameOption[]
  onClose: () => void
}

/** AB岗调整: who holds what instead, from when, why and by whose approval; several duties by one decision. */
export function AdjustDialog(props: AdjustDialogProps) {
  const book = useAnswer('book.state', {})
  if (book.state !== 'ready') return null
  return <DialogOn {...props} today={book.value.today} />
}

function DialogOn({ edits, people, onClose, today }: AdjustDialogProps & { today: string }) {
  const [form] = Form.useForm<AdjustValues>()
  const { run, is_busy, problem } = useChange('backupPosts.adjust')
  const { needs_approver } = useValue('backupPosts.rules', {}, { is_recording: true, needs_approver: true })
  const names = new Map(people.map(({ value, label }) => [value, label]))
  const submit = async (values: AdjustValues) => {
    const lines = edits.map(({ duty_id, after }) => ({ duty_id, ...after }))
    const saved = await run({ ...values, lines }, ({ adjusted }) => `已登记 ${adjusted} 项职责的AB岗调整`)
    if (saved === undefined) return
    dropDraft()
    onClose()
  }
  return (
    <FormDialog<AdjustValues>
      title={`登记AB岗调整（${edits.length} 项职责）`}
      verb="登记"
      width={760}
      form={form}
      initial={{ effective_on: today, approver: '', reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <EditTable edits={edits} names={names} />
      <div className="form-row">
        <Form.Item label="批准人" name="approver" required={needs_approver}>
          <Input placeholder="如：分管领导姓名" />
        </Form.Item>
        <Form.Item label="生效日期" name="effective_on" required extra="可以是以后的日期，到那天自动生效。">
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
      <Form.Item label="调整原因" name="reason" required={needs_approver}>
        <Input placeholder="如：岗位轮换、人员退休、工作需要" />
      </Form.Item>
    </FormDialog>
  )
}

function EditTable({ edits, names }: { edits: readonly PostEdit[]; names: ReadonlyMap<number, string> }) {
  return (
    <div className="edit-table">
      <table aria-label="要调整的职责">
        <thead>
          <tr>
            <th>职责</th>
            <th>调整前</th>
            <th>调整后</th>
          </tr>
        </thead>
        <tbody>
          {edits.map(({ duty_id, number, content, before, after }) => (
            <tr key={duty_id}>
              <td>
                <span className="number">{number}</span>
                <span className="cut quiet" title={content}>
                  {content}
                </span>
              </td>
              <td>
                <PostNames posts={before} names={names} />
              </td>
              <td>
                <PostNames posts={after} names={names} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PostNames({ posts, names }: { posts: PostHolders; names: ReadonlyMap<number, string> }) {
  const nameOf = (staff_id: number) => names.get(staff_id) ?? '（已离开）'
  const bs = posts.b_staff_ids.map(nameOf)
  return (
    <>
      <div>A岗　{posts.a_staff_id === null ? '无' : nameOf(posts.a_staff_id)}</div>
      <div>B岗　{bs.length === 0 ? '无' : bs.join('、')}</div>
    </>
  )
}

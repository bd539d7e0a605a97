import { Form, Input } from 'antd'
import type { PublicationPreview } from '../../src-shared/backup-posts.ts'
import { CalendarDate } from '../../src-shared/dates.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

interface PublishValues {
  as_of: string
  approver: string
  note: string
}

/** 公布AB岗: freezes who holds what as of a day. */
export function PublishDialog({ today, onClose }: { today: string; onClose: () => void }) {
  const [form] = Form.useForm<PublishValues>()
  const { run, is_busy, problem } = useChange('backupPosts.publish')
  const typed = Form.useWatch('as_of', form)
  const as_of = CalendarDate.safeParse(typed).success ? (typed ?? today) : today
  const preview = useAnswer('backupPosts.previewPublication', { as_of })
  const submit = async (values: PublishValues) => {
    const saved = await run(values, `已公布 ${values.as_of} 的AB岗，可以导出公布表`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<PublishValues>
      title="公布AB岗"
      verb="公布"
      width={640}
      form={form}
      initial={{ as_of: today, approver: '', note: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="公布哪一天的设置" name="as_of" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="批准公布" name="approver">
          <Input placeholder="如：处领导姓名" />
        </Form.Item>
      </div>
      <Form.Item label="说明" name="note">
        <Input placeholder="如：2026年下半年公布" />
      </Form.Item>
      {preview.state === 'ready' && <Preview preview={preview.value} />}
    </FormDialog>
  )
}

const kind_words = { new: '新增', gone: '取消', changed: '调整' } as const

function Preview({
  preview: { last, duties, without_a, without_b, differences },
}: {
  preview: PublicationPreview
}) {
  const missing = [
    ...(without_a > 0 ? [`缺A岗${without_a}项`] : []),
    ...(without_b > 0 ? [`缺B岗${without_b}项`] : []),
  ]
  return (
    <section aria-label="公布的内容">
      <p>
        共{duties}项职责
        {missing.length > 0 && '　'}
        {missing.length > 0 && <span className="finding">{missing.join('，')}，照样可以公布</span>}
        <br />
        {last === null
          ? '首次公布。公布以后，A岗、B岗换人要登记批准人和原因。'
          : `较上次公布（${last.as_of}）有变化的：${differences.length === 0 ? '没有' : `${differences.length}项`}`}
      </p>
      {differences.length > 0 && (
        <ul className="record-names" aria-label="较上次的变化">
          {differences.map(({ duty_id, kind, number, content }) => (
            <li key={duty_id} className="cut">
              {kind_words[kind]}　<span className="number">{number}</span>　{content}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

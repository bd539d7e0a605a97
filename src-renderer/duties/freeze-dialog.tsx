import { Form, Input } from 'antd'
import type { FreezeVersion } from '../../src-shared/duty-versions.ts'
import { DateField } from '../components/date-field.tsx'
import { Faces } from '../components/faces.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

/** 定版: a name for the list as it stands on a day. What was frozen is never changed; a slip is taken back by 撤销. */
export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <FreezeForm today={today} onClose={onClose} />}</Faces>
}

function FreezeForm({ today, onClose }: { today: string; onClose: () => void }) {
  const [form] = Form.useForm<FreezeVersion>()
  const { run, is_busy, problem } = useChange('duties.freeze')
  const submit = async (version: FreezeVersion) => {
    const saved = await run(version, `已定版 ${version.name}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<FreezeVersion>
      title="履职清单定版"
      verb="定版"
      width={520}
      form={form}
      initial={{ name: `${today.slice(0, 4)}年版`, as_of: today, note: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="版本名称" name="name" required>
          <Input />
        </Form.Item>
        <Form.Item label="截至日期" name="as_of" required>
          <DateField allow_clear={false} />
        </Form.Item>
      </div>
      <Form.Item label="说明" name="note">
        <Input placeholder="如：经处务会2026年11月20日审议通过" />
      </Form.Item>
      <p className="quiet">全部职责连同A岗、B岗、组别照当天的样子固定下来，以后不再改动；定错了可以撤销。</p>
    </FormDialog>
  )
}

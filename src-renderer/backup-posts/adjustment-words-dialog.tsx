import { Form, Input } from 'antd'
import type { Adjustment } from '../../src-shared/backup-posts.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface WordsValues {
  approver: string
  reason: string
}

/** 补登: what a change that came by a file or by the form of a duty did not say. */
export function AdjustmentWordsDialog({
  adjustment,
  onClose,
}: {
  adjustment: Adjustment
  onClose: () => void
}) {
  const [form] = Form.useForm<WordsValues>()
  const { run, is_busy, problem } = useChange('backupPosts.completeAdjustment')
  const submit = async (values: WordsValues) => {
    const saved = await run({ id: adjustment.id, ...values }, '已保存批准人和调整原因')
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<WordsValues>
      title={`${adjustment.effective_on} 的AB岗调整（${adjustment.lines.length} 项职责）`}
      verb="保存"
      width={520}
      form={form}
      initial={{ approver: adjustment.approver, reason: adjustment.reason }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="批准人" name="approver" required>
        <Input />
      </Form.Item>
      <Form.Item label="调整原因" name="reason" required>
        <Input placeholder="如：岗位轮换、人员退休、工作需要" />
      </Form.Item>
    </FormDialog>
  )
}

import { Button, Form } from 'antd'
import { useState } from 'react'
import { sizeText, type TakenFile } from '../../src-shared/files.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { type Submission, way_words } from '../../src-shared/submissions.ts'
import { call, problemFrom } from '../call.ts'
import { Facts } from '../components/facts.tsx'
import { FileDoor } from '../components/file-door.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { useChange } from '../use-change.ts'

interface SubmissionPanelProps {
  submission: Submission
  onCompare: () => void
  onReplace: (file: TakenFile) => void
  onClose: () => void
}

/** One submission: what it was, its file, and what can still be done about it. */
export function SubmissionPanel({ submission, onCompare, onReplace, onClose }: SubmissionPanelProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [is_voiding, setVoiding] = useState(false)
  const { id, voided_on, replaced_by_id, replaces_id, can_compare } = submission
  const saveOriginal = () => {
    setProblem(null)
    call('submissions.saveOriginal', { id }).catch((error: unknown) => setProblem(problemFrom(error)))
  }
  return (
    <RecordPanel title="上报记录（只读）" label="上报详情" onClose={onClose}>
      <p className="record-text">{submission.title}</p>
      <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
      <Facts
        facts={[
          ['期间', submission.period],
          ['报送单位', submission.sent_to],
          ['上报日期', submission.sent_on],
          ['方式', way_words[submission.way]],
          ['说明', submission.note],
          ['文件', `${submission.file_name}（${sizeText(submission.file_size)}）`],
          [
            '原件摘要',
            <code key="digest" className="small digest">
              {submission.digest}
            </code>,
          ],
          ['登记人', submission.recorded_by],
          ['补报', replaces_id === null ? '' : '是对前一份的补报'],
          ['状态', replaced_by_id === null ? '' : '已有补报，以补报件为准'],
          ['作废', voided_on === null ? '' : `${voided_on}　${submission.void_reason}`],
        ]}
      />
      <section className="record-section submission-actions">
        {can_compare && (
          <Button type="primary" onClick={onCompare}>
            与上报件对比
          </Button>
        )}
        <Button onClick={saveOriginal}>另存原件…</Button>
        {voided_on === null && <Button onClick={() => setVoiding(true)}>作废…</Button>}
      </section>
      {replaced_by_id === null && (
        <section className="record-section">
          <h3>补报</h3>
          <FileDoor
            verb="选择补报的文件"
            kind="any"
            drop_words="放开后登记为补报件"
            onFiles={([file]) => file && onReplace(file)}
          />
        </section>
      )}
      {is_voiding && <VoidDialog submission={submission} onClose={() => setVoiding(false)} />}
    </RecordPanel>
  )
}

function VoidDialog({ submission, onClose }: { submission: Submission; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('submissions.void')
  const submit = async ({ reason }: { reason: string }) => {
    if ((await run({ id: submission.id, reason }, '已作废')) !== undefined) onClose()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`作废上报“${submission.title}”`}
      verb="作废"
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">记录和原件都保留，只是注明作废。</p>
      <Form.Item label="作废原因" name="reason" required>
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}

import { AutoComplete, Form, Input, Select } from 'antd'
import type { TakenFile } from '../../src-shared/files.ts'
import type { ReportRequest } from '../../src-shared/reports.ts'
import { type Submission, type SubmissionDraft, way_words } from '../../src-shared/submissions.ts'
import { weekOf } from '../../src-shared/week.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

export interface Recorded {
  file: TakenFile
  /** Null for a file that is no report of ours. */
  request: ReportRequest | null
  /** 补报: what it takes the place of. */
  replaces: Submission | null
}

interface RecordDialogProps {
  recorded: Recorded
  /** Offers what was typed before. */
  known: readonly Submission[]
  onClose: () => void
}

const ways = Object.entries(way_words).map(([value, label]) => ({ value, label }))

/** 登记上报: to whom, for when, how; the file is kept as it is. */
export function RecordDialog(props: RecordDialogProps) {
  const book = useAnswer('book.state', {})
  return book.state === 'ready' ? <Ready {...props} today={book.value.today} /> : null
}

function Ready({ recorded, known, onClose, today }: RecordDialogProps & { today: string }) {
  const { file, request, replaces } = recorded
  const [form] = Form.useForm<SubmissionDraft>()
  const { run, is_busy, problem } = useChange('submissions.add')
  const submit = async (draft: SubmissionDraft) => {
    const input = { file: file.token, draft, request, replaces_id: replaces?.id ?? null }
    if ((await run(input, replaces ? '已登记补报' : '已登记上报')) !== undefined) onClose()
  }
  const units = [...new Set(known.map(({ sent_to }) => sent_to))]
  return (
    <FormDialog<SubmissionDraft>
      title={replaces ? `登记补报（替代 ${replaces.sent_on} 报的“${replaces.title}”）` : '登记上报'}
      verb="登记"
      form={form}
      initial={firstDraft(recorded, known, today)}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet small">文件“{file.name}”会原样留存，登记以后不能修改，只能作废或补报。</p>
      <div className="form-row">
        <Form.Item label="报表名称" name="title" required>
          <Input />
        </Form.Item>
        <Form.Item label="期间" name="period">
          <Input placeholder="如：第47周、2026年11月" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="上级单位" name="sent_to" required>
          <AutoComplete options={units.map((value) => ({ value }))} placeholder="报给哪个单位或部门" />
        </Form.Item>
        <Form.Item label="上报日期" name="sent_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="方式" name="way" required>
          <Select options={ways} />
        </Form.Item>
      </div>
      <Form.Item label="说明" name="note">
        <LongText lines={2} />
      </Form.Item>
    </FormDialog>
  )
}

/** What she typed last for the same report, with the new period. */
function firstDraft(
  { file, request, replaces }: Recorded,
  known: readonly Submission[],
  today: string,
): SubmissionDraft {
  const name = file.name.replace(/\.[a-z]+$/i, '').replace(/（\d{4}\.\d{2}\.\d{2}）$/, '')
  const last = replaces ?? known.find((other) => other.title === name) ?? known[0]
  return {
    title: replaces?.title ?? name,
    period: replaces?.period ?? periodOf(request, today),
    sent_to: last?.sent_to ?? '',
    sent_on: today,
    way: last?.way ?? 'electronic',
    note: '',
  }
}

function periodOf(request: ReportRequest | null, today: string): string {
  const by_week = request?.report === 'weekly-report' || request?.report === 'sign-off-ledger'
  if (by_week && request.week_monday !== null) {
    const { week_year, week } = weekOf(request.week_monday)
    return `${week_year}年第${week}周`
  }
  return `${today.slice(0, 4)}年${Number(today.slice(5, 7))}月`
}

import { Form, Input } from 'antd'
import { lightText } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { LightMark } from '../components/light-mark.tsx'
import { useChange } from '../use-change.ts'

interface CarryValues {
  reasons: Record<string, string>
}

interface CarryOverDialogProps {
  from_monday: string
  next_title: string
  rows: WeekRow[]
  onClose: () => void
}

/** 结转: what is still open comes again next week under its own number, each with its 未完成原因. */
export function CarryOverDialog({ from_monday, next_title, rows, onClose }: CarryOverDialogProps) {
  const [form] = Form.useForm<CarryValues>()
  const { run, is_busy, problem } = useChange('weekly.carryOver')
  const initial = {
    reasons: Object.fromEntries(rows.map((row) => [String(row.matter_id), row.unfinished_reason])),
  }
  const submit = async ({ reasons }: CarryValues) => {
    const named = rows.map((row) => ({
      matter_id: row.matter_id,
      unfinished_reason: reasons[String(row.matter_id)] ?? '',
    }))
    const saved = await run(
      { from_monday, rows: named },
      ({ carried }) => `已结转 ${carried} 项到${next_title}`,
    )
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<CarryValues>
      title={`结转到${next_title}（${rows.length} 项）`}
      verb="结转"
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      width={860}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">未销号的事项保留原编号，列入下一周的计划。请写明未完成原因，可留空后补。</p>
      <div className="carry-list">
        {rows.map((row, index) => (
          <div key={row.matter_id} className="carry-row">
            <div>
              <div className="cut">{row.title}</div>
              <div className="quiet small">
                {row.number}　{row.staff_name || '责任人未定'}　
                <LightMark light={row.light} word={lightText(row)} />
              </div>
            </div>
            <Form.Item noStyle name={['reasons', String(row.matter_id)]}>
              <Input
                placeholder="未完成原因"
                aria-label={`${row.number} 未完成原因`}
                autoFocus={index === 0}
              />
            </Form.Item>
          </div>
        ))}
      </div>
    </FormDialog>
  )
}

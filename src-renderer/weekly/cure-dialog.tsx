import { Form, Input } from 'antd'
import type { Defect } from '../../src-shared/sign-offs.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { LongText } from '../components/long-text.tsx'
import { useChange } from '../use-change.ts'

interface CureValues {
  cure: string
  cured_on: string
  cured_by: string
}

interface CureDialogProps {
  defects: Defect[]
  today: string
  signer: string
  onClose: (is_done: boolean) => void
}

/** 补齐: what was missing has come; it joins the matter's 佐证材料. */
export function CureDialog({ defects, today, signer, onClose }: CureDialogProps) {
  const [form] = Form.useForm<CureValues>()
  const { run, is_busy, problem } = useChange('weekly.cure')
  const submit = async (values: CureValues) => {
    const defect_ids = defects.map(({ id }) => id)
    const saved = await run({ defect_ids, ...values }, ({ cured }) => `已补齐 ${cured} 项，可以归档`)
    if (saved !== undefined) onClose(true)
  }
  const only = defects.length === 1 ? defects[0] : undefined
  return (
    <FormDialog<CureValues>
      title={`补齐（${defects.length} 项）`}
      verb="补齐"
      form={form}
      initial={{ cure: only?.missing ?? '', cured_on: today, cured_by: signer }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <ul className="matter-names" aria-label="所选事项">
        {defects.map((defect) => (
          <li key={defect.id} className="cut">
            <span className="number">{defect.number}</span>　{defect.title}
            <span className="quiet">　缺：{defect.missing}</span>
          </li>
        ))}
      </ul>
      <Form.Item label="补齐的材料" name="cure" required extra="记入事项的佐证材料。">
        <LongText lines={2} />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="补齐日期" name="cured_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="确认人" name="cured_by" required>
          <Input />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

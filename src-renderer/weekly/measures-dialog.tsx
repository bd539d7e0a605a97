import { Form } from 'antd'
import type { AskedMeasure } from '../../src-shared/measures.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { MeasureFields, measureValues, type TypedMeasures, typedMeasures } from './measure-fields.tsx'

interface MeasuresDialogProps {
  matter_id: number
  number: string
  asked: readonly AskedMeasure[]
  onClose: () => void
}

/** The figures of one matter, before its sign-off or put right after it. */
export function MeasuresDialog({ matter_id, number, asked, onClose }: MeasuresDialogProps) {
  const [form] = Form.useForm<{ values: TypedMeasures }>()
  const { run, is_busy, problem } = useChange('matters.setMeasures')
  const submit = async ({ values }: { values: TypedMeasures }) => {
    const saved = await run({ matter_id, values: measureValues(asked, values) }, `已保存 ${number} 的指标`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<{ values: TypedMeasures }>
      title={`${number} 的指标`}
      verb="保存"
      form={form}
      initial={{ values: typedMeasures(asked) }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <MeasureFields path={['values']} of={number} asked={asked} />
    </FormDialog>
  )
}

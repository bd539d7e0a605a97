import { Form, Input, Select } from 'antd'
import { type ArchiveEntry, corrected_fields, type EntryCorrection } from '../../src-shared/archive.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { no_lists, termOptions } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

type Field = EntryCorrection['field']
type Values = Omit<EntryCorrection, 'id'>

const fields: Field[] = ['location', 'materials', 'class', 'retention', 'title', 'remark', 'other']
const field_options = fields.map((value) => ({ value, label: corrected_fields[value] }))

function textOf(entry: ArchiveEntry, field: Field): string {
  if (field === 'other') return ''
  if (field === 'class') return entry.class_name
  return field === 'retention' ? retentionWords(entry.retention) : entry[field]
}

/** 更正: the original stays as it is, the lists show what is written here. */
export function CorrectionDialog({ entry, onClose }: { entry: ArchiveEntry; onClose: () => void }) {
  const [form] = Form.useForm<Values>()
  const { run, is_busy, problem } = useChange('archive.correct')
  const field = Form.useWatch('field', form) ?? 'location'
  const submit = async (values: Values) => {
    const said = `已更正 ${entry.number} 的${corrected_fields[values.field]}`
    const saved = await run({ ...values, id: entry.id, after: String(values.after ?? '') }, said)
    if (saved !== undefined) onClose()
  }
  const now = textOf(entry, field)
  return (
    <FormDialog<Values>
      title={`更正 ${entry.number}`}
      verb="登记更正"
      form={form}
      initial={{ field: 'location', after: '', reason: '' }}
      is_busy={is_busy}
      problem={problem}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="更正哪一项" name="field" extra={now === '' ? '原来是空的。' : `现在是：${now}`}>
        <Select autoFocus options={field_options} onChange={() => form.setFieldValue('after', '')} />
      </Form.Item>
      <Form.Item label="改为" name="after">
        <AfterField field={field} />
      </Form.Item>
      <Form.Item label="更正原因" name="reason" required>
        <Input placeholder="如：实际放在2号柜" />
      </Form.Item>
    </FormDialog>
  )
}

interface AfterFieldProps {
  id?: string
  field: Field
  value?: string
  onChange?: (value: string) => void
}

function AfterField({ field, id, value = '', onChange }: AfterFieldProps) {
  const lists = useValue('archive.lists', {}, no_lists)
  const common = id === undefined ? {} : { id }
  if (field === 'retention' || field === 'class') {
    const classes = lists.classes.map((one) => ({ value: String(one.id), label: one.name }))
    return (
      <Select<string>
        {...common}
        placeholder="请选择"
        value={value === '' ? null : value}
        options={field === 'class' ? classes : termOptions(lists)}
        onChange={(next) => onChange?.(next ?? '')}
      />
    )
  }
  return <Input {...common} value={value} onChange={(event) => onChange?.(event.target.value)} />
}

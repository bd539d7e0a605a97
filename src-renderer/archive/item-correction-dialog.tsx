import { Form, Input, Select } from 'antd'
import { corrected_fields } from '../../src-shared/archive.ts'
import { type ArchiveItem, type ItemCorrection, secrecy_words } from '../../src-shared/archive-items.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { secrecy_options } from './item-dialog.tsx'

type Values = Omit<ItemCorrection, 'id'>

const fields: ItemCorrection['field'][] = [
  ...([
    'title',
    'responsible',
    'document_number',
    'dated_on',
    'pages',
    'secrecy',
    'remark',
    'other',
  ] as const),
]
const field_options = fields.map((value) => ({ value, label: corrected_fields[value] }))

/** 更正 of a numbered 件: number and original stay, the catalogue shows what is written here. */
export function ItemCorrectionDialog({ item, onClose }: { item: ArchiveItem; onClose: () => void }) {
  const [form] = Form.useForm<Values>()
  const { run, is_busy, problem } = useChange('archive.correctItem')
  const field = Form.useWatch('field', form) ?? 'title'
  const submit = async (values: Values) => {
    const said = `已更正 ${item.archive_number}`
    if ((await run({ ...values, after: values.after ?? '', id: item.id }, said)) !== undefined) onClose()
  }
  return (
    <FormDialog<Values>
      title={`更正 ${item.archive_number}`}
      verb="登记更正"
      form={form}
      initial={{ field: 'title', after: '', reason: '' }}
      is_busy={is_busy}
      problem={problem}
      width={600}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">已编号的归档文件不能修改；更正写在旁边，目录按更正后的印。</p>
      <Form.Item label="更正哪一项" name="field" extra={`现在是：${wordsOf(item, field) || '（空）'}`}>
        <Select autoFocus options={field_options} onChange={() => form.setFieldValue('after', '')} />
      </Form.Item>
      <Form.Item label="改为" name="after">
        {field === 'secrecy' ? <Select options={secrecy_options} /> : <Input placeholder={hints[field]} />}
      </Form.Item>
      <Form.Item label="更正原因" name="reason" required>
        <Input placeholder="如：按原件核对，文号写错" />
      </Form.Item>
    </FormDialog>
  )
}

const hints: Partial<Record<ItemCorrection['field'], string>> = {
  dated_on: '如：2026-11-20',
  pages: '如：12',
}

function wordsOf(item: ArchiveItem, field: ItemCorrection['field']): string {
  if (field === 'other') return ''
  return field === 'secrecy' ? secrecy_words[item.secrecy] : String(item[field] ?? '')
}

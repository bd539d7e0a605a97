import { Form, Input, InputNumber, Select } from 'antd'
import {
  type ArchiveItem,
  type ItemDraft,
  type Place,
  secrecy_words,
} from '../../src-shared/archive-items.ts'
import { DateField } from '../components/date-field.tsx'
import { no_lists, termOptions } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

type ItemValues = Omit<ItemDraft, 'parts' | 'entry_id'> & { parts: string }

interface ItemDialogProps {
  year: number
  item: ArchiveItem | null
  place: Place | null
  onClose: () => void
}

export const secrecy_options = Object.entries(secrecy_words).map(([value, label]) => ({
  value,
  label: label || '（无）',
}))

function valuesOf({ parts, ...item }: ArchiveItem): ItemValues {
  return { ...item, parts: parts.join('\n') }
}

/** 著录 of one 件, as the catalogue shows it. */
export function ItemDialog({ year, item, place, onClose }: ItemDialogProps) {
  const [form] = Form.useForm<ItemValues>()
  const lists = useValue('archive.lists', {}, no_lists)
  const { run, is_busy, problem } = useChange('archive.saveItem')
  const first_organ = lists.organs[0]?.id ?? 0
  const empty: ItemValues = {
    ...{ year, organ_id: place?.organ_id ?? first_organ, retention: place?.retention ?? 'D10' },
    ...{ subject: '', title: '', responsible: '', document_number: '', dated_on: null, secrecy: '' },
    ...{ pages: null, remark: '', parts: '' },
  }
  const submit = async ({ parts, ...values }: ItemValues) => {
    const draft = {
      ...values,
      entry_id: item?.entry_id ?? null,
      parts: parts
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }
    const saved = await run({ id: item?.id ?? null, draft }, `已保存 ${values.title}`)
    if (saved !== undefined) onClose()
  }
  if (lists.organs.length === 0 && item === null) return null
  return (
    <FormDialog<ItemValues>
      title={item === null ? '登记一件归档文件' : '修改归档文件'}
      verb={item === null ? '登记' : '保存'}
      form={form}
      initial={item === null ? empty : valuesOf(item)}
      is_busy={is_busy}
      problem={problem}
      width={720}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="题名（没有或不恰当的，自拟并加方括号[ ]）" name="title" required>
        <Input />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="责任者（全称或规范简称）" name="responsible" required>
          <Input />
        </Form.Item>
        <Form.Item label="文号" name="document_number">
          <Input placeholder="如：××〔2026〕12号" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="日期" name="dated_on" required>
          <DateField />
        </Form.Item>
        <Form.Item label="页数" name="pages" required>
          <InputNumber min={1} max={99_999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item label="密级" name="secrecy">
          <Select options={secrecy_options} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="年度" name="year" required>
          <InputNumber min={1949} max={2199} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item label="机构（问题）" name="organ_id" required>
          <Select options={lists.organs.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item label="保管期限" name="retention" required>
          <Select options={termOptions(lists)} />
        </Form.Item>
      </div>
      <Form.Item label="事由（同一事由排在一起，按日期先后）" name="subject">
        <Input />
      </Form.Item>
      <Form.Item label="附件（每行一份，和正文合为一件）" name="parts">
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item label="备注" name="remark">
        <Input placeholder="跨年度的在这里说明" />
      </Form.Item>
    </FormDialog>
  )
}

import { Select } from 'antd'
import {
  column_uses,
  type FormFactName,
  type FormSource,
  form_facts,
  form_fields,
} from '../../src-shared/form-fields.ts'

interface Choice {
  value: string
  label: string
}

const choicesOf = (words: Readonly<Record<string, string>>, before = ''): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value: before + value, label }))

const facts = choicesOf(form_facts, 'fact:')

/** What a column is filled with. */
export function FieldSelect({
  id,
  source,
  value,
  onChange,
}: {
  id?: string
  source: FormSource
  value: string
  onChange: (field: string) => void
}) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label="这一列填"
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: '不填（保持原样）' },
        { label: '台账里的内容', options: choicesOf(form_fields[source]) },
        { label: '其他', options: choicesOf(column_uses) },
        { label: '每行都一样的', options: facts },
      ]}
    />
  )
}

/** What a single cell is filled with: a fact, or a text of her own (`text`). */
export function FactSelect({
  id,
  label,
  value,
  onChange,
}: {
  id?: string
  label: string
  value: FormFactName | 'text' | ''
  onChange: (value: FormFactName | 'text' | '') => void
}) {
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: '不填（保持原样）' },
        { value: 'text', label: '固定文字…' },
        ...(choicesOf(form_facts) as { value: FormFactName; label: string }[]),
      ]}
    />
  )
}

/** One of a few words. */
export function WordSelect<T extends string>({
  label,
  words,
  value,
  onChange,
}: {
  label: string
  words: Readonly<Record<T, string>>
  value: T
  onChange: (value: T) => void
}) {
  const options = Object.entries<string>(words).map(([name, word]) => ({ value: name as T, label: word }))
  return <Select<T> aria-label={label} value={value} onChange={onChange} options={options} />
}

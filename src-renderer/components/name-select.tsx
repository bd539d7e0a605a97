import { Select } from 'antd'
import './form-dialog.css'
import { spells } from './spelling.ts'

export interface NameOption {
  value: number
  label: string
  /** Shown quietly behind the name: the group. */
  detail?: string
}

function matches(input: string, option: NameOption | undefined): boolean {
  if (option === undefined) return false
  const wanted = input.trim().toLowerCase()
  if (option.label.toLowerCase().includes(wanted)) return true
  return spells(option.label, wanted)
}

interface CommonProps {
  id?: string
  options: NameOption[]
  placeholder?: string
  /** For a select outside a form. */
  label?: string
  /** It stands in a table cell: opens at once, and `onLeave` is told when its list closes. */
  onLeave?: () => void
}

interface SingleProps extends CommonProps {
  value?: number | null
  onChange?: (value: number | null) => void
  width?: number
}

interface SeveralProps extends CommonProps {
  value?: number[]
  onChange?: (value: number[]) => void
}

function renderOption(option: { data: NameOption }) {
  return (
    <>
      {option.data.label}
      {option.data.detail !== undefined && <span className="quiet">　{option.data.detail}</span>}
    </>
  )
}

function commonProps({ id, label, onLeave, options, placeholder = '请选择' }: CommonProps) {
  const in_cell = {
    autoFocus: true,
    defaultOpen: true,
    popupMatchSelectWidth: 220,
    onOpenChange: (is_open: boolean) => !is_open && onLeave?.(),
  }
  return {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(onLeave === undefined ? {} : in_cell),
    showSearch: { filterOption: matches },
    options,
    placeholder,
    optionRender: renderOption,
    notFoundContent: '没有找到',
  }
}

/** One name of a list, found by typing it, its pinyin or its initials; Delete takes it away. */
export function NameSelect(props: SingleProps) {
  const { value, onChange, width } = props
  return (
    <Select<number, NameOption>
      {...commonProps(props)}
      style={{ width: width ?? '100%' }}
      allowClear
      onKeyDown={(event) => {
        const is_typing = event.target instanceof HTMLInputElement && event.target.value !== ''
        if (event.key === 'Delete' && !is_typing) onChange?.(null)
      }}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
    />
  )
}

/** Several names; their order is kept, as for B1, B2. */
export function NamesSelect(props: SeveralProps) {
  const { value, onChange } = props
  return (
    <Select<number[], NameOption>
      {...commonProps(props)}
      mode="multiple"
      style={{ width: '100%' }}
      value={value ?? []}
      onChange={(next) => onChange?.(next)}
    />
  )
}

import { Select } from 'antd'
import { pinyin } from 'pinyin-pro'

export interface NameOption {
  value: number
  label: string
  /** Shown quietly behind the name: the group. */
  detail?: string
}

const spellings = new Map<string, string>()

/** `zhangsan zs` for 张三; one name at a time, so that surnames are read right. */
function spellingOf(name: string): string {
  const known = spellings.get(name)
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const spelling =
    `${syllables.join('')} ${syllables.map((syllable) => syllable.charAt(0)).join('')}`.toLowerCase()
  spellings.set(name, spelling)
  return spelling
}

function matches(input: string, option: NameOption | undefined): boolean {
  if (option === undefined) return false
  const wanted = input.trim().toLowerCase()
  if (option.label.toLowerCase().includes(wanted)) return true
  return spellingOf(option.label)
    .split(' ')
    .some((spelling) => spelling.startsWith(wanted))
}

interface SingleProps {
  id?: string
  options: NameOption[]
  value?: number | null
  onChange?: (value: number | null) => void
  placeholder?: string
  label?: string
  width?: number
}

function renderOption(option: { data: NameOption }) {
  return (
    <>
      {option.data.label}
      {option.data.detail !== undefined && <span className="quiet">　{option.data.detail}</span>}
    </>
  )
}

/** One name of a list, found by typing it, its pinyin or its initials. */
export function NameSelect({
  id,
  options,
  value,
  onChange,
  placeholder = '请选择',
  label,
  width,
}: SingleProps) {
  return (
    <Select<number, NameOption>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      style={{ width: width ?? '100%' }}
      showSearch={{ filterOption: matches }}
      allowClear
      options={options}
      value={value ?? null}
      onChange={(next) => onChange?.(next ?? null)}
      placeholder={placeholder}
      optionRender={renderOption}
      notFoundContent="没有找到"
    />
  )
}

interface SeveralProps {
  id?: string
  options: NameOption[]
  value?: number[]
  onChange?: (value: number[]) => void
  placeholder?: string
}

/** Several names; their order is kept, as for B1, B2. */
export function NamesSelect({ id, options, value, onChange, placeholder = '请选择' }: SeveralProps) {
  return (
    <Select<number[], NameOption>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      style={{ width: '100%' }}
      showSearch={{ filterOption: matches }}
      options={options}
      value={value ?? []}
      onChange={(next) => onChange?.(next)}
      placeholder={placeholder}
      optionRender={renderOption}
      notFoundContent="没有找到"
    />
  )
}

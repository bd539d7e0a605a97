import { NameSelect } from '../components/name-select.tsx'

interface KindSelectProps {
  id?: string
  value?: string
  onChange?: (value: string) => void
  kinds: readonly string[]
}

/** 离岗类别, found by pinyin initials as names are; one that was taken off the list since stays where it was used. */
export function KindSelect({ id, value, onChange, kinds }: KindSelectProps) {
  const all = value === undefined || value === '' || kinds.includes(value) ? kinds : [...kinds, value]
  return (
    <NameSelect
      {...(id === undefined ? {} : { id })}
      options={all.map((kind, at) => ({ value: at, label: kind }))}
      value={value === undefined || value === '' ? null : all.indexOf(value)}
      onChange={(at) => onChange?.(at === null ? '' : (all[at] ?? ''))}
    />
  )
}

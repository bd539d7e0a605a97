import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DateFieldProps {
  id?: string
  /** Where no label of a form stands beside it. */
  label?: string
  /** `YYYY-MM-DD` */
  value?: string | null
  onChange?: (value: string | null) => void
  placeholder?: string
  allow_clear?: boolean
}

/** A calendar date as text in and out; takes 2026-11-20, 2026.11.20, 20261120 and 11-20 when typed. */
export function DateField({
  id,
  label,
  value,
  onChange,
  placeholder = '年-月-日',
  allow_clear = true,
}: DateFieldProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      style={{ width: '100%' }}
      format={['YYYY-MM-DD', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD', 'M-D', 'M.D']}
      value={value ? dayjs(value) : null}
      onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : null)}
      placeholder={placeholder}
      allowClear={allow_clear}
    />
  )
}

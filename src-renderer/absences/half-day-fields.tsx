import { Form, Segmented } from 'antd'
import { half_words } from '../../src-shared/half-days.ts'
import { DateField } from '../components/date-field.tsx'

const halves = Object.entries(half_words).map(([value, label]) => ({ value, label }))

interface HalfDayFieldsProps {
  label: string
  /** `from` or `to`: the fields are from_on and from_half. */
  end: 'from' | 'to'
}

/** A date with 上午 or 下午. */
export function HalfDayFields({ label, end }: HalfDayFieldsProps) {
  return (
    <div className="half-day">
      <Form.Item label={label} name={`${end}_on`} required>
        <DateField allow_clear={false} />
      </Form.Item>
      <Form.Item name={`${end}_half`}>
        <Segmented options={halves} aria-label={`${label}的半天`} />
      </Form.Item>
    </div>
  )
}

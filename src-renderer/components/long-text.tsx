import { Input } from 'antd'

interface LongTextProps {
  id?: string
  value?: string
  onChange?: (value: string) => void
  /** Lines it shows when empty; it grows with its text up to six. */
  lines?: 1 | 2
  placeholder?: string
}

/**
 * Text of several lines that grows as it is typed. Grown by CSS: antd's own autoSize writes a style attribute, which
 * our content security policy refuses.
 */
export function LongText({ id, value, onChange, lines = 1, placeholder }: LongTextProps) {
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      {...(placeholder === undefined ? {} : { placeholder })}
      className={`long-text long-text-${lines}`}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
    />
  )
}

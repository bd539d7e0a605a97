import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useCtrlKey } from './use-ctrl-key.ts'

interface TextFilterProps {
  label: string
  value: string
  onChange: (text: string) => void
  placeholder?: string
  width?: number
}

/**
 * Filters while one types, but never by a half-typed Chinese word. It keeps its own text while it has the focus: a value
 * that comes back by way of the address would disturb the input method. Ctrl+F goes to it, Esc empties it.
 */
export function TextFilter({ label, value, onChange, placeholder = label, width = 220 }: TextFilterProps) {
  const [typed, setTyped] = useState(value)
  const input = useRef<InputRef>(null)
  useCtrlKey('f', () => input.current?.focus({ cursor: 'all' }))
  useEffect(() => {
    if (document.activeElement !== input.current?.input) setTyped(value)
  }, [value])
  const change = (text: string, is_composing: boolean) => {
    setTyped(text)
    if (!is_composing) onChange(text.trim())
  }
  return (
    <Input
      ref={input}
      aria-label={label}
      allowClear
      prefix={<SearchOutlined className="quiet" />}
      placeholder={placeholder}
      style={{ width }}
      value={typed}
      onChange={(event) => change(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
      onCompositionEnd={(event) => change(event.currentTarget.value, false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) change('', false)
      }}
    />
  )
}

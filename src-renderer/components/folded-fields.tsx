import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Form } from 'antd'
import { type ReactNode, useContext, useId, useState } from 'react'
import { MessagesContext } from './field-errors.ts'

interface FoldedFieldsProps {
  /** What is inside, in the words of the fields. */
  title: string
  /** The fields inside: unfolded where one of them holds something, and as soon as one has a message. */
  names: readonly string[]
  children: ReactNode
}

/** Fields that are rarely used, folded away so that the form stays short. */
export function FoldedFields({ title, names, children }: FoldedFieldsProps) {
  const form = Form.useFormInstance()
  const messages = useContext(MessagesContext)
  const [is_open, setOpen] = useState(() => names.some((name) => isFilled(form.getFieldValue(name))))
  const is_shown = is_open || names.some((name) => messages[name] !== undefined)
  const id = useId()
  return (
    <section className="folded-fields">
      <button type="button" aria-expanded={is_shown} aria-controls={id} onClick={() => setOpen(!is_shown)}>
        {is_shown ? <DownOutlined /> : <RightOutlined />} {title}
      </button>
      <div id={id} hidden={!is_shown}>
        {children}
      </div>
    </section>
  )
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import './record-panel.css'

interface RecordPanelProps {
  title: ReactNode
  /** How it is announced: 职责 ZZ-DJ-012 */
  label: string
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}

/**
 * The open record at the right of its table, which keeps its place and the keyboard: the arrows go on from record to
 * record, Tab enters the panel, Esc closes it.
 */
export function RecordPanel({ title, label, actions, onClose, children }: RecordPanelProps) {
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (isTyping(event.target)) return
      if (document.querySelector('[aria-modal=true], dialog[open]')) return
      close.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <aside className="record-panel" aria-label={label}>
      <header>
        <h2>{title}</h2>
        <div className="bar">{actions}</div>
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label="关闭详情"
          title="关闭详情（Esc）"
          onClick={onClose}
        />
      </header>
      <div className="record-panel-body">{children}</div>
    </aside>
  )
}

/** The field of a grid has the keyboard also while nothing is typed into it. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return target.dataset.mode !== 'rest'
  return target instanceof HTMLInputElement
}

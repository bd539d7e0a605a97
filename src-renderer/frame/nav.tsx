import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { routeTo } from '../route.ts'
import { screens } from '../screens.tsx'
import { useAnswer } from '../use-answer.ts'
import { UndoButton } from './undo-button.tsx'

export function Nav({ current, onSearch }: { current: string; onSearch: () => void }) {
  const book = useAnswer('book.state', {})
  const state = book.state === 'ready' ? book.value : null
  return (
    <nav className="nav" aria-label="主导航">
      <div className="nav-brand">
        <strong>履职台账</strong>
        <span>{state?.department_name}</span>
      </div>
      <Places current={current} />
      <div className="nav-foot">
        <UndoButton undoable={state?.undoable ?? null} />
        <Button type="text" icon={<SearchOutlined />} onClick={onSearch}>
          查找　<kbd>Ctrl K</kbd>
        </Button>
      </div>
    </nav>
  )
}

const listed = screens.filter(({ is_hidden }) => is_hidden !== true)

/**
 * Links of our own: antd's menu takes as long to draw as the rest of the first screen. They are one stop of the Tab key;
 * the arrows go from one to the next.
 */
function Places({ current }: { current: string }) {
  const list = useRef<HTMLUListElement>(null)
  const is_elsewhere = listed.every(({ name }) => name !== current)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLAnchorElement)
    links.at((at + step + links.length) % links.length)?.focus()
  }
  return (
    <ul ref={list} className="nav-places" onKeyDown={move}>
      {listed.map(({ name, title, icon, begins_group }, at) => (
        <li key={name} className={begins_group ? 'begins-group' : ''}>
          <a
            href={routeTo(name)}
            aria-current={name === current ? 'page' : undefined}
            tabIndex={name === current || (at === 0 && is_elsewhere) ? 0 : -1}
          >
            {icon}
            {title}
          </a>
        </li>
      ))}
    </ul>
  )
}

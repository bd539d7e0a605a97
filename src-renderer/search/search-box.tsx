import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Hit } from '../../src-shared/search.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { go } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { HitList, idOfHit, inShownOrder } from './hit-list.tsx'
import './search-box.css'
import { SearchHelp } from './search-help.tsx'

const none = { rows: [] as Hit[], is_old: false }

/** Ctrl+K: people, duties, matters and the archive by name, pinyin initials, number or words of the matter. */
export function SearchBox({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [current, setCurrent] = useState(0)
  /** Enter came before the answer did. */
  const [is_hurried, setHurried] = useState(false)
  useFocusBack()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  // An input method shows z's while zs is being typed: the initials are looked for even before it is confirmed.
  const text = typed.replaceAll("'", '').trim().slice(0, 60)
  const answer = useAnswer('search.find', { text })
  const found = answer.state === 'ready' ? { rows: inShownOrder(answer.value), is_old: answer.is_old } : none
  const hits = text === '' ? [] : found.rows

  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return
    go(hit.route)
    onClose()
  }
  const is_there = answer.state === 'ready' && !found.is_old
  useEffect(() => {
    if (!is_hurried || !is_there) return
    setHurried(false)
    choose(hits[0])
  })
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0) setCurrent((current + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && !is_there) setHurried(true)
    else if (event.key === 'Enter') choose(hits[current])
    else return
    event.preventDefault()
  }
  const active = hits[current]
  return (
    <dialog
      ref={dialog}
      className="search-box"
      aria-label="查找"
      onCancel={onClose}
      onClose={onClose}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <label className="search-field">
        <SearchOutlined className="quiet" aria-hidden="true" />
        <input
          role="combobox"
          aria-label="查找人员、职责、事项和归档"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={active === undefined ? undefined : idOfHit(active)}
          autoComplete="off"
          spellCheck={false}
          placeholder="姓名、拼音首字母、编号、事项文字"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setCurrent(0)
          }}
          onKeyDown={onKey}
        />
        <kbd>Esc</kbd>
      </label>
      {answer.state === 'failed' && <ProblemNotice problem={answer.problem} />}
      {text === '' ? (
        <SearchHelp />
      ) : (
        <HitList hits={hits} text={text} active={active} is_there={is_there} onChoose={choose} />
      )}
    </dialog>
  )
}

import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Hit } from '../../src-shared/search.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { go } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { HitList, id_of_all, idOfHit, inShownOrder } from './hit-list.tsx'
import './search-box.css'
import { SearchHelp } from './search-help.tsx'
import { no_filter, showResults, waitingWords } from './use-search-filter.ts'

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
  const filter = { ...no_filter, text }
  const counts = useAnswer('search.count', filter)
  const count =
    counts.state !== 'ready' || counts.is_old
      ? 0
      : Object.values(counts.value.kinds).reduce((sum, one) => sum + one, 0)
  const stops = hits.length + (hits.length > 0 ? 1 : 0)
  const is_at_all = hits.length > 0 && current === hits.length

  const showAll = () => {
    showResults(filter)
    onClose()
  }
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
    if (step !== undefined && hits.length > 0) setCurrent((current + step + stops) % stops)
    else if (event.key === 'Enter' && text !== '' && (event.ctrlKey || is_at_all)) showAll()
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
          aria-label="查找人员、职责、事项、归档和文件"
          aria-expanded={hits.length > 0}
          aria-controls="search-hits"
          aria-activedescendant={is_at_all ? id_of_all : active === undefined ? undefined : idOfHit(active)}
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
      {counts.state === 'ready' && counts.value.waiting > 0 && (
        <p className="search-waiting quiet small">{waitingWords(counts.value.waiting)}</p>
      )}
      {text === '' ? (
        <SearchHelp onChoose={onClose} />
      ) : (
        <HitList
          hits={hits}
          all={{ count: Math.max(count, hits.length), is_active: is_at_all, onShow: showAll }}
          text={text}
          active={active}
          is_there={is_there}
          onChoose={choose}
        />
      )}
    </dialog>
  )
}

import { useEffect, useRef } from 'react'
import { type Hit, search_kind_words, search_kinds } from '../../src-shared/search.ts'
import { Marked } from './result-columns.tsx'

/** As they stand under their headings, which is the order the arrows go. */
export function inShownOrder(hits: readonly Hit[]): Hit[] {
  return search_kinds.flatMap((subject) => hits.filter((hit) => hit.subject === subject))
}

export const id_of_all = 'hit-all'
export const idOfHit = ({ subject, id }: Hit) => `hit-${subject}-${id}`

interface HitListProps {
  hits: Hit[]
  /** All there are, when more than these; chosen like a hit, the last of them. */
  all: { count: number; is_active: boolean; onShow: () => void } | null
  text: string
  active: Hit | undefined
  /** The answer to this very text has come. */
  is_there: boolean
  onChoose: (hit: Hit) => void
}

export function HitList({ hits, all, text, active, is_there, onChoose }: HitListProps) {
  const list = useRef<HTMLDivElement>(null)
  const active_id = all?.is_active ? id_of_all : active === undefined ? null : idOfHit(active)
  useEffect(() => {
    if (active_id !== null) document.getElementById(active_id)?.scrollIntoView({ block: 'nearest' })
  }, [active_id])
  if (hits.length === 0 && is_there) {
    return (
      <p className="search-none quiet">没有找到“{text}”。可以换成姓名、拼音首字母、编号或事项里的几个字。</p>
    )
  }
  return (
    <div ref={list} id="search-hits" className="search-hits" role="listbox" aria-label="查找结果">
      {search_kinds.map((subject) => {
        const group = hits.filter((hit) => hit.subject === subject)
        if (group.length === 0) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list of options
          <div key={subject} role="group" aria-label={search_kind_words[subject]}>
            <div className="search-heading" aria-hidden="true">
              {search_kind_words[subject]}
            </div>
            {group.map((hit) => (
              <HitRow
                key={hit.id}
                hit={hit}
                text={text}
                is_active={idOfHit(hit) === active_id}
                onChoose={onChoose}
              />
            ))}
          </div>
        )
      })}
      {all !== null && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text field, which keeps the focus
        <div
          id={id_of_all}
          role="option"
          className="search-all"
          tabIndex={-1}
          aria-selected={all.is_active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={all.onShow}
        >
          查看全部 {all.count.toLocaleString('zh-CN')} 条<kbd>Ctrl 回车</kbd>
        </div>
      )}
    </div>
  )
}

interface HitRowProps {
  hit: Hit
  text: string
  is_active: boolean
  onChoose: (hit: Hit) => void
}

function HitRow({ hit, text, is_active, onChoose }: HitRowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the text field, which keeps the focus
    <div
      id={idOfHit(hit)}
      role="option"
      className={hit.subject === 'file' ? 'is-file' : ''}
      tabIndex={-1}
      aria-selected={is_active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(hit)}
    >
      <span className="search-title">
        <Marked text={hit.title} wanted={text} />
      </span>
      <span className="cut quiet">
        <Marked text={hit.detail} wanted={text} />
      </span>
    </div>
  )
}

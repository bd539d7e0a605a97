import { lazy, Suspense, useEffect, useRef } from 'react'
import type { Hit } from '../../src-shared/search.ts'

// The pinyin dictionary is large: the box opens without it, and the marks come with the first hits.
const MarkedText = lazy(async () => ({ default: (await import('./marked-text.tsx')).MarkedText }))

const headings: Record<Hit['subject'], string> = {
  staff: '人员',
  duty: '职责',
  matter: '事项',
  archive: '归档',
}
const subjects = Object.keys(headings) as Hit['subject'][]

/** As they stand under their headings, which is the order the arrows go. */
export function inShownOrder(hits: readonly Hit[]): Hit[] {
  return subjects.flatMap((subject) => hits.filter((hit) => hit.subject === subject))
}

export const idOfHit = ({ subject, id }: Hit) => `hit-${subject}-${id}`

interface HitListProps {
  hits: Hit[]
  text: string
  active: Hit | undefined
  /** The answer to this very text has come. */
  is_there: boolean
  onChoose: (hit: Hit) => void
}

export function HitList({ hits, text, active, is_there, onChoose }: HitListProps) {
  const list = useRef<HTMLDivElement>(null)
  const active_id = active === undefined ? null : idOfHit(active)
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
      {subjects.map((subject) => {
        const group = hits.filter((hit) => hit.subject === subject)
        if (group.length === 0) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list of options
          <div key={subject} role="group" aria-label={headings[subject]}>
            <div className="search-heading" aria-hidden="true">
              {headings[subject]}
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

function Marked({ text, wanted }: { text: string; wanted: string }) {
  return (
    <Suspense fallback={text}>
      <MarkedText text={text} wanted={wanted} />
    </Suspense>
  )
}

import { Alert } from 'antd'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { type CardDesign, type CardSet, papers, placesOn } from '../../src-shared/duty-cards.ts'
import { CardSheets } from './card-sheets.tsx'
import { card_sizes, type FitNote } from './fit-cards.ts'

const dots_per_mm = 96 / 25.4
const margin = 48

/** The sheets at the width of the screen, and what did not fit as it was asked for. */
export function CardPreview({ set, design }: { set: CardSet; design: CardDesign }) {
  const [notes, setNotes] = useState<FitNote[]>([])
  const pane = useRef<HTMLElement>(null)
  const scale = useScale(pane, papers[design.paper].width * dots_per_mm)
  const { width, height } = papers[design.paper]
  const per_sheet = placesOn(design.kind, design.paper).length
  const sheets = Math.ceil(set.cards.length / per_sheet)
  return (
    <div className="cards-shown">
      <Notes set={set} notes={notes} />
      <div className="quiet small">
        {papers[design.paper].title}，{sheets} 张，每张 {per_sheet} 块
        {per_sheet > 1 || design.kind === 'desk' || design.kind === 'tent' ? '，带裁切线' : ''}
        。职责字号最小 {card_sizes[design.kind].duties.at(-1)} 磅。打印时请选“实际大小”。
      </div>
      <section ref={pane} className="cards-pane" aria-label="打印预览">
        <div
          className="cards-scaled"
          style={{
            width: `${width * dots_per_mm * scale}px`,
            height: `${(height * dots_per_mm + 16) * sheets * scale}px`,
          }}
        >
          <div className="cards-full-size" style={{ transform: `scale(${scale})` }}>
            <CardSheets set={set} design={design} onFitted={setNotes} />
          </div>
        </div>
      </section>
    </div>
  )
}

function useScale(pane: RefObject<HTMLElement | null>, sheet_width: number): number {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    if (pane.current === null) return
    const watcher = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0))
    watcher.observe(pane.current)
    return () => watcher.disconnect()
  }, [pane])
  return room === 0 ? 0.5 : Math.min(1, (room - margin) / sheet_width)
}

function Notes({ set, notes }: { set: CardSet; notes: FitNote[] }) {
  const lines = new Set(notes.map((note) => wordsOf(note, set)))
  const idle = set.cards.filter(({ duties }) => duties.length === 0).map(({ name }) => name)
  if (idle.length > 0)
    lines.add(`还没有A岗职责，牌上是空的：${idle.slice(0, 8).join('、')}${idle.length > 8 ? '等' : ''}`)
  if (lines.size === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={`有 ${lines.size} 处没有照原样印上`}
      description={
        <ul className="card-notes">
          {[...lines].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    />
  )
}

const role_words: Record<FitNote['role'], string> = {
  unit: '单位名称',
  group: '组别',
  name: '姓名',
  post: '岗位',
  duties: '职责',
  foot: '下方的电话和AB岗',
}

function wordsOf({ staff_id, role, kind, left_out }: FitNote, { cards }: CardSet): string {
  const card = cards.find((one) => one.staff_id === staff_id)
  const name = card?.name ?? ''
  if (kind === 'phrases') return `${name}：职责全文放不下，改印牌面短语。`
  if (kind === 'cut') return `${name}：${role_words[role]}太长，末尾以省略号代替。`
  const all = card?.duties.length ?? 0
  return `${name}：${all} 项职责只印得下 ${all - left_out} 项，末行注明另有 ${left_out} 项。写一句短的牌面短语就能都印上。`
}

import { useLayoutEffect, useRef } from 'react'
import {
  type Card,
  type CardDesign,
  type CardSet,
  card_kinds,
  cutMarks,
  papers,
  placesOn,
} from '../../src-shared/duty-cards.ts'
import { CardFace } from './card-face.tsx'
import './cards.css'
import { type FitNote, fitCards } from './fit-cards.ts'

interface CardSheetsProps {
  set: CardSet
  design: CardDesign
  /** What did not fit as it was asked for, once every box is filled. */
  onFitted: (notes: FitNote[]) => void
}

const mm = (length: number) => `${length}mm`

/** The sheets as they come out of the printer: shown on the screen and printed from this one place. */
export function CardSheets({ set, design, onFitted }: CardSheetsProps) {
  const root = useRef<HTMLDivElement>(null)
  const told = useRef(onFitted)
  useLayoutEffect(() => {
    told.current = onFitted
  })
  useLayoutEffect(() => {
    if (root.current === null) return
    // Nobody reads the cards here; they say when they are to be measured again.
    if (set.cards.length === 0) told.current([])
    else told.current(fitCards(root.current, design.kind))
  }, [set, design])
  const places = placesOn(design.kind, design.paper)
  const sheets = Array.from({ length: Math.ceil(set.cards.length / places.length) }, (_, at) =>
    set.cards.slice(at * places.length, (at + 1) * places.length),
  )
  return (
    <div ref={root} className="card-sheets">
      {sheets.map((cards, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the pile
        <CardSheet key={at} cards={cards} set={set} design={design} />
      ))}
    </div>
  )
}

function CardSheet({ cards, set, design }: { cards: Card[]; set: CardSet; design: CardDesign }) {
  const { kind, paper } = design
  const { width, height } = papers[paper]
  const places = placesOn(kind, paper)
  const face = (card: Card) => (
    <CardFace card={card} unit={set.unit} image={set.design.image} design={design} />
  )
  return (
    <section className="card-sheet" style={{ width: mm(width), height: mm(height) }}>
      {cards.map((card, at) => (
        <div
          key={card.staff_id}
          className={`card-place place-${kind}`}
          style={{
            left: mm(places[at]?.x ?? 0),
            top: mm(places[at]?.y ?? 0),
            width: mm(card_kinds[kind].width),
            height: mm(card_kinds[kind].height),
          }}
        >
          {kind === 'tent' && <div className="card-upside-down">{face(card)}</div>}
          {face(card)}
        </div>
      ))}
      <CutMarks design={design} />
    </section>
  )
}

function CutMarks({ design: { kind, paper } }: { design: CardDesign }) {
  const { width, height } = papers[paper]
  return (
    <svg className="cut-marks" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {cutMarks(kind, paper).map(({ from, to, is_fold }) => (
        <line
          key={`${from.x} ${from.y} ${to.x} ${to.y}`}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          {...(is_fold ? { strokeDasharray: '0.8 0.6' } : {})}
        />
      ))}
    </svg>
  )
}

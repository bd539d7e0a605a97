import type { Card, CardDesign, CardKind } from '../../src-shared/duty-cards.ts'
import { pictureOf } from '../../src-shared/files.ts'
import type { BoxRole } from './fit-cards.ts'

interface CardFaceProps {
  card: Card
  unit: string
  image: string | null
  design: CardDesign
}

const is_small = (kind: CardKind) => kind === 'desk' || kind === 'tent'

/** One side of a card. Every text stands in a box of its own, which `fitCards` fills. */
export function CardFace({ card, unit, image, design }: CardFaceProps) {
  const has_photo = design.shows_photo && card.photo !== null
  const box = (role: BoxRole, text: string) => (
    <div className={`card-${role}`} data-fit={role} data-staff={card.staff_id}>
      {text}
    </div>
  )
  const political = design.shows_political_status ? card.political_status : ''
  return (
    <article
      className={`card card-${design.kind} colour-${design.colour} font-${design.font}`}
      aria-label={card.name}
    >
      <header className="card-head">
        {image !== null && <img src={pictureOf(image)} alt="" />}
        {box('unit', unit)}
        {box('group', card.group_name)}
      </header>
      <div className={has_photo ? 'card-body has-photo' : 'card-body'}>
        {has_photo && card.photo !== null && (
          <img className="card-photo" src={pictureOf(card.photo)} alt={card.name} />
        )}
        <div className={card.name.length === 2 ? 'card-who is-short' : 'card-who'}>
          {box('name', card.name)}
          {box('post', [card.post, political].filter((word) => word !== '').join(' · '))}
        </div>
        <Duties card={card} kind={design.kind} />
      </div>
      <footer className="card-rows">
        {footLines(card, design).map((line) => (
          <Foot key={line} line={line} card={card} />
        ))}
      </footer>
    </article>
  )
}

function Foot({ line, card }: { line: string; card: Card }) {
  return (
    <div className="card-foot" data-fit="foot" data-staff={card.staff_id}>
      {line}
    </div>
  )
}

/** On the small ones the phrases; on the large ones the whole text, with the phrases at hand. */
function Duties({ card, kind }: { card: Card; kind: CardKind }) {
  const forms = is_small(kind) ? (['phrase'] as const) : (['content', 'phrase'] as const)
  const in_columns = is_small(kind) && card.duties.length > 4
  return (
    <div
      className={in_columns ? 'card-duties in-columns' : 'card-duties'}
      data-fit="duties"
      data-staff={card.staff_id}
    >
      {forms.map((form) => (
        <ol key={form}>
          {card.duties.map((duty, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what tells two equal duties apart
            <li key={at}>{duty[form]}</li>
          ))}
          <li className="card-more" />
        </ol>
      ))}
    </div>
  )
}

const most_backups = 3

function footLines(card: Card, design: CardDesign): string[] {
  const { backups } = card
  const others = backups.length > most_backups ? `等${backups.length}人` : ''
  const b = backups.length === 0 ? '（未设）' : `${backups.slice(0, most_backups).join('、')}${others}`
  const phones = [
    design.shows_phone && card.phone !== '' ? `联系电话：${card.phone}` : '',
    design.supervision_phone === '' ? '' : `监督电话：${design.supervision_phone}`,
  ]
  return [
    design.shows_backups && card.duties.length > 0 ? `A岗：${card.name}　　B岗：${b}` : '',
    phones.filter((words) => words !== '').join('　　'),
  ].filter((line) => line !== '')
}

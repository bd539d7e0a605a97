import { z } from 'zod'
import { Id, text } from './fields.ts'
import { FileToken } from './files.ts'

/** 岗位职责牌: what stands on a desk or hangs on a wall; measures in millimetres (domain.md §a.3). */
export const card_kinds = {
  desk: { title: '桌牌 20×10 厘米', width: 200, height: 100 },
  tent: { title: '折叠桌牌 20×10 厘米（两面）', width: 200, height: 200 },
  a5: { title: 'A5 台卡', width: 210, height: 148.5 },
  a4: { title: 'A4 公示牌', width: 210, height: 297 },
  a3: { title: 'A3 公示牌', width: 297, height: 420 },
} as const
export type CardKind = keyof typeof card_kinds

export const papers = {
  A5: { title: 'A5 横向', width: 210, height: 148.5 },
  A4: { title: 'A4 纵向', width: 210, height: 297 },
  'A3-portrait': { title: 'A3 纵向', width: 297, height: 420 },
  A3: { title: 'A3 横向', width: 420, height: 297 },
} as const
export type PaperName = keyof typeof papers

/** The papers a card can be printed on, the usual one first. */
export const papers_of: Record<CardKind, readonly PaperName[]> = {
  desk: ['A4', 'A3'],
  tent: ['A4', 'A3'],
  a5: ['A4', 'A5'],
  a4: ['A4', 'A3'],
  a3: ['A3-portrait'],
}

export const card_colours = { ink: '墨蓝', red: '枣红', green: '松绿', plain: '黑白' } as const
export type CardColour = keyof typeof card_colours
export const card_fonts = { hei: '黑体', song: '宋体', kai: '楷体' } as const
export type CardFont = keyof typeof card_fonts

const oneOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]])

export const CardDesign = z.object({
  kind: oneOf(card_kinds),
  paper: oneOf(papers),
  colour: oneOf(card_colours),
  font: oneOf(card_fonts),
  shows_photo: z.boolean(),
  shows_political_status: z.boolean(),
  shows_backups: z.boolean(),
  shows_phone: z.boolean(),
  supervision_phone: text(40),
})
export type CardDesign = z.infer<typeof CardDesign>

export const first_design: CardDesign = {
  kind: 'desk',
  paper: 'A4',
  colour: 'ink',
  font: 'hei',
  shows_photo: true,
  shows_political_status: false,
  shows_backups: true,
  shows_phone: true,
  supervision_phone: '',
}

export interface KeptDesign extends CardDesign {
  /** The unit's own image; the 党徽 is never drawn by us. */
  image: string | null
}

export const CardImage = z.object({ token: FileToken.nullable() })

/** Whose cards; everybody who is here when both are empty. */
export const CardChoice = z.object({
  group_id: Id.nullable().default(null),
  staff_ids: z.array(Id).max(2000).default([]),
})
export type CardChoice = z.infer<typeof CardChoice>

export interface CardDuty {
  content: string
  /** 牌面短语, the content where there is none. */
  phrase: string
}

/** What is written on one person's card. */
export interface Card {
  staff_id: number
  name: string
  group_name: string
  post: string
  political_status: string
  phone: string
  /** Digest of the photo. */
  photo: string | null
  duties: CardDuty[]
  /** Those who stand in for any of the duties, most duties first. */
  backups: string[]
}

export interface CardSet {
  unit: string
  design: KeptDesign
  cards: Card[]
}

export interface Place {
  x: number
  y: number
}

/** How cards of a kind lie on a paper: as many as fit, in the middle. */
export function placesOn(kind: CardKind, paper: PaperName): Place[] {
  const card = card_kinds[kind]
  const sheet = papers[paper]
  const columns = Math.floor(sheet.width / card.width)
  const rows = Math.floor(sheet.height / card.height)
  // Between cards with room to spare a gap, so that each has cut marks of its own.
  const gap_x = columns > 1 ? Math.min(8, (sheet.width - columns * card.width) / (columns + 1)) : 0
  const gap_y = rows > 1 ? Math.min(20, (sheet.height - rows * card.height) / (rows + 1)) : 0
  const left = (sheet.width - columns * card.width - (columns - 1) * gap_x) / 2
  const top = (sheet.height - rows * card.height - (rows - 1) * gap_y) / 2
  return Array.from({ length: rows * columns }, (_, at) => ({
    x: left + (at % columns) * (card.width + gap_x),
    y: top + Math.floor(at / columns) * (card.height + gap_y),
  }))
}

/** A line on the paper, in millimetres. */
export interface Stroke {
  from: Place
  to: Place
  is_fold: boolean
}

const mark_length = 4
const mark_distance = 1

/** 裁切线: outside the corners of each card; where cards share an edge, at the ends of that edge. */
export function cutMarks(kind: CardKind, paper: PaperName): Stroke[] {
  const { width, height } = card_kinds[kind]
  const places = placesOn(kind, paper)
  const strokes = places.flatMap(({ x, y }) => [
    ...[x, x + width].flatMap((at) => [
      upright(at, y - mark_distance - mark_length),
      upright(at, y + height + mark_distance),
    ]),
    ...[y, y + height].flatMap((at) => [
      level(at, x - mark_distance - mark_length),
      level(at, x + width + mark_distance),
    ]),
    ...(kind === 'tent' ? foldMarks(x, y + height / 2, width) : []),
  ])
  const sheet = papers[paper]
  const is_free = ({ from, to }: Stroke) =>
    from.x >= 0 &&
    from.y >= 0 &&
    to.x <= sheet.width &&
    to.y <= sheet.height &&
    !places.some(covers(from, to))
  const covers = (from: Place, to: Place) => (place: Place) =>
    from.x <= place.x + width && to.x >= place.x && from.y <= place.y + height && to.y >= place.y
  return [...strokes.filter(is_free), ...sharedEdges(kind, paper)]
}

function upright(x: number, y: number): Stroke {
  return { from: { x, y }, to: { x, y: y + mark_length }, is_fold: false }
}

function level(y: number, x: number): Stroke {
  return { from: { x, y }, to: { x: x + mark_length, y }, is_fold: false }
}

function foldMarks(x: number, y: number, width: number): Stroke[] {
  const left = level(y, x - mark_distance - mark_length)
  return [left, level(y, x + width + mark_distance)].map((stroke) => ({ ...stroke, is_fold: true }))
}

/** Cards that fill the sheet leave no room outside. */
function sharedEdges(kind: CardKind, paper: PaperName): Stroke[] {
  const sheet = papers[paper]
  const places = placesOn(kind, paper)
  if (places.some(({ x, y }) => x !== 0 && y !== 0) || places.length < 2) return []
  return places.flatMap(({ x, y }) => [
    ...(x === 0 && y > 0 ? [level(y, 0), level(y, sheet.width - mark_length)] : []),
    ...(y === 0 && x > 0 ? [upright(x, 0), upright(x, sheet.height - mark_length)] : []),
  ])
}

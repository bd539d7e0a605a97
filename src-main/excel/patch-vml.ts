import { addressOf, parseAddress } from './cell-address.ts'
import { textWidth } from './text-lines.ts'

/** A cell whose comment needs a drawing, and how much the comment says. */
export interface NoteShape {
  ref: string
  text: string
}

const shape = /<(?:v:)?shape\b[\s\S]*?<\/(?:v:)?shape>/g
/** Excel numbers the shapes of a part in blocks of 1024 that the part names. */
const block = 1024

/**
 * The old drawing language that comments are drawn with. Excel writes it as text that is not always well-formed, so it
 * is searched and not parsed.
 */
export function cellsDrawn(vml: string): Set<string> {
  return new Set([...vml.matchAll(shape)].flatMap(([text]) => cellOfNote(text) ?? []))
}

function cellOfNote(text: string): string | undefined {
  if (!/ObjectType="Note"/.test(text)) return undefined
  const row = /<(?:x:)?Row>\s*(\d+)\s*</.exec(text)?.[1]
  const column = /<(?:x:)?Column>\s*(\d+)\s*</.exec(text)?.[1]
  return row && column ? addressOf(Number(row) + 1, Number(column) + 1) : undefined
}

/** The drawing without the notes of `removed` cells and with one for each of `added`. */
export function editVml(vml: string, added: readonly NoteShape[], removed: ReadonlySet<string>): string {
  const left = vml.replace(shape, (text) => (removed.has(cellOfNote(text) ?? '') ? '' : text))
  if (added.length === 0) return left
  const end = left.lastIndexOf('</xml')
  const used = [...left.matchAll(/_s(\d+)"/g)].map((match) => Number(match[1]))
  const first = Math.max(block, ...used) + 1
  const type = left.includes('_x0000_t202"') ? '' : noteType
  return left.slice(0, end) + type + noteShapes(added, first) + left.slice(end)
}

/** The drawing without any note; null when nothing else is drawn there. */
export function withoutNotes(vml: string): string | null {
  const left = vml.replace(shape, (text) => (/ObjectType="Note"/.test(text) ? '' : text))
  return /<(?:v:)?(?:shape|group|rect|roundrect|oval|line|polyline|image)\b(?!type)/.test(left) ? left : null
}

/** A drawing of these notes alone; `first_block` is one that no other drawing of the book uses. */
export function newVml(added: readonly NoteShape[], first_block: number): string {
  const count = Math.ceil((added.length + 1) / block)
  const blocks = Array.from({ length: count }, (_, index) => first_block + index).join(',')
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks}"/></o:shapelayout>${noteType}${noteShapes(added, first_block * block + 1)}</xml>`
}

/** The highest block that a drawing uses. */
export function lastBlock(vml: string): number {
  const lists = [...vml.matchAll(/idmap\b[^>]*\bdata="([\d,\s]+)"/g)].map((match) => match[1] ?? '')
  return Math.max(0, ...lists.flatMap((list) => list.split(',').map(Number)))
}

const noteType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

function noteShapes(added: readonly NoteShape[], first: number): string {
  return added.map((note, index) => noteShape(note, first + index)).join('')
}

function noteShape({ ref, text }: NoteShape, number: number): string {
  const { row, column } = parseAddress(ref) ?? { row: 1, column: 1 }
  const top = Math.max(0, row - 2)
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil((textWidth(line) + 1) / 16), 0)
  const height = Math.min(12, Math.max(3, lines + 1))
  const anchor = [column, 15, top, 4, column + 3, 31, top + height, 4].join(', ')
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:180pt;height:${height * 18}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`
}

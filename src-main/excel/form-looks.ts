import type { FormLook } from '../../src-shared/form-picture.ts'
import { builtInFormat, classifyFormat } from './number-format.ts'
import { isTrue } from './package-parts.ts'
import { attributeOf, childrenOf, tagOf } from './patch-element.ts'
import type { PatchPackage } from './patch-package.ts'

/** Styles beyond this many are drawn plain. */
const most_looks = 4000

const plain: FormLook = {
  is_bold: false,
  size: 11,
  align: '',
  wraps: false,
  fill: '',
  color: '',
  border: 0,
  kind: 'number',
  is_locked: true,
}

/** How the cell styles of a book look, by the number that cells name in their `s`. */
export async function readLooks(pack: PatchPackage): Promise<FormLook[]> {
  const part = await pack.linkOf(pack.workbook, 'styles')
  if (part === undefined) return [plain]
  const items: Record<string, string[]> = {}
  await pack.look(part, ({ kind, section, raw }) => {
    if (kind !== 'item') return
    items[section] ??= []
    items[section].push(raw)
  })
  const { fonts = [], fills = [], borders = [], numFmts = [], cellXfs = [] } = items
  const formats = new Map(numFmts.map((raw) => [attributeOf(raw, 'numFmtId'), kindOf(raw)]))
  const known = {
    fonts: fonts.map(fontOf),
    fills: fills.map(fillOf),
    borders: borders.map(borderOf),
    formats,
  }
  const looks = cellXfs.slice(0, most_looks).map((raw) => lookOf(raw, known))
  return looks.length > 0 ? looks : [plain]
}

interface Known {
  fonts: Pick<FormLook, 'is_bold' | 'size' | 'color'>[]
  fills: string[]
  borders: number[]
  formats: Map<string | undefined, FormLook['kind']>
}

function lookOf(raw: string, { fonts, fills, borders, formats }: Known): FormLook {
  const tag = tagOf(raw)
  const place = (name: string) => Number(attributeOf(tag, name) ?? 0)
  const alignment = childTag(raw, 'alignment')
  const horizontal = attributeOf(alignment, 'horizontal') ?? ''
  const id = attributeOf(tag, 'numFmtId') ?? '0'
  return {
    ...plain,
    ...fonts[place('fontId')],
    fill: fills[place('fillId')] ?? '',
    border: borders[place('borderId')] ?? 0,
    align: alignments[horizontal] ?? '',
    wraps: isTrue(attributeOf(alignment, 'wrapText')),
    kind: formats.get(id) ?? (id === '49' ? 'text' : builtInFormat(Number(id))),
    is_locked: attributeOf(childTag(raw, 'protection'), 'locked') !== '0',
  }
}

const alignments: Record<string, FormLook['align']> = {
  left: 'left',
  right: 'right',
  center: 'center',
  centerContinuous: 'center',
  distributed: 'center',
}

function kindOf(raw: string): FormLook['kind'] {
  const code = attributeOf(raw, 'formatCode') ?? ''
  return code.trim() === '@' ? 'text' : classifyFormat(code)
}

function fontOf(raw: string): Known['fonts'][number] {
  const bold = childTag(raw, 'b')
  return {
    is_bold: bold !== '' && attributeOf(bold, 'val') !== '0' && attributeOf(bold, 'val') !== 'false',
    size: Number(attributeOf(childTag(raw, 'sz'), 'val') ?? 11) || 11,
    color: colorOf(childTag(raw, 'color')),
  }
}

function fillOf(raw: string): string {
  const pattern = childrenOf(raw).find(({ name }) => name === 'patternFill')
  if (!pattern) return ''
  const inside = raw.slice(pattern.start, pattern.end)
  return attributeOf(tagOf(inside), 'patternType') === 'solid' ? colorOf(childTag(inside, 'fgColor')) : ''
}

/** Newer programs write start and end for left and right. */
const edges = { top: 1, right: 2, end: 2, bottom: 4, left: 8, start: 8 } as const

function borderOf(raw: string): number {
  let border = 0
  for (const [name, bit] of Object.entries(edges)) {
    const style = attributeOf(childTag(raw, name), 'style')
    if (style !== undefined && style !== 'none') border |= bit
  }
  return border
}

/** Office's own theme, in the order that cells count it; a book with other colours shows a little wrong, no more. */
const theme = [
  ...['FFFFFF', '000000', 'E7E6E6', '44546A', '5B9BD5', 'ED7D31'],
  ...['A5A5A5', 'FFC000', '4472C4', '70AD47'],
]
/** The colours 8 to 15 of the old palette; 64 and 65 are those of the system. */
const indexed = ['000000', 'FFFFFF', 'FF0000', '00FF00', '0000FF', 'FFFF00', 'FF00FF', '00FFFF']

function colorOf(tag: string): string {
  const rgb = attributeOf(tag, 'rgb')
  if (rgb !== undefined && /^[0-9A-F]{6,8}$/i.test(rgb)) return `#${rgb.slice(-6)}`
  const number = attributeOf(tag, 'theme')
  if (number !== undefined) return tinted(theme[Number(number)], Number(attributeOf(tag, 'tint') ?? 0))
  const old = indexed[(Number(attributeOf(tag, 'indexed') ?? 64) % 56) - 8]
  return old === undefined ? '' : `#${old}`
}

/** Towards white from 0 to 1, towards black from 0 to -1. */
function tinted(color: string | undefined, tint: number): string {
  if (color === undefined) return ''
  const parts = [0, 2, 4].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16)
    const next = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint
    return Math.round(next).toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** The tag of a child of that name; empty when there is none. */
function childTag(raw: string, name: string): string {
  const child = childrenOf(raw).find((one) => one.name === name)
  return child ? raw.slice(child.start, child.open_end) : ''
}

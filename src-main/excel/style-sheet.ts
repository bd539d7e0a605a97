import type { Border, FillPattern, Style } from 'exceljs'
import { cellStyles, fontSizes, type StyleName } from './cell-styles.ts'
import { normalFont, officialFonts } from './sheet-fonts.ts'
import type { SheetFonts } from './workbook.ts'

const names = Object.keys(fontSizes) as StyleName[]

/** A text that Excel could take for a formula when the clerk edits its cell is `quoted`: it stays a text. */
export type StyleVariant = 'text' | 'number' | 'quoted'
const variants: readonly StyleVariant[] = ['text', 'number', 'quoted']

/**
 * The position of a style in the style sheet. A number has one of its own: it is made smaller where it is wider than its
 * column, since rows yet to come cannot widen it and `####` would be all that is seen.
 */
export function styleNumber(name: StyleName, variant: StyleVariant = 'text'): number {
  return 1 + names.indexOf(name) + variants.indexOf(variant) * names.length
}

/** The part styles.xml, with the same styles that ExcelJS is given. */
export function styleSheet(faces: SheetFonts = officialFonts): string {
  const styles = cellStyles(faces)
  const fonts = [normalFontXml]
  const fills = [patternFill('none'), patternFill('gray125')]
  const borders = ['<border><left/><right/><top/><bottom/><diagonal/></border>']
  const formats: string[] = []
  const formatsOf = (variant: StyleVariant) =>
    names.map((name) => {
      const style = styles[name]
      const font = place(fonts, fontXml(style.font))
      const fill = style.fill ? place(fills, fillXml(style.fill)) : 0
      const border = style.border ? place(borders, borderXml(style.border)) : 0
      const format = style.numFmt ? 164 + place(formats, style.numFmt) : 0
      const alignment = alignmentXml(style.alignment, variant === 'number')
      const quoted = variant === 'quoted' ? ' quotePrefix="1"' : ''
      return `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${quoted} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`
    })
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"'
  const cells = [`${plain} xfId="0"/>`, ...variants.flatMap(formatsOf)]
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('numFmts', numFmts),
    list('fonts', fonts),
    list('fills', fills),
    list('borders', borders),
    list('cellStyleXfs', [`${plain}/>`]),
    list('cellXfs', cells),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
}

/** The position of a thing in its list, where it is put if it is new. */
function place(things: string[], thing: string): number {
  const at = things.indexOf(thing)
  return at >= 0 ? at : things.push(thing) - 1
}

function list(name: string, things: readonly string[]): string {
  return `<${name} count="${things.length}">${things.join('')}</${name}>`
}

export const normalFontXml = `<font><sz val="${normalFont.size}"/><name val="${normalFont.name}"/><family val="2"/></font>`

function fontXml({ name, size, charset, bold }: Partial<Style['font']> = {}): string {
  return `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><charset val="${charset}"/></font>`
}

function patternFill(pattern: string, color = ''): string {
  return `<fill><patternFill patternType="${pattern}">${color}</patternFill></fill>`
}

function fillXml(fill: Style['fill']): string {
  const { pattern, fgColor } = fill as FillPattern
  return patternFill(pattern, `<fgColor rgb="${fgColor?.argb}"/>`)
}

function borderXml(borders: Partial<Style['border']>): string {
  const edge = (name: string, border: Partial<Border> | undefined) =>
    `<${name} style="${border?.style}"><color rgb="${border?.color?.argb}"/></${name}>`
  const { left, right, top, bottom } = borders
  const edges = edge('left', left) + edge('right', right) + edge('top', top) + edge('bottom', bottom)
  return `<border>${edges}<diagonal/></border>`
}

function alignmentXml({ horizontal, vertical }: Partial<Style['alignment']> = {}, isNumber: boolean): string {
  const upright = vertical === 'middle' ? 'center' : vertical
  return `<alignment horizontal="${horizontal}" vertical="${upright}" ${isNumber ? 'shrinkToFit' : 'wrapText'}="1"/>`
}

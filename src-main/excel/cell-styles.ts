import type { Alignment, Border, Borders, Style } from 'exceljs'
import { officialFonts } from './sheet-fonts.ts'
import type { FontFace, SheetFonts } from './workbook.ts'

/** How a cell of our own sheets looks. */
export type StyleName =
  | 'attachment'
  | 'title'
  | 'head_left'
  | 'head_center'
  | 'head_right'
  | 'caption'
  | 'header'
  | 'left'
  | 'center'
  | 'right'
  | 'date'
  | 'foot'
  | 'note'

/** In points. */
export const fontSizes: Record<StyleName, number> = {
  attachment: 14,
  title: 20,
  head_left: 11,
  head_center: 11,
  head_right: 11,
  caption: 12,
  header: 11,
  left: 10.5,
  center: 10.5,
  right: 10.5,
  date: 10.5,
  foot: 11,
  note: 10,
}

const ink: Border = { style: 'thin', color: { argb: 'FF000000' } }
const box: Partial<Borders> = { top: ink, left: ink, bottom: ink, right: ink }
const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const

/** Each name has one style object a sheet, so that a book holds each style once. */
export function cellStyles(fonts: SheetFonts = officialFonts): Record<StyleName, Partial<Style>> {
  const { title, heading, body } = fonts
  return {
    attachment: style('attachment', heading, { horizontal: 'left' }),
    title: style('title', title, { horizontal: 'center' }),
    head_left: style('head_left', body, { horizontal: 'left' }),
    head_center: style('head_center', body, { horizontal: 'center' }),
    head_right: style('head_right', body, { horizontal: 'right' }),
    caption: style('caption', heading, { horizontal: 'left' }),
    header: style('header', heading, { horizontal: 'center' }, { border: box, fill: grey }),
    left: style('left', body, { horizontal: 'left' }, { border: box }),
    center: style('center', body, { horizontal: 'center' }, { border: box }),
    right: style('right', body, { horizontal: 'right' }, { border: box }),
    date: style('date', body, { horizontal: 'center' }, { border: box, numFmt: 'yyyy-mm-dd' }),
    foot: style('foot', body, { horizontal: 'left' }),
    note: style('note', body, { horizontal: 'left', vertical: 'top' }),
  }
}

/** Only the names of fonts go into the file; where one is missing Excel and WPS take their own. 134 is the GB 2312 character set. */
function style(
  name: StyleName,
  face: FontFace,
  alignment: Partial<Alignment>,
  more: Partial<Style> = {},
): Partial<Style> {
  const bold = face.is_bold ? { bold: true } : {}
  return {
    font: { name: face.name, size: fontSizes[name], charset: 134, ...bold },
    alignment: { vertical: 'middle', wrapText: true, ...alignment },
    ...more,
  }
}

import type { Alignment, Border, Borders, Style } from 'exceljs'

/** How a cell of our own sheets looks. Each name has one style object, so that a book holds each style once. */
export type StyleName =
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

/** Only the names go into the file; where a font is missing Excel and WPS take their own. 134 is the GB 2312 character set. */
function style(
  name: StyleName,
  font: string,
  alignment: Partial<Alignment>,
  more: Partial<Style> = {},
): Partial<Style> {
  return {
    font: { name: font, size: fontSizes[name], charset: 134 },
    alignment: { vertical: 'middle', wrapText: true, ...alignment },
    ...more,
  }
}

const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } } as const

export const cellStyles: Record<StyleName, Partial<Style>> = {
  title: style('title', '方正小标宋简体', { horizontal: 'center' }),
  head_left: style('head_left', '宋体', { horizontal: 'left' }),
  head_center: style('head_center', '宋体', { horizontal: 'center' }),
  head_right: style('head_right', '宋体', { horizontal: 'right' }),
  caption: style('caption', '黑体', { horizontal: 'left' }),
  header: style('header', '黑体', { horizontal: 'center' }, { border: box, fill: grey }),
  left: style('left', '宋体', { horizontal: 'left' }, { border: box }),
  center: style('center', '宋体', { horizontal: 'center' }, { border: box }),
  right: style('right', '宋体', { horizontal: 'right' }, { border: box }),
  date: style('date', '宋体', { horizontal: 'center' }, { border: box, numFmt: 'yyyy-mm-dd' }),
  foot: style('foot', '宋体', { horizontal: 'left' }),
  note: style('note', '宋体', { horizontal: 'left', vertical: 'top' }),
}

import type { StyleName } from './cell-styles.ts'
import type { FontFace, SheetFonts } from './workbook.ts'

/** The fonts of official tables (domain.md §f). */
export const officialFonts: SheetFonts = {
  title: { name: '方正小标宋简体', is_bold: false },
  heading: { name: '黑体', is_bold: false },
  body: { name: '宋体', is_bold: false },
}

/**
 * The font that columns are counted by: n wide is n of its digits. Arial's are 7 pixels at 10 points, as Calibri's are at
 * 11, and more systems have it or a font of the same widths (LibreOffice brings one): the pages end where they were meant to.
 */
export const normalFont = { name: 'Arial', size: 10 } as const

/** Letters and digits that are no half ems, as 宋体 and 黑体 have them, but broader. */
const broad = new Map([
  ['微软雅黑', 1.06],
  ['华文中宋', 1.06],
])
const bold = 1.04

/** How much broader than 宋体 the text of a style is. */
export function breadthOf(style: StyleName, fonts: SheetFonts): number {
  const face = faceOf(style, fonts)
  return (broad.get(face.name) ?? 1) * (face.is_bold ? bold : 1)
}

export function faceOf(style: StyleName, { title, heading, body }: SheetFonts): FontFace {
  if (style === 'title') return title
  return style === 'attachment' || style === 'caption' || style === 'header' ? heading : body
}

import type { ArchiveItem } from '../../src-shared/archive-items.ts'
import { catalogueTitle } from '../../src-shared/archive-papers.ts'

/** In millimetres: what is left of an A4 page below head and column names, a line of text, the least row. */
const room = 138
const line = 4.9
const least = 8
const padding = 1.9

/** Characters of 10.5 points (3.7 mm) that a column takes in one line, Western ones half. */
const chars = { title: 16, responsible: 7.5, document_number: 7, remark: 5 }

export interface CataloguePage {
  /** Rows before it. */
  from: number
  rows: ArchiveItem[]
}

/** Whole rows to a page, counted by their longest cell. */
export function pagesOfRows(items: readonly ArchiveItem[]): CataloguePage[] {
  const pages: CataloguePage[] = []
  let used = Number.POSITIVE_INFINITY
  for (const [at, item] of items.entries()) {
    const height = heightOf(item)
    const page = pages.at(-1)
    if (page && used + height <= room) {
      page.rows.push(item)
      used += height
    } else {
      pages.push({ from: at, rows: [item] })
      used = height
    }
  }
  return pages
}

function heightOf(item: ArchiveItem): number {
  const lines = Math.max(
    linesOf(catalogueTitle(item), chars.title),
    linesOf(item.responsible, chars.responsible),
    linesOf(item.document_number, chars.document_number),
    linesOf(item.remark, chars.remark),
  )
  return Math.max(least, lines * line + padding)
}

function linesOf(text: string, width: number): number {
  let length = 0
  for (const character of text) length += character.charCodeAt(0) < 256 ? 0.5 : 1
  return Math.max(1, Math.ceil(length / width))
}

import { type CSSProperties, memo, type ReactNode, useMemo } from 'react'
import type { PaperCell, PaperView } from '../../src-shared/paper.ts'
import { pageRows } from './paper-pages.ts'
import './paper-sheet.css'

interface PaperSheetProps {
  view: PaperView
  /** Which page, from 0. */
  page: number
  /** Screen points to a point of paper. */
  zoom: number
  /** The cell that something else on the screen speaks of; it is drawn marked. */
  marked: { row: number; column: number } | null
}

/** One printed page: the very layout that goes into the workbook, in points, shrunk as the paper asks. */
export const PaperSheet = memo(function PaperSheet({ view, page, zoom, marked }: PaperSheetProps) {
  const { across, down, margins, scale, widths } = view
  const lefts = useMemo(() => sums(widths), [widths])
  const rows = useMemo(() => pageRows(view, page), [view, page])
  const width = (lefts.at(-1) ?? 0) * scale
  const holder: CSSProperties = { width: pt(across * zoom), height: pt(down * zoom) }
  const inner: CSSProperties = {
    left: pt((across - width) / 2),
    top: pt(margins.top),
    transform: `scale(${scale})`,
  }
  return (
    <div className="paper-holder" style={holder}>
      <article
        className="paper"
        aria-label={`第 ${page + 1} 页`}
        style={{ width: pt(across), height: pt(down), transform: `scale(${zoom})` }}
      >
        <div className="paper-grid" style={inner}>
          {rows.cells.map((cell) => (
            <Cell
              key={`${cell.row} ${cell.column}`}
              view={view}
              cell={cell}
              left={lefts[cell.column] ?? 0}
              width={(lefts[cell.column + cell.columns] ?? 0) - (lefts[cell.column] ?? 0)}
              top={cell.top}
              height={cell.height}
              is_marked={marked !== null && covers(cell, marked)}
            />
          ))}
        </div>
        <footer style={{ fontFamily: fontFamily(view.styles.left?.font.name ?? '宋体') }}>
          第 {page + 1} 页 共 {view.pages.length} 页
        </footer>
      </article>
    </div>
  )
})

interface CellProps {
  view: PaperView
  cell: PaperCell
  left: number
  width: number
  top: number
  height: number
  is_marked: boolean
}

function Cell({ view, cell, left, width, top, height, is_marked }: CellProps): ReactNode {
  const style = view.styles[cell.style]
  if (style === undefined) return null
  const { font, size, align, has_lines, is_grey } = style
  return (
    <div
      className={`paper-cell${has_lines ? ' has-lines' : ''}${is_grey ? ' is-grey' : ''}${is_marked ? ' is-marked' : ''}`}
      data-marked={is_marked || undefined}
      style={{
        left: pt(left),
        top: pt(top),
        width: pt(width),
        height: pt(height),
        justifyContent: places[align],
        textAlign: align,
        fontFamily: fontFamily(font.name),
        fontWeight: font.is_bold ? 700 : 400,
        fontSize: pt(size),
      }}
    >
      <span>{cell.text}</span>
    </div>
  )
}

const places = { left: 'flex-start', center: 'center', right: 'flex-end' } as const

function fontFamily(name: string): string {
  const kind = /黑|雅/.test(name) ? '"Noto Sans CJK SC", sans-serif' : '"SimSun", "Noto Serif CJK SC", serif'
  return `"${name}", ${kind}`
}

function covers(cell: PaperCell, { row, column }: { row: number; column: number }): boolean {
  return (
    row >= cell.row &&
    row < cell.row + cell.rows &&
    column >= cell.column &&
    column < cell.column + cell.columns
  )
}

/** `sums([2, 3]) // [0, 2, 5]` */
function sums(lengths: readonly number[]): number[] {
  const all = [0]
  for (const length of lengths) all.push((all.at(-1) ?? 0) + length)
  return all
}

function pt(points: number): string {
  return `${Math.round(points * 100) / 100}pt`
}

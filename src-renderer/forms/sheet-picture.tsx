// The form as it looks on paper: always black on white, with what was pointed at laid over it.
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  useEffect,
  useMemo,
} from 'react'
import { cellName, columnLetters, type FormGrid, formGrid } from '../../src-shared/form-grid.ts'
import type { FormLook, FormPicture, FormSheet } from '../../src-shared/form-picture.ts'
import { slotsOf } from '../../src-shared/form-slots.ts'
import './sheet-picture.css'

export interface Place {
  row: number
  column: number
}

/** What is laid over a cell: the class of its tint, and a small label. */
export interface CellMark {
  tone: 'data' | 'fact' | 'idle' | 'filled' | 'trouble'
  label?: string
  /** Labels inside of the cell's text, by the slots they stand for. */
  slots?: ReadonlyMap<string, string>
}

interface SheetPictureProps {
  label: string
  sheet: FormSheet
  looks: FormPicture['looks']
  /** By `row:column`; the same map as long as nothing changed. */
  marks: ReadonlyMap<string, CellMark>
  inserted?: ReadonlySet<number>
  selected: Place | null
  onSelect: (place: Place) => void
  /** Enter on a cell. */
  onEnter?: () => void
}

const id_of = (place: Place) => `form-cell-${place.row}-${place.column}`

export function SheetPicture(props: SheetPictureProps) {
  const { label, sheet, looks, marks, inserted, selected, onSelect, onEnter } = props
  const grid = useMemo(() => formGrid(sheet, looks), [sheet, looks])
  useEffect(() => {
    if (selected === null) return
    document.getElementById(id_of(selected))?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && selected !== null) {
      event.preventDefault()
      onEnter?.()
      return
    }
    const next = neighbour(grid, selected, event.key)
    if (next === null) return
    event.preventDefault()
    onSelect(next)
  }
  // Hundreds of cells: drawn anew only when what they show has changed, not when another is chosen.
  const body = useMemo(
    () =>
      sheet.rows.map((row, at) => (
        <PictureRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of a sheet is known by its number
          key={at}
          grid={grid}
          number={at + 1}
          height={row.height}
          marks={marks}
          is_new={inserted?.has(at + 1) === true}
        />
      )),
    [grid, sheet, marks, inserted],
  )
  const onClick = (event: MouseEvent) => {
    const [, row, column] = /^form-cell-(\d+)-(\d+)$/.exec(cellIdOf(event.target)) ?? []
    if (row !== undefined) onSelect({ row: Number(row), column: Number(column) })
  }
  return (
    <div className="form-picture">
      {selected !== null && <Chosen place={selected} />}
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: one stop of the Tab key, walked by the arrows
        role="grid"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={selected === null ? undefined : id_of(selected)}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <colgroup>
          <col style={{ width: 36 }} />
          {sheet.columns.map((column, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column of a sheet is known by its number
            <col key={at} style={{ width: column.is_hidden ? 0 : Math.round(column.width * 7 + 5) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>
              <span className="form-corner">行</span>
            </th>
            {sheet.columns.map((_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <th key={at} scope="col">
                {columnLetters(at + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{body}</tbody>
      </table>
      {sheet.is_cut && (
        <p className="quiet small form-cut">下面或右边还有内容，这里没有全部画出；保存时一个不少。</p>
      )}
    </div>
  )
}

function cellIdOf(target: EventTarget): string {
  return target instanceof Element ? (target.closest('td')?.id ?? '') : ''
}

/** The chosen cell is marked by a rule of its own, so that no cell is drawn anew for it. */
function Chosen({ place }: { place: Place }) {
  useEffect(() => {
    const cell = document.getElementById(id_of(place))
    cell?.setAttribute('aria-selected', 'true')
    return () => cell?.removeAttribute('aria-selected')
  }, [place])
  return null
}

interface PictureRowProps {
  grid: FormGrid
  number: number
  height: number
  marks: ReadonlyMap<string, CellMark>
  is_new: boolean
}

const PictureRow = memo(function PictureRow({ grid, number, height, marks, is_new }: PictureRowProps) {
  const row = grid.sheet.rows[number - 1]
  if (row?.is_hidden) return null
  return (
    <tr
      style={{ height: Math.max(18, Math.round(height * 1.333)) }}
      className={is_new ? 'is-new' : undefined}
    >
      <th scope="row">{is_new ? `＋${number}` : number}</th>
      {grid.sheet.columns.map((_, at) => {
        const column = at + 1
        if (grid.isCovered(number, column)) return null
        const area = grid.merge(number, column)
        const mark = marks.get(`${number}:${column}`)
        const text = grid.text(number, column)
        return (
          <td
            key={column}
            id={id_of({ row: number, column })}
            aria-label={`${cellName(number, column)} ${text}${mark?.label ? `，填${mark.label}` : ''}`}
            className={mark === undefined ? undefined : `is-${mark.tone}`}
            style={styleOf(grid.look(number, column), text)}
            {...(area === undefined
              ? {}
              : {
                  colSpan: area.last_column - area.first_column + 1,
                  rowSpan: area.last_row - area.first_row + 1,
                })}
          >
            {grid.hasFormula(number, column) && text === '' ? (
              <span className="form-formula">公式</span>
            ) : (
              withSlots(text, mark?.slots)
            )}
            {mark?.label !== undefined && <span className="form-chip">{mark.label}</span>}
          </td>
        )
      })}
    </tr>
  )
})

/** The text with a label in each place that will be written into. */
function withSlots(text: string, slots: CellMark['slots']): ReactNode {
  if (slots === undefined) return text
  const pieces: ReactNode[] = []
  let done = 0
  for (const { key, start, end } of slotsOf(text)) {
    const label = slots.get(key)
    if (label === undefined) continue
    pieces.push(
      text.slice(done, start),
      <span key={key} className="form-chip">
        {label}
      </span>,
      '　',
    )
    done = end
  }
  return [...pieces, text.slice(done)]
}

function styleOf(look: FormLook, text: string): CSSProperties {
  const line = '1px solid #4a4f52'
  const edge = (bit: number) => ((look.border & bit) === 0 ? {} : { line })
  return {
    fontWeight: look.is_bold ? 600 : 400,
    fontSize: Math.min(26, Math.max(10, Math.round(look.size * 1.2))),
    textAlign: look.align === '' ? (isNumber(text) ? 'right' : 'left') : look.align,
    whiteSpace: look.wraps ? 'pre-wrap' : 'pre',
    ...(look.color === '' ? {} : { color: look.color }),
    ...(look.fill === '' ? {} : { backgroundColor: look.fill }),
    ...('line' in edge(1) ? { borderTop: line } : {}),
    ...('line' in edge(2) ? { borderRight: line } : {}),
    ...('line' in edge(4) ? { borderBottom: line } : {}),
    ...('line' in edge(8) ? { borderLeft: line } : {}),
  }
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?%?$/.test(text)

const steps: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The next cell that is seen in that direction; null for another key and at the edge. */
function neighbour(grid: FormGrid, from: Place | null, key: string): Place | null {
  const step = steps[key]
  if (step === undefined) return null
  if (from === null) return { row: 1, column: 1 }
  const own = grid.merge(from.row, from.column)
  let row = step[0] > 0 ? (own?.last_row ?? from.row) + 1 : from.row + step[0]
  const column = step[1] > 0 ? (own?.last_column ?? from.column) + 1 : from.column + step[1]
  while (grid.sheet.rows[row - 1]?.is_hidden) row += step[0]
  if (row < 1 || column < 1 || row > grid.last_row || column > grid.last_column) return null
  const area = grid.merge(row, column)
  return area ? { row: area.first_row, column: area.first_column } : { row, column }
}

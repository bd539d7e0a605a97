import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react'
import { CellNote, labelOfCell } from './cell-note.tsx'
import './grid-editor.css'
import type { CellOption, GridColumn } from './grid-column.ts'
import { commandOf, type GridCommand, isForInputMethod } from './grid-keys.ts'
import { GridOptions } from './grid-options.tsx'
import { type Marked, moveBy } from './marked-cells.ts'
import { takeOption } from './option-list.ts'
import { type SheetRow, textIn } from './sheet-rows.ts'
import type { GridActions } from './use-grid.ts'
import { useOptionList } from './use-option-list.ts'

export interface EditorHandle {
  focus(): void
  /** Begins to edit the text that is there, as F2 does. */
  edit(): void
  /** Puts what is being typed into its cell. */
  finish(): void
}

interface GridEditorProps {
  ref: Ref<EditorHandle>
  actions: GridActions
  marked: Marked
  row: SheetRow | undefined
  column: GridColumn | undefined
  /** The keyboard is in the grid as soon as it is drawn. */
  takes_focus: boolean
  /** Why nothing can be typed into any row. */
  locked: string
  /** Rows that fit into the window. */
  page: () => number
  onCommand: (command: GridCommand) => void
  /** Takes a key that does something to whole rows; answers whether it was one. */
  onDeedKey: (key: string) => boolean
  onClipboard: (event: ClipboardEvent<HTMLTextAreaElement>) => void
}

/** Milliseconds of rest after which an open cell is kept. */
const keep_after = 300

/** `type`: the typed text replaces the cell's and an arrow key goes on; `edit`: arrows move in the text. */
type Mode = 'type' | 'edit' | null

/**
 * The one field of a grid. It lies over the active cell, always has the focus and is empty and unseen until something is
 * typed: so an input method begins in the cell with its first key, and no key is lost on the way.
 */
export function GridEditor(props: GridEditorProps) {
  const { actions, marked, row, column, page } = props
  const field = useRef<HTMLTextAreaElement>(null)
  const composed_at = useRef(Number.NEGATIVE_INFINITY)
  const [mode, setMode] = useState<Mode>(null)
  const [typed, setTyped] = useState('')
  const list = useOptionList(column, mode === null ? null : typed)
  const locked = props.locked || (row?.locked ?? '')
  const is_closed = column?.kind.is_fixed === true || locked !== ''
  /** The row that somebody tried to type into, and cannot. */
  const [refused, setRefused] = useState<string | null>(null)
  const refuse = () => setRefused(row?.key ?? null)

  const begin = (next: Mode, text: string) => {
    const element = field.current
    if (element === null) return
    element.value = text
    element.setSelectionRange(text.length, text.length)
    setTyped(text)
    setMode(next)
  }
  const end = () => {
    if (field.current !== null) field.current.value = ''
    setTyped('')
    setMode(null)
    list.close()
  }
  const finish = (where: 'cell' | 'range' = 'cell') => {
    if (mode === null) return
    const text = list.taken(field.current?.value ?? typed)
    end()
    actions.put(text, where)
  }
  const leave = () => {
    finish()
    actions.leaveRow()
  }
  const giveUp = () => {
    end()
    actions.keepOpen(null)
  }
  useEffect(() => {
    if (mode === null) return
    const later = setTimeout(() => actions.keepOpen(typed), keep_after)
    return () => clearTimeout(later)
  }, [mode, typed, actions])
  // Another screen may be gone to with a key, while the cell is still open.
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => () => latest.current(), [])
  const edit = () => {
    if (row === undefined || column === undefined) return
    if (is_closed) return refuse()
    begin('edit', textIn(row, column.field))
  }
  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    edit,
    finish: () => finish(),
  }))
  const { takes_focus } = props
  useEffect(() => {
    if (takes_focus) field.current?.focus({ preventScroll: true })
  }, [takes_focus])

  const onTyped = () => {
    const element = field.current
    if (element === null) return
    if (mode === null && is_closed) {
      element.value = ''
      return refuse()
    }
    setTyped(element.value)
    list.typing()
    if (mode === null && element.value !== '') setMode('type')
  }
  const takeFromList = (option: CellOption) => {
    const text = column ? takeOption(column.kind, field.current?.value ?? '', option) : ''
    if (column?.kind.has_several) return begin('edit', `${text}、`)
    end()
    actions.put(text, 'cell')
  }
  const run = (command: GridCommand) => {
    if (command === 'edit') return edit()
    if (command === 'empty_and_edit') return is_closed ? refuse() : begin('edit', '')
    if (command === 'open_list' && column?.kind.options) {
      edit()
      return list.open(row ? textIn(row, column.field) : '')
    }
    props.onCommand(command)
  }

  /** While nothing is typed: commands and moves; whatever else is printed begins the typing. */
  const onRestingKey = (event: KeyboardEvent) => {
    if (event.key === ' ' && is_closed) return taking(event, () => props.onCommand('tick'))
    const command = commandOf(event)
    const move = command === null ? moveBy(event, marked, actions.bounds(page())) : null
    if (command === null && move === null) return
    event.preventDefault()
    if (command !== null) run(command)
    else if (move !== null) actions.mark(move)
  }
  const onEditingKey = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'Escape') return taking(event, giveUp)
    if (key === 'F2') return taking(event, () => setMode(mode === 'edit' ? 'type' : 'edit'))
    if (key === 'Enter' && event.altKey) return taking(event, () => insertLine(field.current, onTyped))
    if (key === 'Enter' && event.ctrlKey) return taking(event, () => finish('range'))
    if ((key === 'ArrowDown' || key === 'ArrowUp') && list.options.length > 0) {
      return taking(event, () => list.move(key === 'ArrowDown' ? 1 : -1))
    }
    const goes_on = key === 'Enter' || key === 'Tab' || (mode === 'type' && /^Arrow|^Page/.test(key))
    if (!goes_on || (event.ctrlKey && key !== 'Tab')) return
    taking(event, () => {
      finish()
      const move = moveBy(event, actions.marked(), actions.bounds(page()))
      if (move !== null) actions.mark(move)
    })
  }

  return (
    <>
      <textarea
        ref={field}
        className="grid-field"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        aria-label={labelOfCell(column, row, marked)}
        {...(list.options.length > 0 ? { 'aria-controls': 'grid-options' } : {})}
        onKeyDown={(event) => {
          if (isForInputMethod(event.nativeEvent, composed_at.current)) return
          if (isPlain(event) && props.onDeedKey(event.key)) event.preventDefault()
          else if (mode === null) onRestingKey(event)
          else onEditingKey(event)
        }}
        onInput={onTyped}
        onCompositionStart={() => mode === null && !is_closed && setMode('type')}
        onCompositionEnd={(event) => {
          composed_at.current = event.timeStamp
          onTyped()
        }}
        onBlur={() => {
          // Another window in front takes the focus only for a while.
          if (document.activeElement === field.current) return
          leave()
        }}
        onCopy={(event) => mode === null && props.onClipboard(event)}
        onCut={(event) => mode === null && props.onClipboard(event)}
        onPaste={(event) => mode === null && props.onClipboard(event)}
        data-mode={mode ?? 'rest'}
      />
      {list.options.length > 0 && (
        <GridOptions options={list.options} chosen={list.chosen} onTake={takeFromList} />
      )}
      {mode === null && <CellNote row={row} column={column} locked={refused === row?.key ? locked : ''} />}
    </>
  )
}

function isPlain({ ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !shiftKey
}

function taking(event: KeyboardEvent, action: () => void): void {
  event.preventDefault()
  action()
}

function insertLine(field: HTMLTextAreaElement | null, onTyped: () => void): void {
  if (field === null) return
  field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end')
  onTyped()
}

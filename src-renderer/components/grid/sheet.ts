// A sheet: the rows behind a grid. It takes what is typed, sends it to be saved in order, and steps back.
import type { RowDraft, TypedRow, TypedRowsAnswer } from '../../../src-shared/typed-rows.ts'
import type { Cells } from './grid-column.ts'
import {
  type BookRow,
  blankRow,
  type CellEdit,
  isBlank,
  isUnsaved,
  mergeBook,
  rowOfBook,
  rowOfDraft,
  type SheetRow,
  takeAnswer,
  textIn,
  toDraft,
  toTypedRow,
  typeInto,
} from './sheet-rows.ts'
import { createSteps, type EditStep } from './sheet-steps.ts'

export interface SheetHost {
  /** Saves what is right in one change. Throws when nothing could be saved. */
  save(rows: TypedRow[]): Promise<TypedRowsAnswer>
  /** Takes a change back (or an undoing, which does it again); answers the change that did so. */
  undo(change_id: number): Promise<number>
  /** Keeps what is not saved, against a crash. */
  keep(rows: RowDraft[]): void
  /** Tells that saving or undoing did not work. */
  fail(error: unknown): void
}

export interface Sheet {
  rows(): readonly SheetRow[]
  subscribe(listener: () => void): () => void
  /** Lays the rows out anew: these in this order, and whatever is not saved. `book` is all that there is. */
  arrange(listed: readonly BookRow[], drafts?: readonly RowDraft[], book?: readonly BookRow[]): void
  /** What the book says now; rows keep their places, and others join them only if they are wanted. */
  refresh(book: readonly BookRow[], isWanted?: (id: number) => boolean): void
  /** One step of typing; `defaults` go into rows that were blank. */
  edit(edits: readonly CellEdit[], defaults?: Cells): void
  /** What stands in the open cell before it is put in: kept too, so that not even half a sentence is lost. */
  keepOpen(open: CellEdit | null): void
  /** Sends what was typed into these rows; wrong ones that were not touched since are sent only `again`. */
  save(keys: readonly string[], again?: boolean): Promise<void>
  insertBlank(before: number, count: number): void
  /** Takes out rows that the book does not have, and what was typed over those it has. */
  discard(keys: readonly string[]): void
  undo(): Promise<void>
  redo(): Promise<void>
}

/** Empty rows that always stand below the last filled one. */
const spare_rows = 30

let last_key = 0
const run = Math.random().toString(36).slice(2, 8)

function newKey(): string {
  last_key += 1
  return `new-${run}-${last_key}`
}

export function createSheet(host: SheetHost): Sheet {
  let rows: readonly SheetRow[] = withSpare([])
  let queue: Promise<unknown> = Promise.resolve()
  let kept = '[]'
  let open: CellEdit | null = null
  const listeners = new Set<() => void>()
  const steps = createSteps()

  function keepDrafts(): void {
    const whole = rows.map((row) =>
      open !== null && row.key === open.key ? typeInto(row, { [open.field]: open.text }) : row,
    )
    const drafts = whole.filter(isUnsaved).map(toDraft)
    const words = JSON.stringify(drafts)
    if (words !== kept) {
      kept = words
      host.keep(drafts)
    }
  }
  function set(next: readonly SheetRow[]): void {
    rows = withSpare(next)
    keepDrafts()
    for (const listener of listeners) listener()
  }
  const change = (keys: ReadonlySet<string>, to: (row: SheetRow) => SheetRow) =>
    set(rows.map((row) => (keys.has(row.key) ? to(row) : row)))
  /** One after the other: a later change stands on the earlier ones. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = queue.then(work).catch((error: unknown) => host.fail(error))
    queue = done
    return done
  }

  async function send(sent: readonly SheetRow[]): Promise<void> {
    const keys = new Set(sent.map(({ key }) => key))
    change(keys, (row) => ({ ...row, is_saving: true }))
    try {
      const { rows: answers, change_id } = await host.save(sent.map(toTypedRow))
      const by_key = new Map(answers.map((answer) => [answer.key, answer]))
      const typed = new Map(sent.map((row) => [row.key, row.typed]))
      if (change_id !== null) steps.saved(keys, change_id)
      change(keys, (row) => {
        const answer = by_key.get(row.key)
        return answer ? takeAnswer(row, answer, typed.get(row.key) ?? {}) : { ...row, is_saving: false }
      })
    } catch (error) {
      change(keys, (row) => ({ ...row, is_saving: false }))
      throw error
    }
  }

  function retype(step: EditStep, which: 'before' | 'after'): void {
    const by_key = new Map<string, Record<string, string | null>>()
    const edits = which === 'before' ? step.edits.toReversed() : step.edits
    for (const edit of edits) {
      const cells = by_key.get(edit.key) ?? {}
      cells[edit.field] = edit[which]
      by_key.set(edit.key, cells)
    }
    // What the step saved is taken back by the book itself; only what it left unsaved is typed back here.
    const there = new Set(rows.map(({ key }) => key))
    const deleted = step.change_id === null ? [...by_key.keys()].filter((key) => !there.has(key)) : []
    const typed = rows.map((row) => {
      const cells = by_key.get(row.key)
      if (cells === undefined) return row
      const is_in_book = step.change_id !== null && !isUnsaved(row)
      return is_in_book ? { ...row, is_awaited: false } : typeInto(row, cells)
    })
    const filled = typed.findLastIndex((row) => !isBlank(row)) + 1
    const back = deleted.map((key) => typeInto(blankRow(key), by_key.get(key) ?? {}))
    set([...typed.slice(0, filled), ...back.filter((row) => !isBlank(row)), ...typed.slice(filled)])
  }

  return {
    rows: () => rows,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    arrange(listed, drafts = [], book = listed) {
      const unsaved = new Map(rows.filter(isUnsaved).map((row) => [row.key, row]))
      const by_id = new Map(book.map((row) => [row.id, row]))
      for (const draft of drafts) {
        const saved = draft.id === null ? undefined : by_id.get(draft.id)
        if (!unsaved.has(draft.key)) unsaved.set(draft.key, rowOfDraft(draft, saved))
      }
      const by_book = new Map(
        [...unsaved.values()].flatMap((row) => (row.id === null ? [] : [[row.id, row]])),
      )
      const placed = listed.map((row) => by_book.get(row.id) ?? rowOfBook(row))
      const there = new Set(placed.map(({ key }) => key))
      set([...placed, ...[...unsaved.values()].filter(({ key }) => !there.has(key))])
    },
    refresh: (book, isWanted = () => true) => set(mergeBook(rows, book, isWanted)),
    edit(edits, defaults = {}) {
      open = null
      const by_key = new Map<string, Record<string, string>>()
      for (const { key, field, text } of edits) by_key.set(key, { ...by_key.get(key), [field]: text })
      const made: EditStep['edits'] = []
      const next = rows.map((row) => {
        const cells = by_key.get(row.key)
        if (cells === undefined || row.locked !== '') return row
        const all = isBlank(row) && Object.values(cells).some(Boolean) ? { ...defaults, ...cells } : cells
        const changed = Object.entries(all).filter(([field, text]) => textIn(row, field) !== text)
        if (changed.length === 0) return row
        for (const [field, text] of changed) {
          made.push({ key: row.key, field, before: row.typed[field] ?? null, after: text })
        }
        return typeInto(row, Object.fromEntries(changed))
      })
      if (made.length === 0) return keepDrafts()
      steps.made({ edits: made, change_id: null })
      set(next)
    },
    keepOpen(next) {
      open = next
      keepDrafts()
    },
    save(keys, again = false) {
      const wanted = new Set(keys)
      const isDue = (row: SheetRow) =>
        wanted.has(row.key) && isUnsaved(row) && !row.is_saving && (again || !row.is_refused)
      if (!rows.some(isDue)) return queue as Promise<void>
      return inTurn(async () => {
        const sent = rows.filter(isDue)
        if (sent.length > 0) await send(sent)
      })
    },
    insertBlank(before, count) {
      const blank = Array.from({ length: count }, () => blankRow(newKey()))
      set([...rows.slice(0, before), ...blank, ...rows.slice(before)])
    },
    discard(keys) {
      const gone = new Set(keys)
      const edits = rows
        .filter(({ key }) => gone.has(key))
        .flatMap((row) =>
          Object.entries(row.typed).map(([field, before]) => ({ key: row.key, field, before, after: null })),
        )
      if (edits.length > 0) steps.made({ edits, change_id: null })
      set(
        rows.flatMap((row) => {
          if (!gone.has(row.key) || row.is_saving) return row
          if (row.id === null) return []
          return rowOfBook({ id: row.id, cells: row.saved, locked: row.locked }, row.key)
        }),
      )
    },
    undo: () =>
      inTurn(async () => {
        const step = steps.last()
        if (step === undefined) return
        const change_id = step.change_id === null ? null : await host.undo(step.change_id)
        retype(step, 'before')
        steps.stepBack(change_id)
      }),
    redo: () =>
      inTurn(async () => {
        const step = steps.next()
        if (step === undefined) return
        const change_id = step.change_id === null ? null : await host.undo(step.change_id)
        retype(step, 'after')
        steps.stepOn(change_id)
      }),
  }
}

/** Blank rows between filled ones are the clerk's own; those at the end are always as many. */
function withSpare(rows: readonly SheetRow[]): readonly SheetRow[] {
  const filled = rows.findLastIndex((row) => !isBlank(row)) + 1
  const missing = filled + spare_rows - rows.length
  if (missing <= 0) return rows
  return [...rows, ...Array.from({ length: missing }, () => blankRow(newKey()))]
}

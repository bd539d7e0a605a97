// Changes of published posts that are being put together: they are recorded as one adjustment, or dropped.
import { useSyncExternalStore } from 'react'
import { isReplacing, type PostHolders } from '../../src-shared/backup-posts.ts'

export interface PostEdit {
  duty_id: number
  number: string
  content: string
  before: PostHolders
  after: PostHolders
}

/** A duty with who holds it in the book. */
export interface PostOfDuty extends PostHolders {
  id: number
  number: string
  content: string
}

/** By the id of the duty. It outlives going from the list to the matrix and back. */
let edits: ReadonlyMap<number, PostEdit> = new Map()
const listeners = new Set<() => void>()

function set(next: ReadonlyMap<number, PostEdit>): void {
  edits = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePostDraft(): ReadonlyMap<number, PostEdit> {
  return useSyncExternalStore(subscribe, () => edits)
}

/** What is as it was before is no edit any more. */
export function draftEdit(edit: PostEdit): void {
  const next = new Map(edits)
  if (isSame(edit.before, edit.after)) next.delete(edit.duty_id)
  else next.set(edit.duty_id, edit)
  set(next)
}

export function dropDraft(): void {
  if (edits.size > 0) set(new Map())
}

/** Drops what no longer fits the book: duties that are gone, or held by others since. */
export function keepFitting(duties: readonly PostOfDuty[]): void {
  if (edits.size === 0) return
  const now = new Map(duties.map((duty) => [duty.id, duty]))
  const fitting = [...edits].filter(([id, edit]) => {
    const duty = now.get(id)
    return duty !== undefined && duty.number === edit.number && isSame(duty, edit.before)
  })
  if (fitting.length < edits.size) set(new Map(fitting))
}

export function isSame(one: PostHolders, other: PostHolders): boolean {
  return !isReplacing(one, other) && !isReplacing(other, one)
}

// The steps of typing that can be taken back, as far as they are known in this sheet.

export interface EditStep {
  /** The typing of each cell before and after; null where nothing was typed over the book's text. */
  edits: { key: string; field: string; before: string | null; after: string | null }[]
  /** The change that holds the step; null while it is only typed. */
  change_id: number | null
}

export interface Steps {
  made(step: EditStep): void
  /** These rows went into the book by one change: all that was typed into them is one step from now on. */
  saved(keys: ReadonlySet<string>, change_id: number): void
  last(): EditStep | undefined
  next(): EditStep | undefined
  stepBack(change_id: number | null): void
  stepOn(change_id: number | null): void
}

export function createSteps(): Steps {
  let done: EditStep[] = []
  let undone: EditStep[] = []
  return {
    made(step) {
      done.push(step)
      undone = []
    },
    saved(keys, change_id) {
      const belongs = (step: EditStep) =>
        step.change_id === null && step.edits.some(({ key }) => keys.has(key))
      const edits = done.filter(belongs).flatMap((step) => step.edits)
      done = done.filter((step) => !belongs(step))
      done.push({ edits, change_id })
    },
    last: () => done.at(-1),
    next: () => undone.at(-1),
    stepBack(change_id) {
      const step = done.pop()
      if (step) undone.push({ ...step, change_id })
    },
    stepOn(change_id) {
      const step = undone.pop()
      if (step) done.push({ ...step, change_id })
    },
  }
}

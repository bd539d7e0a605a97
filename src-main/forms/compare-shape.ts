import { formGrid } from '../../src-shared/form-grid.ts'
import type { FormPicture } from '../../src-shared/form-picture.ts'
import { type FormShape, labelsOf, plainLabel, type ShapeLabel } from './form-shape.ts'

export interface ShapeMatch {
  /** Each label of the form as it was → where it stands now; null when it is gone. */
  places: ReadonlyMap<ShapeLabel, ShapeLabel | null>
  /** Labels of the form at hand that the old one does not have. */
  added: ShapeLabel[]
  /** 1 when every label stands where it stood. */
  likeness: number
  is_same: boolean
}

/** Finds the labels of a form that was kept in the one at hand, whether they have moved or not. */
export function compareShape(kept: FormShape, { sheets, looks }: FormPicture): ShapeMatch {
  const shown = sheets.filter(({ is_hidden }) => !is_hidden)
  const now = shown.flatMap((sheet) => labelsOf(formGrid(sheet, looks), () => false))
  const sheetOf = sheetNames(
    kept,
    shown.map(({ name }) => name),
  )
  const free = new Map<string, ShapeLabel[]>()
  for (const label of now) {
    const key = keyOf(label.sheet, label.text)
    const there = free.get(key)
    if (there) there.push(label)
    else free.set(key, [label])
  }
  const places = new Map<ShapeLabel, ShapeLabel | null>()
  const take = (label: ShapeLabel, choose: (there: ShapeLabel[]) => ShapeLabel | undefined) => {
    const there = free.get(keyOf(sheetOf.get(label.sheet) ?? label.sheet, label.text)) ?? []
    const found = choose(there)
    if (found) there.splice(there.indexOf(found), 1)
    return found
  }
  const waiting = kept.filter((label) => {
    const found = take(label, (there) =>
      there.find((one) => one.row === label.row && one.column === label.column),
    )
    if (found) places.set(label, found)
    return found === undefined
  })
  for (const label of waiting) places.set(label, take(label, (there) => nearest(label, there)) ?? null)
  const same = kept.length - waiting.length
  const found = [...places.values()].filter((place) => place !== null).length
  return {
    places,
    added: [...free.values()].flat(),
    likeness: kept.length === 0 ? 0 : found / kept.length,
    is_same: kept.length > 0 && same === kept.length,
  }
}

function keyOf(sheet: string, text: string): string {
  return `${sheet}\n${plainLabel(text)}`
}

/** A tab that was renamed is the one at the same place; a form of one sheet has only one to be. */
function sheetNames(kept: FormShape, names: readonly string[]): ReadonlyMap<string, string> {
  const old = [...new Set(kept.map(({ sheet }) => sheet))]
  return new Map(old.map((sheet, at) => [sheet, names.includes(sheet) ? sheet : (names[at] ?? sheet)]))
}

function nearest(label: ShapeLabel, there: readonly ShapeLabel[]): ShapeLabel | undefined {
  const distance = (one: ShapeLabel) =>
    Math.abs(one.row - label.row) * 3 + Math.abs(one.column - label.column)
  return there.toSorted((one, other) => distance(one) - distance(other))[0]
}

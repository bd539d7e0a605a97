import { z } from 'zod'
import { comparable } from './cell-text.ts'

/** A header as it stands in a form: where, and what it says without what changes from week to week. */
export type ShapeColumn = readonly [column: number, key: string]
/** By it a form is known again, whatever its data, its title and the name of its sheet. */
export type FormShape = readonly ShapeColumn[]

const StoredShape = z.array(z.tuple([z.number(), z.string()]))

export function parseShape(text: string): FormShape {
  return StoredShape.parse(JSON.parse(text))
}

/** `headerKey('', '第47周完成情况') // '第#周完成情况'`: numbers of weeks and days say nothing of the form. */
export function headerKey(parent: string, text: string): string {
  return comparable(parent === '' ? text : `${parent}/${text}`)
    .replace(/[\p{P}\p{S}]+/gu, '')
    .replace(/第[一二三四五六七八九十\d]+(?=[周期次])/gu, '第#')
    .replace(/[一二三四五六七八九十]{1,3}(?=月(?!度))/gu, '#')
    .replace(/\d+/g, '#')
}

export function shapeOf(names: readonly { column: number; parent: string; text: string }[]): FormShape {
  return names.map(({ column, parent, text }) => [column, headerKey(parent, text)] as const)
}

export function shapeText(shape: FormShape): string {
  return JSON.stringify(shape)
}

/** For each column of a remembered form the column of this one, by name and then by place. */
export interface ShapeMatch {
  /** Known column → column here; a column that is gone is not in it. */
  columns: ReadonlyMap<number, number>
  moved: { key: string; from: number; to: number }[]
  renamed: { column: number; before: string; now: string }[]
  gone: { column: number; key: string }[]
  added: { column: number; key: string }[]
  /** Share of names that both have: 1 for the same form. */
  likeness: number
}

export function matchShapes(known: FormShape, here: FormShape): ShapeMatch {
  const free = new Map<string, number[]>()
  for (const [column, key] of here) free.set(key, [...(free.get(key) ?? []), column])
  const columns = new Map<number, number>()
  for (const [column, key] of known) {
    const same = key === '' ? undefined : free.get(key)
    // Of two columns of one name the one that stands where it stood is meant.
    const at = same?.includes(column) ? column : same?.[0]
    if (at === undefined) continue
    columns.set(column, at)
    free.set(key, same?.filter((one) => one !== at) ?? [])
  }
  const common = columns.size
  const taken = new Set(columns.values())
  const renamed: ShapeMatch['renamed'] = []
  for (const [column, before] of known) {
    const now = here.find(([there]) => there === column)?.[1]
    if (columns.has(column) || now === undefined || taken.has(column)) continue
    columns.set(column, column)
    taken.add(column)
    renamed.push({ column, before, now })
  }
  return {
    columns,
    moved: known.flatMap(([from, key]) => {
      const to = columns.get(from)
      return to === undefined || to === from ? [] : [{ key, from, to }]
    }),
    renamed,
    gone: known.flatMap(([column, key]) => (columns.has(column) ? [] : [{ column, key }])),
    added: here.flatMap(([column, key]) => (taken.has(column) ? [] : [{ column, key }])),
    likeness: common / Math.max(known.length, here.length, 1),
  }
}

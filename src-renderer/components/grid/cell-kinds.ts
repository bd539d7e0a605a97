import { readDate } from '../../../src-shared/read-date.ts'
import type { CellKind, CellOption } from './grid-column.ts'

const tidy = (text: string) => text.replaceAll('\r\n', '\n').trim()

/** Text of any length; Alt+Enter begins a new line. */
export const text_cell: CellKind = { read: tidy }

/** Shown, not typed: a number that the program gives. */
export const fixed_cell: CellKind = { read: tidy, is_fixed: true }

/** Half width and without the commas of thousands: `１,200 // 1200` */
export const number_cell: CellKind = {
  is_number: true,
  read(text) {
    const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
    return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? plain : tidy(text)
  },
}

/** Takes 11.16, 11月16日, 2026/11/16; a date without a year takes the one that brings it closest to `near`. */
export function dateCell(near: string): CellKind {
  return {
    read(text) {
      const reading = readDate({ kind: 'text', text }, near)
      return reading.state === 'date' && reading.doubt === undefined ? reading.on : tidy(text)
    },
  }
}

/** One of the options; blanks and width make no difference. */
export function choiceCell(options: readonly CellOption[]): CellKind {
  return { options, read: (text) => sameOption(options, text) ?? tidy(text) }
}

/** Any text, with usual words offered. */
export function freeChoiceCell(options: readonly CellOption[]): CellKind {
  return { ...choiceCell(options), is_free: true }
}

/** Several names in their order, parted by 、 however they were written: `张三,李四 // 张三、李四` */
export function namesCell(options: readonly CellOption[]): CellKind {
  return {
    options,
    has_several: true,
    read: (text) =>
      splitNames(text)
        .map((name) => sameOption(options, name) ?? name)
        .join('、'),
  }
}

export function splitNames(text: string): string[] {
  return text
    .split(/[、,，;；\n]+/)
    .map(tidy)
    .filter(Boolean)
}

/** A fixed cell that leads somewhere. */
export function linkCell(hrefOf: NonNullable<CellKind['hrefOf']>): CellKind {
  return { ...fixed_cell, hrefOf }
}

function sameOption(options: readonly CellOption[], text: string): string | undefined {
  const wanted = comparable(text)
  return options.find(({ label }) => comparable(label) === wanted)?.label
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

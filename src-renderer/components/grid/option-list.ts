import { spells } from '../spelling.ts'
import type { CellKind, CellOption } from './grid-column.ts'

const most_options = 60

/** The part of the text that the list is about: of several names the one that is being typed. */
export function typedPart(kind: CellKind, text: string): string {
  return kind.has_several ? (text.split(/[、,，;；\n]/).at(-1) ?? '') : text
}

/** The text once this option is taken for the part being typed. */
export function takeOption(kind: CellKind, text: string, option: CellOption): string {
  if (!kind.has_several) return option.label
  return text.slice(0, text.length - typedPart(kind, text).length) + option.label
}

/**
 * Options that fit what was typed: by their text, pinyin or initials. An input method puts marks between the syllables
 * of a half-typed word (zhang'san). Nothing typed: all of them.
 */
export function fittingOptions(kind: CellKind, text: string): readonly CellOption[] {
  const { options = [] } = kind
  const part = typedPart(kind, text).trim().toLowerCase()
  if (part === '') return options.slice(0, most_options)
  const letters = part.replace(/[\s'’]/g, '')
  const rank = ({ label }: CellOption) => {
    const said = label.toLowerCase()
    if (said.startsWith(part)) return 0
    if (spells(label, letters)) return 1
    return said.includes(part) ? 2 : 3
  }
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((one) => one.rank < 3)
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, most_options)
    .map(({ option }) => option)
}

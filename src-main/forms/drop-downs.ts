import type { FormList, FormSheet } from '../../src-shared/form-picture.ts'
import type { FormColumnUse, FormWordQuestion } from '../../src-shared/forms.ts'

/** What may be chosen in this cell; null where everything goes. */
export function optionsAt({ lists }: FormSheet, row: number, column: number): readonly string[] | null {
  return lists.find((list) => isIn(list, row, column))?.options ?? null
}

function isIn({ areas }: FormList, row: number, column: number): boolean {
  return areas.some(
    (area) =>
      row >= area.first_row &&
      row <= area.last_row &&
      column >= area.first_column &&
      column <= area.last_column,
  )
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()

/** The form's own word for ours: the one she has chosen, or the same but for blanks and width. */
export function wordFor(
  text: string,
  words: FormColumnUse['words'],
  options: readonly string[],
): string | null {
  const chosen = words[text] ?? text
  if (options.includes(chosen)) return chosen
  return options.find((option) => plain(option) === plain(chosen)) ?? null
}

/** Values that no option says, with how many cells have them. */
export class WordQuestions {
  private readonly asked = new Map<string, FormWordQuestion>()

  ask(question: Omit<FormWordQuestion, 'cells'>): void {
    const key = [question.block, question.column, question.value].join('\n')
    const there = this.asked.get(key)
    if (there) there.cells += 1
    else this.asked.set(key, { ...question, cells: 1 })
  }

  list(): FormWordQuestion[] {
    return [...this.asked.values()].slice(0, 200)
  }
}

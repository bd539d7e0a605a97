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

/** Words of which offices mean the same; the form's list says which of them it wants. */
const same: readonly (readonly string[])[] = [
  ['是', '已完成', '完成', '已办结', '办结', '已销号', '已归档', '√'],
  ['否', '未完成', '未办结', '未销号', '×'],
  ['正在推进', '推进中', '进行中', '办理中', '正在办理', '序时推进'],
  ['未启动', '未开始', '尚未启动'],
  ['已撤销', '取消', '已取消', '不再执行'],
  ['永久', 'Y'],
  ['30年', '三十年', 'D30', '长期'],
  ['10年', '十年', 'D10', '短期'],
]

/** The form's own word for ours: the one she has chosen, the same but for blanks and width, or the same in meaning. */
export function wordFor(
  text: string,
  words: FormColumnUse['words'],
  options: readonly string[],
): string | null {
  const chosen = words[text] ?? text
  if (options.includes(chosen)) return chosen
  const meant = same.find((words) => words.includes(chosen)) ?? []
  return (
    options.find((option) => plain(option) === plain(chosen)) ??
    options.find((option) => meant.includes(option)) ??
    null
  )
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

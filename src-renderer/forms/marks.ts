import { fieldLabel, form_facts } from '../../src-shared/form-fields.ts'
import type { FilledSheet, FormBlock, FormFactUse, FormMapping, FormPreview } from '../../src-shared/forms.ts'
import type { CellMark } from './sheet-picture.tsx'

/** What was pointed at on this sheet. */
export function pointedMarks({ blocks, facts }: FormMapping, sheet: string): Map<string, CellMark> {
  const marks = new Map<string, CellMark>()
  for (const block of blocks) if (block.sheet === sheet) markBlock(marks, block)
  const cells = new Map<string, Map<string, string>>()
  for (const fact of facts) {
    if (fact.sheet !== sheet) continue
    const key = `${fact.row}:${fact.column}`
    cells.set(key, (cells.get(key) ?? new Map()).set(fact.slot, factLabel(fact)))
  }
  for (const [key, slots] of cells) {
    const label = slots.get('')
    marks.set(key, label === undefined ? { tone: 'fact', slots } : { tone: 'fact', label })
  }
  return marks
}

export function factLabel({ fact, text }: FormFactUse): string {
  return fact === null ? `“${text}”` : form_facts[fact]
}

function markBlock(marks: Map<string, CellMark>, block: FormBlock): void {
  for (const { column, field } of block.columns) {
    const label = field === '' ? '不填' : fieldLabel(block.source, field)
    const tone = field === '' ? 'idle' : 'data'
    for (let row = block.first_row; row <= block.last_row; row += 1) {
      marks.set(`${row}:${column}`, row === block.first_row ? { tone, label } : { tone })
    }
  }
}

/** What was written, and where something should be looked at. */
export function filledMarks(
  { filled, name }: FilledSheet,
  issues: FormPreview['issues'],
): Map<string, CellMark> {
  const marks = new Map<string, CellMark>(filled.map((place) => [place, { tone: 'filled' }]))
  for (const { sheet, row, column, level } of issues) {
    if (sheet === name && level !== 'note') marks.set(`${row}:${column}`, { tone: 'trouble' })
  }
  return marks
}

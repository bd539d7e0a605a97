import { z } from 'zod'
import type { FormGrid } from '../../src-shared/form-grid.ts'
import { formGrid } from '../../src-shared/form-grid.ts'
import type { FormPicture } from '../../src-shared/form-picture.ts'
import { fillSlots, slotsOf } from '../../src-shared/form-slots.ts'
import type { FormMapping } from '../../src-shared/forms.ts'

/** The words that a form is known by, where they stood: all of its texts but those of its data rows. */
export const FormShape = z.array(
  z.object({ sheet: z.string(), row: z.int(), column: z.int(), text: z.string() }),
)
export type FormShape = z.infer<typeof FormShape>
export type ShapeLabel = FormShape[number]

const most_labels = 600

export function shapeOf({ sheets, looks }: FormPicture, { blocks }: FormMapping): FormShape {
  return sheets
    .filter(({ is_hidden }) => !is_hidden)
    .flatMap((sheet) =>
      labelsOf(formGrid(sheet, looks), (row) =>
        blocks.some((block) => block.sheet === sheet.name && row >= block.first_row && row <= block.last_row),
      ),
    )
    .slice(0, most_labels)
}

export function labelsOf(grid: FormGrid, isData: (row: number) => boolean): ShapeLabel[] {
  const labels: ShapeLabel[] = []
  for (let row = 1; row <= grid.last_row; row += 1) {
    if (isData(row)) continue
    for (let column = 1; column <= grid.last_column; column += 1) {
      const text = grid.text(row, column)
      if (text.trim() !== '' && !grid.hasFormula(row, column))
        labels.push({ sheet: grid.sheet.name, row, column, text: text.slice(0, 300) })
    }
  }
  return labels
}

/** What stays the same from one week's form to the next: no blanks, no numbers, no words that were filled in. */
export function plainLabel(text: string): string {
  const slots = slotsOf(text)
  const bare = slots.length === 0 ? text : fillSlots(text, new Map(slots.map(({ key }) => [key, ''])))
  return bare
    .normalize('NFKC')
    .replace(/[\s_*＿:：]/g, '')
    .replace(/\d+/g, '')
    .toLowerCase()
}

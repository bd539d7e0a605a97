import { imports } from '../../src-main/imports/imports.ts'
import { in_one_go } from '../../src-main/imports/pace.ts'
import type { Plan } from '../../src-main/imports/plan-import.ts'
import { ImportChoices, type ImportKind, type PlannedRow } from '../../src-shared/imports.ts'
import type { TestBook } from './open-test-book.ts'
import { type SheetValues, workbookOf } from './workbook-of.ts'

export interface PlanOptions {
  file_name?: string
  choices?: Partial<ImportChoices>
}

/** What the import of such a sheet would do to the book today. */
export function planOn(
  book: TestBook,
  kind: ImportKind,
  sheets: SheetValues | readonly SheetValues[],
  { file_name = '表.xlsx', choices = {} }: PlanOptions = {},
): Promise<Plan> {
  const workbook = workbookOf(
    ...(Array.isArray(sheets) ? (sheets as SheetValues[]) : [sheets as SheetValues]),
  )
  const question = { workbook, file_name, choices: ImportChoices.parse(choices) }
  return imports[kind](book.db, book.clock.today(), question, in_one_go)
}

/** Plans and saves; answers the plan. */
export async function importInto(
  book: TestBook,
  kind: ImportKind,
  sheets: SheetValues | readonly SheetValues[],
  options: PlanOptions & { left_out?: readonly string[] } = {},
): Promise<Plan> {
  const plan = await planOn(book, kind, sheets, options)
  await book.change(async (change) => {
    await plan.save(change, new Set(options.left_out), in_one_go)
    change.describe('导入')
  })
  return plan
}

/** `3 new`, `5 skipped 合计行`, `7 wrong B7 姓名是空的。`: one line a row, the issues behind it. */
export function verdictsOf({ preview }: Plan): string[] {
  return preview.rows.map(lineOf)
}

function lineOf({ row, verdict, reason, issues }: PlannedRow): string {
  const said = issues.map(({ address, why }) => `${address} ${why}`)
  return [`${row} ${verdict}`, reason, ...said].filter(Boolean).join(' ')
}

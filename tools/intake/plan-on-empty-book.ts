import { migrations } from '../../migrations/index.ts'
import { clockOf } from '../../src-main/clock.ts'
import { createBook } from '../../src-main/create-book.ts'
import { makeChange } from '../../src-main/database/change.ts'
import { migrate } from '../../src-main/database/migrate.ts'
import { type OpenDatabase, openDatabase } from '../../src-main/database/open-database.ts'
import type { ReadWorkbook } from '../../src-main/excel/workbook.ts'
import { imports } from '../../src-main/imports/imports.ts'
import { in_one_go } from '../../src-main/imports/pace.ts'
import type { Plan } from '../../src-main/imports/plan-import.ts'
import { listCategories } from '../../src-main/settings/categories.ts'
import { addGroup } from '../../src-main/settings/groups.ts'
import { addStaff } from '../../src-main/staff/edit-staff.ts'
import { ImportChoices, type ImportKind } from '../../src-shared/imports.ts'
import { blank_person } from '../../src-shared/staff.ts'
import type { IntakeIssue, Understood } from './take-in.ts'

type Preview = Plan['preview']

const clock = clockOf(() => new Date())
const no_choices = ImportChoices.parse({})

/**
 * The real plan against a book in memory that nobody has written to. What only the clerk or the roster can say is
 * supplied where the sheet leaves it open, and told: a default group and category, and the people a weekly report names.
 */
export async function planOnEmptyBook(
  workbook: ReadWorkbook,
  file_name: string,
  kind: ImportKind,
): Promise<Understood> {
  const book = openDatabase(':memory:')
  migrate(book.sqlite, migrations)
  await createBook(book, clock)
  try {
    const plan = async (choices: ImportChoices) =>
      (await imports[kind](book.db, clock.today(), { workbook, file_name, choices }, in_one_go)).preview
    const first = await plan(no_choices)
    const people = kind === 'weekly' ? await addPeople(book, first) : []
    const must_choose = first.warnings.some((sentence) => sentence.includes('请选择默认'))
    const preview =
      must_choose || people.length > 0 ? await plan(must_choose ? await choose(book) : no_choices) : first
    return describe(preview, [...people, ...(must_choose ? [chosen(first)] : [])])
  } finally {
    await book.close()
  }
}

/** Puts the people that rows were refused for on the roster; answers an issue for each, at the first cell of the name. */
async function addPeople(book: OpenDatabase, { rows }: Preview): Promise<IntakeIssue[]> {
  const unknown = new Map<string, IntakeIssue>()
  for (const { values, issues } of rows) {
    const name = values.find(({ label }) => label === '责任人')?.value
    const issue = issues.find(({ severity, why }) => severity === 'wrong' && why.includes('名册'))
    if (name === undefined || issue === undefined || unknown.has(name)) continue
    unknown.set(name, { cell: issue.address, text: `${issue.why}试读时按在册人员处理。` })
  }
  await makeChange(book, clock, { method: 'intake' }, async (change) => {
    for (const name of unknown.keys()) {
      await addStaff(change, { ...blank_person, name })
    }
  })
  return [...unknown.values()]
}

async function choose(book: OpenDatabase): Promise<ImportChoices> {
  const group = await makeChange(book, clock, { method: 'intake' }, (change) =>
    addGroup(change, { code: 'BZ', name: '本组' }),
  )
  const categories = await listCategories(book.db)
  return { ...no_choices, group_id: group.id, category_id: categories.at(-1)?.id ?? null }
}

function chosen({ warnings }: Preview): IntakeIssue {
  const asked = warnings.filter((sentence) => sentence.includes('请选择默认'))
  return { cell: '', text: `${asked.join('')}试读时组别按“本组”、类别按“综合”。` }
}

function describe(preview: Preview, supplied: readonly IntakeIssue[]): Understood {
  const cells = [...preview.issues, ...preview.rows.flatMap(({ issues }) => issues)]
  return {
    sheet: preview.sheet,
    header_row: preview.header_row === 0 ? null : preview.header_row,
    rows: preview.totals,
    issues: [
      ...cells.map(({ address, why, suggestion }) => ({ cell: address, text: `${why}${suggestion ?? ''}` })),
      ...supplied,
      ...preview.warnings.map((text) => ({ cell: '', text })),
    ],
  }
}

import { join } from 'node:path'
import { type Collection, createCollection } from '../../src-main/collection/collection.ts'
import { addMatters } from '../../src-main/weekly/add-matters.ts'
import type { MergeCell, MergeFile, MergePreview, MergeRow } from '../../src-shared/collection.ts'
import { type Department, fillDepartment, matterOf } from './fill-department.ts'
import { type ImportDesk, importDesk } from './import-desk.ts'
import { openTestBook, type TestBook } from './open-test-book.ts'
import { tempFolder } from './temp-folder.ts'

export const week_47 = '2026-11-16'
export const week_48 = '2026-11-23'

export interface CollectionDesk {
  book: TestBook
  desk: ImportDesk
  collection: Collection
  department: Department
  folder: string
  /** Adds matters of that week. */
  add(...parts: Parameters<typeof matterOf>[1][]): Promise<void>
  /** Sends a form and answers where it lies. */
  send(by: 'group' | 'person', id: number): Promise<string>
  read(
    paths: readonly string[],
    more?: {
      week_monday?: string
      group_id?: number
      category_id?: number
      as_this_week?: string[]
      left_out?: number[]
    },
  ): Promise<MergePreview>
}

export async function openCollection(today = '2026-11-20'): Promise<CollectionDesk> {
  const book = await openTestBook({ today })
  const department = await fillDepartment(book)
  const desk = importDesk(book)
  const collection = createCollection(desk)
  const folder = tempFolder()
  return {
    ...{ book, desk, collection, department, folder },
    async add(...parts) {
      await book.change((change) =>
        addMatters(
          change,
          parts.map((one) => matterOf(department, one)),
        ),
      )
    },
    async send(by, id) {
      desk.save_into = folder
      const sent = await collection.send({ week_monday: week_47, by, ids: [id] })
      if (sent.state !== 'saved') throw new Error('nothing was sent')
      return join(folder, sent.file_names[0] ?? '')
    },
    async read(paths, more = {}) {
      const { files } = await desk.incoming.take(paths.map((path) => ({ path })))
      const preview = await collection.read({
        week_monday: more.week_monday ?? week_47,
        tokens: files.map(({ token }) => token),
        group_id: more.group_id ?? null,
        category_id: more.category_id ?? null,
        as_this_week: more.as_this_week ?? [],
        left_out: files.filter((_, at) => more.left_out?.includes(at)).map(({ token }) => token),
      })
      if (preview === null) throw new Error('reading was stopped')
      return preview
    },
  }
}

/** `改动 2026-DJ-0001 完成情况：→已起草（采用来件）`: what a file would do, a line a cell or row. */
export function tell({ rows }: MergeFile): string[] {
  return rows.flatMap(tellRow).toSorted()
}

function tellRow(row: MergeRow): string[] {
  if (row.kind === 'new') return [`新增 ${row.title}`]
  if (row.kind === 'gone') return [`删去 ${row.number}`]
  const issues = row.issues.filter(({ severity }) => severity === 'wrong').map(({ why }) => `错误 ${why}`)
  if (row.kind === 'skipped') return [`跳过 ${row.title}：${row.why}`]
  if (row.cells.length === 0 && issues.length === 0) return [`${row.kind} ${row.number} ${row.title}`]
  return [...issues, ...row.cells.map((cell) => `${row.number} ${tellCell(cell)}`)]
}

function tellCell({ field, sent, returned, now, verdict }: MergeCell): string {
  return `${field}：${sent}→${returned}${now === sent || now === returned ? '' : `（现 ${now}）`} ${verdict}`
}

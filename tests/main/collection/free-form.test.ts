// Weekly reports in forms of their own, dropped together with ours.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { imports } from '../../../src-main/imports/imports.ts'
import { in_one_go } from '../../../src-main/imports/pace.ts'
import { ImportChoices } from '../../../src-shared/imports.ts'
import { type CollectionDesk, openCollection, week_47 } from '../../helpers/open-collection.ts'

let open: CollectionDesk | null = null
afterEach(async () => {
  await open?.desk.excel.stop()
  open = null
})

const folder = process.env.CORPUS_DIR && join(process.env.CORPUS_DIR, 'dev')

describe.skipIf(folder === undefined)('real weekly reports (CORPUS_DIR is set)', () => {
  it.each(['r002', 'r016', 'r017', 'r018', 'r023', 'r024'])(
    '%s is merged for the week it speaks of as the import would take it in',
    async (name) => {
      open = await openCollection()
      const { book, desk, read, collection, department } = open
      const file_name = readdirSync(folder ?? '').find((file) => file.startsWith(name)) ?? name
      const path = join(folder ?? '', file_name)
      const ids = { group_id: department.group_ids.ZZ, category_id: department.category_ids.ZH }
      const question = { workbook: await desk.excel.read(path), file_name, choices: ImportChoices.parse(ids) }
      const { preview: expected } = await imports.weekly(book.db, '2026-11-20', question, in_one_go)
      const week_monday = expected.choices.week_monday ?? week_47
      const preview = await read([path], { ...ids, week_monday })
      expect(preview.files.map(({ state, read_rows }) => [state, read_rows])).toEqual([
        ['free', expected.totals.read],
      ])
      const done = await collection.merge({ merge_id: preview.merge_id, left_out: [], decisions: [] })
      expect([done.new_rows, done.wrong_rows]).toEqual([expected.totals.new, expected.totals.wrong])
      expect(await book.db.selectFrom('matters').select('id').execute()).toHaveLength(expected.totals.new)
    },
  )
})

it.runIf(folder === undefined)('real weekly reports were not read: CORPUS_DIR is not set', () => {
  expect(folder).toBeUndefined()
})

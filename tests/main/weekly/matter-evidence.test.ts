import { rmSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { makeChange } from '../../../src-main/database/change.ts'
import { recordsOfObjects } from '../../../src-main/files/file-records.ts'
import type { StoredObject } from '../../../src-main/files/file-store.ts'
import { editCategory } from '../../../src-main/settings/categories.ts'
import { addMatter } from '../../../src-main/weekly/edit-matter.ts'
import {
  addMatterFiles,
  getMatterFile,
  matterEvidence,
  removeMatterFile,
  setMatterPaper,
} from '../../../src-main/weekly/matter-evidence.ts'
import { fillDepartment, matterOf } from '../../helpers/fill-department.ts'
import { clockOn, startReady } from '../../helpers/open-test-books.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { type OpenWeek, openWeek, week_47 } from './open-week.ts'

/** As if it were in the store: the rows are what is looked at here. */
function stored(name: string, letter: string): StoredObject & { name: string } {
  return { name, digest: letter.repeat(64), size: 9, media: 'pdf' }
}

async function addEvidence({ book }: OpenWeek, matter_id: number, ...letters: string[]) {
  return book.change((change) =>
    addMatterFiles(
      change,
      matter_id,
      letters.map((letter) => stored(`签到表${letter}.pdf`, letter)),
    ),
  )
}

describe('佐证材料 as files and on paper', () => {
  it('stand with their matter in the order they came, the same content once', async () => {
    const week = await openWeek()
    const { matter_id, number } = await week.rowOf(week_47, (await week.add()).number)
    expect(await addEvidence(week, matter_id, 'a', 'b', 'a')).toEqual({ added: 2, known: 1 })
    expect(await addEvidence(week, matter_id, 'b')).toEqual({ added: 0, known: 1 })
    await week.book.change((change) => setMatterPaper(change, { matter_id, place: '3号柜第2盒' }))
    const { files, paper } = await matterEvidence(week.book.db, matter_id)
    expect([files.map(({ name, digest }) => [name, digest[0]]), paper]).toEqual([
      [
        ['签到表a.pdf', 'a'],
        ['签到表b.pdf', 'b'],
      ],
      '3号柜第2盒',
    ])
    const row = await week.rowOf(week_47, number)
    expect([row.file_count, row.paper]).toEqual([2, '3号柜第2盒'])
    expect((await week.titles()).slice(-2)).toEqual([
      '登记佐证材料 2026-DJ-0001（2 份）',
      '登记纸质材料 2026-DJ-0001',
    ])
    expect(await recordsOfObjects(week.book.db, ['a'.repeat(64)])).toEqual([
      { digest: 'a'.repeat(64), name: '签到表a.pdf', record: '事项 2026-DJ-0001 的佐证材料' },
    ])
  })

  it('satisfy a category that demands evidence, either of them', async () => {
    const week = await openWeek()
    await week.book.change((change) =>
      editCategory(change, week.department.category_ids.DJ, {
        name: '党建',
        code: 'DJ',
        needs_evidence: true,
      }),
    )
    const rows = []
    for (const title of ['无', '有文件', '有纸质']) {
      rows.push(await week.rowOf(week_47, (await week.add({ title })).number))
    }
    const [bare, filed, on_paper] = rows.map(({ matter_id }) => matter_id) as [number, number, number]
    await addEvidence(week, filed, 'a')
    await week.book.change((change) => setMatterPaper(change, { matter_id: on_paper, place: '3号柜' }))
    await week.signOff([filed, on_paper])
    expect((await problemOf(week.signOff([bare]))).message).toBe(
      '2026-DJ-0001（无）还没有登记佐证材料，它的类别要求有，不能销号。',
    )
  })

  it('come back by undo when one is removed, and stay as they are once the matter is archived', async () => {
    const week = await openWeek()
    const { book } = week
    const { matter_id } = await week.rowOf(week_47, (await week.add()).number)
    await addEvidence(week, matter_id, 'a', 'b')
    const before = await matterEvidence(book.db, matter_id)
    const [first] = before.files
    await book.change((change) => removeMatterFile(change, first?.id ?? 0))
    expect((await matterEvidence(book.db, matter_id)).files).toHaveLength(1)
    expect(await problemOf(getMatterFile(book.db, first?.id ?? 0))).toMatchObject({ code: 'file_gone' })
    const last = await book.db
      .selectFrom('changes')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await undoChange(book, book.clock, last.id)
    expect(await matterEvidence(book.db, matter_id)).toEqual(before)

    await week.signOff([matter_id])
    await book.change((change) =>
      archiveMatters(change, {
        ...{ matter_ids: [matter_id], archived_on: '2026-11-20', archived_by: '赵处' },
        ...{ retention: 'D10', location: '', materials: '', remark: '' },
      }),
    )
    for (const refused of [
      addEvidence(week, matter_id, 'c'),
      book.change((change) => removeMatterFile(change, first?.id ?? 0)),
      book.change((change) => setMatterPaper(change, { matter_id, place: '别处' })),
    ]) {
      expect((await problemOf(refused)).message).toBe(
        '2026-DJ-0001（制定发展党员计划）已归档，不能改动佐证材料。',
      )
    }
  })
})

it('a restored backup has the files of matters with it, though the store was lost', async () => {
  const folder = tempFolder()
  const clock = clockOn('2026-11-20')
  const { books, backups } = await startReady(folder, { clock })
  const bytes = Buffer.from('%PDF-1.4 签到表')
  const object = await books.ownFiles().put({ name: '签到表.pdf', size: bytes.length, source: { bytes } })
  const book = books.own()
  const department = await fillDepartment({
    change: (work) => makeChange(book, clock, { method: 'test' }, work),
  })
  await makeChange(book, clock, { method: 'test' }, async (change) => {
    await addMatter(change, matterOf(department))
    await addMatterFiles(change, 1, [{ ...object, name: '签到表.pdf' }])
  })
  const { name, files } = await backups.make('manual')
  expect(files).toEqual({ count: 1, missing: 0 })
  rmSync(books.ownFiles().pathOf(object.digest), { force: true })
  await backups.restore(name)
  expect((await matterEvidence(books.own().db, 1)).files.map((file) => file.name)).toEqual(['签到表.pdf'])
  expect(await books.ownFiles().read(object.digest)).toEqual(bytes)
  await books.close()
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { lastUndoable } from '../../../src-main/changes/last-undoable.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { addGroup, editGroup, removeGroup } from '../../../src-main/settings/groups.ts'
import { addStaff, editStaff } from '../../../src-main/staff/edit-staff.ts'
import { addMatter, editMatter } from '../../../src-main/weekly/edit-matter.ts'
import { addDepartment, addDuties, duty, person } from '../../helpers/department.ts'
import { dumpOf } from '../../helpers/dump.ts'
import { fillDepartment, matterOf } from '../../helpers/fill-department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

async function lastId(book: TestBook): Promise<number> {
  return (await lastUndoable(book.db))?.id ?? 0
}

const register = (book: TestBook) =>
  book.sqlite.prepare('SELECT number, state, reason FROM number_register').all()

const signOff = {
  finished_on: '2026-11-18',
  signed_off_on: '2026-11-18',
  signed_off_by: '王处',
  archive: null,
}
const entry = {
  archived_on: '2026-11-18',
  archived_by: '王处',
  retention: 'D10',
  location: '',
  materials: '',
  remark: '',
} as const

describe('a number that was taken', () => {
  it('stays as a gap with its reason, and is given to nobody else', async () => {
    const book = await openTestBook()
    const { organisation } = await addDepartment(book)
    await addDuties(book, [duty(organisation)])
    await undoChange(book, book.clock, await lastId(book))
    expect(book.sqlite.prepare('SELECT * FROM duties').all()).toEqual([])
    await addDuties(book, [duty(organisation)])
    expect(register(book)).toEqual([
      { number: 'ZZ-DJ-001', state: 'gap', reason: '撤销：新增职责 ZZ-DJ-001' },
      { number: 'ZZ-DJ-002', state: 'used', reason: '' },
    ])
  })

  it('comes back with the thing when the undo is taken back', async () => {
    const book = await openTestBook()
    const { organisation, zhang, li } = await addDepartment(book)
    await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] })])
    const before = dumpOf(book.sqlite, ['changes', 'change_rows'])
    const id = await lastId(book)
    expect(await undoChange(book, book.clock, id)).toEqual({ title: '撤销：新增职责 ZZ-DJ-001' })
    expect(await undoChange(book, book.clock, id + 1)).toEqual({ title: '重做：新增职责 ZZ-DJ-001' })
    expect(dumpOf(book.sqlite, ['changes', 'change_rows'])).toEqual(before)
    expect(await undoChange(book, book.clock, id)).toEqual({ title: '撤销：新增职责 ZZ-DJ-001' })
  })
})

describe('a change that later ones stand on', () => {
  it('is refused with their times and titles, newest first, and nothing is done', async () => {
    const book = await openTestBook()
    const { id } = await book.change((change) => addStaff(change, person('张三')))
    const added = await lastId(book)
    await book.change((change) => editStaff(change, id, person('张三', { post: '科员' })))
    book.setToday('2026-11-19')
    await book.change((change) => editStaff(change, id, person('张三', { post: '科长' })))
    const before = dumpOf(book.sqlite)
    expect(await problemOf(undoChange(book, book.clock, added))).toEqual({
      code: 'stood_upon',
      message: '不能撤销“新增人员 张三”：后来的 2 次操作建立在它上面。没有改动任何内容。',
      next: '请从上到下依次撤销下面这些操作，再撤销它；或者直接修改现在的内容。',
      details: ['2026-11-19 09:00 修改人员 张三', '2026-11-18 09:00 修改人员 张三'],
    })
    expect(dumpOf(book.sqlite)).toEqual(before)
  })

  it('is undone once the later ones are, whatever was undone and done again in between', async () => {
    const book = await openTestBook()
    const { id } = await book.change((change) => addStaff(change, person('张三')))
    const added = await lastId(book)
    await book.change((change) => editStaff(change, id, person('张三', { post: '科员' })))
    await undoChange(book, book.clock, added + 1)
    await undoChange(book, book.clock, added + 2)
    expect((await problemOf(undoChange(book, book.clock, added))).details).toEqual([
      '2026-11-18 09:00 修改人员 张三',
    ])
    await undoChange(book, book.clock, added + 1)
    await undoChange(book, book.clock, added)
    expect(book.sqlite.prepare('SELECT * FROM staff').all()).toEqual([])
  })

  it('is refused when a later row refers to what it made', async () => {
    const book = await openTestBook()
    const { organisation } = await addDepartment(book)
    const { id: staff_id } = await book.change((change) => addStaff(change, person('赵六')))
    const added = await lastId(book)
    await addDuties(book, [duty(organisation, { a_staff_id: staff_id })])
    expect((await problemOf(undoChange(book, book.clock, added))).details).toEqual([
      '2026-11-18 09:00 新增职责 ZZ-DJ-001',
    ])
  })

  it('is refused when something else now holds what must be unique', async () => {
    const book = await openTestBook()
    const { id } = await book.change((change) => addGroup(change, { code: 'ZZ', name: '组织组' }))
    await book.change((change) => removeGroup(change, id))
    const removed = await lastId(book)
    await book.change((change) => addGroup(change, { code: 'LZ', name: '劳资组' }))
    const other = await book.change((change) => addGroup(change, { code: 'ZZ', name: '组训组' }))
    expect((await problemOf(undoChange(book, book.clock, removed))).details).toEqual([
      '2026-11-18 09:00 新增组别 组训组',
    ])
    await book.change((change) => editGroup(change, other.id, { code: 'ZX', name: '组训组' }))
    await undoChange(book, book.clock, removed)
    expect(book.sqlite.prepare('SELECT id, code FROM groups ORDER BY id').all()).toEqual([
      { id: 1, code: 'ZZ' },
      { id: 2, code: 'LZ' },
      { id: 3, code: 'ZX' },
    ])
  })

  it('is refused when what it referred to is gone', async () => {
    const book = await openTestBook()
    const { id } = await book.change((change) => addGroup(change, { code: 'ZZ', name: '组织组' }))
    await book.change((change) => addStaff(change, person('张三', { group_id: id })))
    await book.change((change) => editStaff(change, 1, person('张三')))
    const left_group = await lastId(book)
    await book.change((change) => removeGroup(change, id))
    expect((await problemOf(undoChange(book, book.clock, left_group))).details).toEqual([
      '2026-11-18 09:00 删除组别 组织组',
    ])
  })
})

describe('an archived matter', () => {
  async function openBookWithArchived() {
    const book = await openTestBook()
    const department = await fillDepartment(book)
    await book.change((change) => addMatter(change, matterOf(department)))
    const { matter, line } = matterOf(department)
    await book.change((change) =>
      editMatter(change, {
        matter_week_id: 1,
        matter,
        line: { ...line, progress: '已报材料' },
        due_change: null,
      }),
    )
    const edited = await lastId(book)
    await book.change((change) => signOffAndArchive(change, { ...signOff, matter_ids: [1], archive: null }))
    await book.change((change) => archiveMatters(change, { ...entry, matter_ids: [1] }))
    return { book, edited }
  }

  it('comes back from the archive when its archiving is undone, and goes in again', async () => {
    const { book } = await openBookWithArchived()
    const archived = await lastId(book)
    await undoChange(book, book.clock, archived)
    expect(book.sqlite.prepare('SELECT state FROM matters').pluck().all()).toEqual(['signed_off'])
    expect(book.sqlite.prepare('SELECT id FROM archive_entries').all()).toEqual([])
    await undoChange(book, book.clock, archived + 1)
    expect(book.sqlite.prepare('SELECT state FROM matters').pluck().all()).toEqual(['archived'])
    expect(book.sqlite.prepare('SELECT id FROM archive_entries').pluck().all()).toEqual([1])
  })

  it('keeps what its weeks said: an earlier edit is not undone under it', async () => {
    const { book, edited } = await openBookWithArchived()
    await book.change(async ({ db, describe }) => {
      await db
        .insertInto('groups')
        .values({ code: 'QT', name: '其他', sort_order: 9, voided_on: null })
        .execute()
      describe('无关的操作')
    })
    expect((await problemOf(undoChange(book, book.clock, edited))).details).toEqual([
      '2026-11-18 09:00 归档 2026-DJ-0001',
      '2026-11-18 09:00 销号 2026-DJ-0001',
    ])
  })

  it('keeps a week whose row nobody touched since', async () => {
    const book = await openTestBook()
    const department = await fillDepartment(book)
    await book.change((change) => addMatter(change, matterOf(department, { week_state: 'done' })))
    await book.change(({ db, describe }) => {
      describe('改进展')
      return db.updateTable('matter_weeks').set({ progress: '已报材料' }).execute()
    })
    const edited = await lastId(book)
    await book.change((change) => signOffAndArchive(change, { ...signOff, matter_ids: [1], archive: entry }))
    expect((await problemOf(undoChange(book, book.clock, edited))).details).toEqual([
      '2026-11-18 09:00 销号并归档 2026-DJ-0001',
    ])
  })
})

it('does not undo the beginning of the book, an unknown change, or one that is undone', async () => {
  const book = await openTestBook()
  await addDepartment(book)
  const id = await lastId(book)
  expect(await problemOf(undoChange(book, book.clock, 1))).toMatchObject({ code: 'not_undoable' })
  expect(await problemOf(undoChange(book, book.clock, 99))).toMatchObject({ code: 'change_gone' })
  await undoChange(book, book.clock, id)
  expect(await problemOf(undoChange(book, book.clock, id))).toMatchObject({ code: 'undone_already' })
  expect(await lastUndoable(book.db)).toBeNull()
})

it('undoes across a restart', async () => {
  const path = join(tempFolder(), 'book.db')
  const first = await openTestBook({ path })
  const before = dumpOf(first.sqlite, ['changes', 'change_rows'])
  await addDepartment(first)
  await first.close()
  const second = await openTestBook({ path, today: '2026-11-20' })
  await undoChange(second, second.clock, await lastId(second))
  expect(dumpOf(second.sqlite, ['changes', 'change_rows'])).toEqual(before)
  await second.close()
})

import { afterEach, describe, expect, it } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { archiveWithFiles, bringEntryFiles } from '../../../src-main/actions/bring-archive-files.ts'
import { correctEntry } from '../../../src-main/archive/corrections.ts'
import { entryDetails } from '../../../src-main/archive/entry-details.ts'
import { getArchiveEntry } from '../../../src-main/archive/get-archive-entry.ts'
import { listArchive } from '../../../src-main/archive/list-archive.ts'
import { supplyMaterial } from '../../../src-main/archive/supply-material.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { recordsOfObjects } from '../../../src-main/files/file-records.ts'
import { ArchiveFilter, type EntryCorrection } from '../../../src-shared/archive.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openArchive } from '../../helpers/open-archive.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from '../weekly/open-week.ts'

const checklist = [
  { name: '通知', state: 'complete', note: '' },
  { name: '签到表', state: 'missing', note: '在外借' },
  { name: '照片', state: 'not_needed', note: '' },
] as const

describe('an archived entry', () => {
  it('keeps its checklist as it was; what was missing is supplied beside it, once', async () => {
    const { book, entry_ids } = await openArchive([{ filing: { checklist: [...checklist] } }])
    const [id = 0] = entry_ids
    const entry = await getArchiveEntry(book.db, id)
    expect([entry.missing, entry.materials]).toEqual([1, '通知'])
    const [notice, sheet] = (await entryDetails(book.db, id)).checklist
    const supply = (material_id = 0) =>
      book.change((change) => supplyMaterial(change, { material_id, note: '已还' }))
    expect((await problemOf(supply(notice?.id))).code).toBe('not_missing')
    await supply(sheet?.id)
    expect((await getArchiveEntry(book.db, id)).missing).toBe(0)
    const after = (await entryDetails(book.db, id)).checklist
    expect(after.map(({ name, state, supplied_on }) => [name, state, supplied_on])).toEqual([
      ['通知', 'complete', null],
      ['签到表', 'missing', '2026-11-20'],
      ['照片', 'not_needed', null],
    ])
    await expect(supply(sheet?.id)).rejects.toThrow('UNIQUE')
    for (const statement of [
      "UPDATE entry_materials SET state = 'complete'",
      'DELETE FROM entry_materials',
      `INSERT INTO entry_materials (entry_id, name, state, note, sort_order) VALUES (${id}, '新', 'missing', '', 9)`,
      'DELETE FROM supplied_materials',
    ]) {
      const run = book.change(async () => book.sqlite.exec(statement))
      await expect(run, statement).rejects.toThrow('archived: read-only')
    }
  })

  it('shows what its corrections say, and keeps what it said', async () => {
    const { book, entry_ids } = await openArchive([
      { title: '发展党员计划', filing: { location: '1柜', retention: 'D10' } },
      { title: '另一项' },
    ])
    const [id = 0] = entry_ids
    const lists = await book.db.selectFrom('archive_classes').select(['id', 'name']).execute()
    const party = lists.find(({ name }) => name === '发展党员')
    const correct = (field: EntryCorrection['field'], after: string) =>
      book.change(async (change) =>
        correctEntry(change, await getArchiveEntry(change.db, id), { id, field, after, reason: '写错' }),
      )
    expect((await problemOf(correct('location', '1柜'))).fields).toEqual({
      after: '和现在的内容一样，没有要更正的。',
    })
    expect((await problemOf(correct('retention', '长期'))).fields).toEqual({ after: '请选择保管期限。' })
    expect((await problemOf(correct('class', '999'))).fields).toEqual({ after: '请选择归档类目。' })
    await correct('location', '2柜')
    await correct('location', '3柜')
    await correct('retention', 'Y')
    await correct('class', String(party?.id))
    await correct('title', '制定发展党员计划')
    const { rows } = await listArchive(book.db, ArchiveFilter.parse({}))
    const { title, location, retention, class_name, class_id, corrections } = rows.at(-1) ?? {}
    expect([title, location, retention, class_name, class_id, corrections]).toEqual([
      ...['制定发展党员计划', '3柜', 'Y', '发展党员', party?.id, 5],
    ])
    expect(rows[0]?.corrections).toBe(0)
    const kept = await book.db.selectFrom('archive_entries').selectAll().where('id', '=', id).execute()
    expect(kept).toMatchObject([{ location: '1柜', retention: 'D10', class_id: null }])
    const told = (await entryDetails(book.db, id)).corrections
    expect(told.map(({ before_text, after_text }) => [before_text, after_text]).slice(0, 3)).toEqual([
      ['1柜', '2柜'],
      ['2柜', '3柜'],
      ['D10', 'Y'],
    ])
  })
})

describe('archiving several at once', () => {
  it('files each under the class of its own category when they differ', async () => {
    const week = await openWeek()
    const { category_ids } = week.department
    const ids: number[] = []
    for (const category_id of [category_ids.DJ, category_ids.GZ]) {
      ids.push((await week.rowOf(week_47, (await week.add({ category_id })).number)).matter_id)
    }
    await week.signOff(ids)
    await week.book.change((change) =>
      archiveMatters(change, {
        ...{ matter_ids: ids, archived_on: '2026-11-20', archived_by: '孙科', by_category: true },
        ...{ retention: 'D10', location: '', materials: '', remark: '' },
      }),
    )
    const { rows } = await listArchive(week.book.db, ArchiveFilter.parse({}))
    expect(rows.map(({ class_name, retention }) => [class_name, retention])).toEqual([
      ['工资福利', 'Y'],
      ['党建工作', 'D30'],
    ])
  })
})

describe('files of an entry', () => {
  let desk: ImportDesk | null = null
  afterEach(async () => await desk?.excel.stop())

  it('come with archiving and later, are numbered for good, and go with the archiving when it is undone', async () => {
    const week = await openWeek()
    const { book } = week
    desk = importDesk(book)
    const row = await week.rowOf(week_47, (await week.add()).number)
    await week.signOff([row.matter_id])
    const { incoming } = desk
    const bring = async (name: string) => {
      const [file] = (await incoming.take([{ name, bytes: Buffer.from(`%PDF-1.4 ${name}`) }])).files
      return { token: file?.token ?? '', material: '通知' }
    }
    await archiveWithFiles(desk, {
      matter_ids: [row.matter_id],
      archived_on: '2026-11-20',
      archived_by: '孙科',
      retention: 'D10',
      location: '',
      materials: '',
      remark: '',
      files: [await bring('一.pdf')],
    })
    const [entry] = (await listArchive(book.db, ArchiveFilter.parse({}))).rows
    const id = entry?.id ?? 0
    await bringEntryFiles(desk, { id, files: [await bring('二.pdf'), await bring('一.pdf')] })
    const { files } = await entryDetails(book.db, id)
    expect(files.map(({ serial, name, material }) => [serial, name, material])).toEqual([
      [1, '一.pdf', '通知'],
      [2, '二.pdf', '通知'],
      [3, '一.pdf', '通知'],
    ])
    expect(new Set(files.map(({ digest }) => digest)).size).toBe(2)
    expect((await getArchiveEntry(book.db, id)).files).toBe(3)
    const [record] = await recordsOfObjects(book.db, [files[1]?.digest ?? ''])
    expect(record?.record).toBe('办结卷 2026-DJ-0001（制定发展党员计划）的第 2 份文件')
    const touch = book.change(async () => book.sqlite.exec('UPDATE archive_files SET serial = 9'))
    await expect(touch).rejects.toThrow('archived: read-only')

    const last = await book.db.selectFrom('changes').select('id').orderBy('id', 'desc').limit(2).execute()
    for (const { id: change_id } of last) await undoChange(book, book.clock, change_id)
    const left = await book.db.selectFrom('archive_files').select('id').execute()
    expect([left, (await listArchive(book.db, ArchiveFilter.parse({}))).total]).toEqual([[], 0])
  })
})

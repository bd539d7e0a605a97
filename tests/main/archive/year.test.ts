import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boxItems, listBoxes, saveBox, unpackBoxes } from '../../../src-main/archive/boxes.ts'
import { correctItem } from '../../../src-main/archive/correct-item.ts'
import { addItems, getItem, itemsOfYear, removeItems, saveItem } from '../../../src-main/archive/items.ts'
import { numberItems } from '../../../src-main/archive/number-items.ts'
import { leaveOut, proposeItems, takeBackIn } from '../../../src-main/archive/propose-items.ts'
import { yearSheet } from '../../../src-main/archive/year-sheet.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { drawPapers } from '../../../src-main/reports/archive-papers.ts'
import { archiveWorkbook } from '../../../src-main/reports/archive-workbook.ts'
import { getSettings, saveSettings } from '../../../src-main/settings/settings.ts'
import type { ItemDraft, Place } from '../../../src-shared/archive-items.ts'
import { openArchive } from '../../helpers/open-archive.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const place: Place = { year: 2026, organ_id: 1, retention: 'D10' }
const draftOf = (parts: Partial<ItemDraft> = {}): ItemDraft => ({
  ...{ ...place, entry_id: null, subject: '招聘', title: '关于招聘的通知', responsible: '组织人事处' },
  ...{ document_number: '', dated_on: '2026-03-01', secrecy: '', pages: 5, remark: '', parts: [] },
  ...parts,
})

async function openItems(drafts: readonly ItemDraft[]) {
  const book = await openTestBook({ today: '2026-11-20' })
  await book.change(async (change) => {
    await saveSettings(change, {
      ...(await getSettings(change.db)),
      fonds_number: 'Z109',
      fonds_name: '某某中心',
    })
    await addItems(change, drafts)
  })
  return book
}

const number = (book: TestBook, of: Place = place) => book.change((change) => numberItems(change, of))
const lastChange = async (book: TestBook) => {
  const { id } = await book.db
    .selectFrom('changes')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

describe('年度整理', () => {
  it('proposes a first draft of each 件 from the entries, and tells what waits from what was decided', async () => {
    const { book, entry_ids } = await openArchive([{ title: '甲' }, { title: '乙' }, { title: '丙' }])
    const [first = 0, second = 0, third = 0] = entry_ids
    await book.change((change) => proposeItems(change, { entry_ids: [first], by: 'entry' }))
    await book.change((change) => leaveOut(change, { entry_ids: [second], reason: '临时性工作' }))
    const sheet = await yearSheet(book.db, 2024)
    expect(sheet.waiting.map(({ id, left_out }) => [id, left_out])).toEqual([
      [third, ''],
      [second, '临时性工作'],
    ])
    expect(sheet.items).toMatchObject([
      {
        title: '甲',
        year: 2024,
        dated_on: '2024-01-05',
        retention: 'D10',
        pages: null,
        preview: 'WS·2024-D10-ZRC-0001',
      },
    ])
    expect(sheet.places).toMatchObject([{ items: 1, numbered: 0, blocking: 1 }])
    await book.change((change) => takeBackIn(change, [second]))
    expect((await yearSheet(book.db, 2024)).waiting.map(({ id }) => id)).toEqual([second, third])
  })

  it('numbers by subject and time from 0001, as previewed, and locks', async () => {
    const book = await openItems([
      draftOf({ title: '公示', dated_on: '2026-05-01' }),
      draftOf({ subject: '评优', title: '评优通知', dated_on: '2026-04-01' }),
      draftOf({ title: '方案', dated_on: '2026-02-01', parts: ['岗位表'] }),
      draftOf({ retention: 'Y', title: '年度总结', dated_on: '2026-12-31' }),
    ])
    const before = await yearSheet(book.db, 2026)
    expect(await number(book)).toEqual({ numbered: 3 })
    const after = await yearSheet(book.db, 2026)
    expect(after.items.map(({ title, archive_number }) => [title, archive_number])).toEqual([
      ['年度总结', null],
      ['方案', 'Z109-WS·2026-D10-ZRC-0001'],
      ['公示', 'Z109-WS·2026-D10-ZRC-0002'],
      ['评优通知', 'Z109-WS·2026-D10-ZRC-0003'],
    ])
    expect(after.items.map(({ preview }) => preview)).toEqual(before.items.map(({ preview }) => preview))
    const [, first] = after.items
    const id = first?.id ?? 0
    const edit = book.change((change) => saveItem(change, { id, draft: draftOf() }))
    expect((await problemOf(edit)).message).toBe('Z109-WS·2026-D10-ZRC-0001（方案）已经编号，不能再改。')
    expect((await problemOf(book.change((change) => removeItems(change, [id])))).code).toBe('item_numbered')
    for (const statement of [
      `UPDATE archive_items SET title = '改' WHERE id = ${id}`,
      `UPDATE archive_items SET item_number = 9 WHERE id = ${id}`,
      `DELETE FROM item_parts WHERE item_id = ${id}`,
      `INSERT INTO item_parts (item_id, title, sort_order) VALUES (${id}, '新', 9)`,
      'DELETE FROM archive_runs',
    ]) {
      await expect(
        book.change(async () => book.sqlite.exec(statement)),
        statement,
      ).rejects.toThrow('numbered: read-only')
    }
    expect((await problemOf(number(book))).code).toBe('nothing_to_number')
  })

  it('refuses to number what is not filled in, and names it', async () => {
    const book = await openItems([draftOf({ pages: null }), draftOf({ title: '另一件' })])
    expect(await problemOf(number(book))).toMatchObject({
      message: '有 1 处没有填好，还不能编号。',
      details: ['关于招聘的通知：缺页数。'],
    })
  })

  it('goes on behind the last number, and only the newest numbering can be undone', async () => {
    const book = await openItems([draftOf()])
    await number(book)
    const first_run = await lastChange(book)
    await book.change((change) => addItems(change, [draftOf({ title: '补充', dated_on: '2026-01-01' })]))
    await number(book)
    const second_run = await lastChange(book)
    const numbers = async () => (await itemsOfYear(book.db, 2026)).map(({ archive_number }) => archive_number)
    expect(await numbers()).toEqual(['Z109-WS·2026-D10-ZRC-0001', 'Z109-WS·2026-D10-ZRC-0002'])
    await expect(undoChange(book, book.clock, first_run)).rejects.toThrow()
    await undoChange(book, book.clock, second_run)
    expect(await numbers()).toEqual(['Z109-WS·2026-D10-ZRC-0001', null])
    await undoChange(book, book.clock, first_run)
    expect(await numbers()).toEqual([null, null])
  })

  it('corrects a numbered item beside the original, in the catalogue too', async () => {
    const book = await openItems([draftOf()])
    await number(book)
    const correct = (field: 'pages' | 'dated_on' | 'title', after: string) =>
      book.change(async (change) =>
        correctItem(change, await getItem(change.db, 1), { id: 1, field, after, reason: '核对原件' }),
      )
    expect((await problemOf(correct('dated_on', '三月'))).fields?.after).toContain('请填写日期')
    expect((await problemOf(correct('pages', '0'))).fields?.after).toContain('页数')
    await correct('pages', '12')
    await correct('title', '关于公开招聘的通知')
    expect(await getItem(book.db, 1)).toMatchObject({
      pages: 12,
      title: '关于公开招聘的通知',
      corrections: 2,
    })
    await book.change((change) => boxItems(change, { ...place, thickness: 30, most_pages: 240 }))
    expect(await listBoxes(book.db, 2026)).toMatchObject([{ pages: 12 }])
    const all = { year: 2026, organ_id: null, retention: null } as const
    const [, sheet] = archiveWorkbook(await drawPapers(book.db, '2026-11-20', { ...all, paper: 'catalogue' }))
    expect(sheet?.tables[0]?.columns.map(({ header }) => header)).toEqual([
      ...['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'],
    ])
    expect(sheet?.tables[0]?.rows).toEqual([
      [1, 'Z109-WS·2026-D10-ZRC-0001', '', '组织人事处', '关于公开招聘的通知', '20260301', '', 12, ''],
    ])
  })

  it('numbers any items without a gap or a double, however they are divided into runs and places', async () => {
    const item = fc.record({
      subject: fc.constantFrom('招聘', '评优', '培训'),
      dated_on: fc.constantFrom('2026-01-05', '2026-02-10', '2026-06-30'),
      retention: fc.constantFrom('Y' as const, 'D30' as const),
      pages: fc.integer({ min: 1, max: 99 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(item, { maxLength: 8 }), { maxLength: 4 }), async (runs) => {
        const book = await openItems([])
        for (const drafts of runs) {
          await book.change((change) => addItems(change, drafts.map(draftOf)))
          for (const retention of ['Y', 'D30'] as const) {
            if (drafts.some((draft) => draft.retention === retention))
              await number(book, { ...place, retention })
          }
        }
        const items = await itemsOfYear(book.db, 2026)
        for (const retention of ['Y', 'D30'] as const) {
          const own = items.filter((one) => one.retention === retention)
          const numbers = own.map(({ item_number }) => item_number ?? 0).toSorted((one, other) => one - other)
          expect(numbers).toEqual(own.map((_, at) => at + 1))
        }
        expect(new Set(items.map(({ archive_number }) => archive_number)).size).toBe(items.length)
        await book.close()
      }),
      { numRuns: 12 },
    )
  })
})

describe('档案盒', () => {
  const drafts = [60, 60, 60, 60, 60].map((pages, at) =>
    draftOf({ title: `第${at}件`, dated_on: `2026-03-0${at + 1}`, pages }),
  )

  it('take items in the order of their numbers, of one place only', async () => {
    const book = await openItems([...drafts, draftOf({ retention: 'Y' })])
    await number(book)
    await number(book, { ...place, retention: 'Y' })
    const box = (of: Place, most_pages: number) =>
      book.change((change) => boxItems(change, { ...of, thickness: 20, most_pages }))
    expect(await box(place, 150)).toEqual({ boxes: 3, items: 5 })
    expect(await box({ ...place, retention: 'Y' }, 150)).toEqual({ boxes: 1, items: 1 })
    expect((await problemOf(box(place, 150))).code).toBe('nothing_to_box')
    const boxes = await listBoxes(book.db, 2026)
    expect(
      boxes.map(({ retention, box_number, first_number, last_number, pages }) => [
        ...[retention, box_number, first_number, last_number, pages],
      ]),
    ).toEqual([
      ['Y', 1, 1, 1, 5],
      ['D10', 1, 1, 2, 120],
      ['D10', 2, 3, 4, 120],
      ['D10', 3, 5, 5, 60],
    ])
    const [permanent] = boxes
    const mixed = book.change(async () =>
      book.sqlite.exec(`UPDATE archive_items SET box_id = ${permanent?.id} WHERE id = 1`),
    )
    await expect(mixed).rejects.toThrow('a box holds one year, organ and term')
    expect(await book.change((change) => unpackBoxes(change, place))).toEqual({ boxes: 3 })
    expect(await box(place, 400)).toEqual({ boxes: 1, items: 5 })
  })

  it('print their note, label and the list for handing over', async () => {
    const book = await openItems(drafts)
    await number(book)
    await book.change((change) => boxItems(change, { ...place, thickness: 20, most_pages: 150 }))
    const [first] = await listBoxes(book.db, null)
    if (!first) throw new Error('no box')
    const { thickness, arranged_by, arranged_on } = first
    await book.change((change) =>
      saveBox(change, first.id, {
        ...{ thickness, arranged_by, arranged_on, shelf: '1号柜', note: '第0002件是复印件。' },
        ...{ checked_by: '赵处', checked_on: '2026-11-20' },
      }),
    )
    const draw = async (paper: 'note' | 'labels' | 'stamps' | 'transfer') => {
      const request = { paper, year: 2026, organ_id: null, retention: null }
      return archiveWorkbook(await drawPapers(book.db, '2026-11-20', request))
    }
    const notes = await draw('note')
    expect(notes).toHaveLength(3)
    expect(notes[0]?.tables[0]?.rows).toEqual([
      ['盒内文件情况说明', '本盒共 2 件、120 页，件号 0001—0002。第0002件是复印件。'],
      ['整理人', '经办人'],
      ['整理日期', '2026年11月20日'],
      ['检查人', '赵处'],
      ['检查日期', '2026年11月20日'],
    ])
    expect((await draw('labels'))[0]?.tables[0]?.rows[0]).toEqual([
      ...['Z109', '2026', '10年', '组织人事处', '0001—0002', 1, 20, '1号柜'],
    ])
    expect((await draw('stamps'))[0]?.tables[0]?.rows[0]).toEqual([
      ...['Z109', '2026', '0001', '组织人事处', '10年', 60, '第0件'],
    ])
    expect((await draw('transfer'))[0]?.tables[0]?.rows).toEqual([
      [1, '2026', '组织人事处', '10年', '0001—0005', 5, 300, 3, ''],
    ])
  })
})

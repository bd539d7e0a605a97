import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { getArchiveEntry } from '../../../src-main/archive/get-archive-entry.ts'
import { listArchive } from '../../../src-main/archive/list-archive.ts'
import { addMatters } from '../../../src-main/weekly/add-matters.ts'
import { signOffMatters } from '../../../src-main/weekly/sign-off.ts'
import { ArchiveFilter } from '../../../src-shared/archive.ts'
import { matterOf } from '../../helpers/fill-department.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { watchQueries } from '../../helpers/watch-queries.ts'
import { openWeek } from '../weekly/open-week.ts'

type Parts = Parameters<typeof matterOf>[1] & { materials?: string; location?: string; archived_on?: string }

/** Each of `parts` as an archived matter, oldest first. */
async function openArchive(parts: readonly Parts[]) {
  const week = await openWeek()
  const ids = await week.book.change(async (change) => {
    const added = await addMatters(
      change,
      parts.map(({ materials, location, archived_on, ...matter }) => matterOf(week.department, matter)),
    )
    return added.map(({ matter_id }) => matter_id)
  })
  const day = '2024-01-05'
  for (let at = 0; at < ids.length; at++) {
    const matter_ids = ids.slice(at, at + 1)
    await week.book.change(async (change) => {
      await signOffMatters(change, {
        matter_ids,
        finished_on: day,
        signed_off_on: day,
        signed_off_by: '赵处',
      })
      await archiveMatters(change, {
        matter_ids,
        archived_on: parts[at]?.archived_on ?? '2026-11-20',
        archived_by: '孙科',
        retention: 'D10',
        location: parts[at]?.location ?? '',
        materials: parts[at]?.materials ?? '',
        remark: '',
      })
    })
  }
  const list = (filter: Partial<ArchiveFilter>) => listArchive(week.book.db, ArchiveFilter.parse(filter))
  const titlesOf = async (filter: Partial<ArchiveFilter>) =>
    (await list(filter)).rows.map(({ title }) => title)
  return { ...week, list, titlesOf }
}

describe('listArchive', () => {
  it('pages through everything by id, newest first, 50 at a time', async () => {
    const all = Array.from({ length: 120 }, (_, index) => ({ title: `第 ${index} 项` }))
    const { list } = await openArchive(all)
    const titles: string[] = []
    const pages = []
    let before_id: number | null = null
    for (;;) {
      const page: Awaited<ReturnType<typeof list>> = await list({ before_id })
      titles.push(...page.rows.map(({ title }) => title))
      pages.push([page.rows.length, page.total, page.has_more])
      if (!page.has_more) break
      before_id = page.rows.at(-1)?.id ?? null
    }
    expect(pages).toEqual([
      [50, 120, true],
      [50, 120, true],
      [20, 120, false],
    ])
    expect(titles).toEqual(all.map(({ title }) => title).reverse())
  })

  it('finds text in number, title, name, materials and place, from one character up', async () => {
    const { department, titlesOf } = await openArchive([
      { title: '办理退休手续', materials: '审批表（原件）' },
      { title: '组织处务会议', location: '3柜A盒' },
      { title: '100%完成_年审' },
    ])
    expect(await titlesOf({ text: '2026-DJ-0002' })).toEqual(['组织处务会议'])
    expect(await titlesOf({ text: '休' })).toEqual(['办理退休手续'])
    expect(await titlesOf({ text: '（原件' })).toEqual(['办理退休手续'])
    expect(await titlesOf({ text: '3柜a' })).toEqual(['组织处务会议'])
    expect(await titlesOf({ text: '２０２６－ＤＪ－０００１' })).toEqual(['办理退休手续'])
    expect(await titlesOf({ text: '张三' })).toHaveLength(3)
    expect(await titlesOf({ text: '张三 处务' })).toEqual(['组织处务会议'])
    expect(await titlesOf({ text: '%' })).toEqual(['100%完成_年审'])
    expect(await titlesOf({ text: '成_年' })).toEqual(['100%完成_年审'])
    expect(await titlesOf({ text: '%完_' })).toEqual([])
    expect(department.staff_ids.zhang).toBeGreaterThan(0)
  })

  it('finds exactly the titles that hold the text', async () => {
    const alphabet = fc.constantFrom('党', '员', '%', '_', '\\', 'a', '1', "'", '"', '-')
    const some_text = fc.string({ unit: alphabet, minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(some_text, { minLength: 1, maxLength: 8 }),
        some_text,
        async (titles, text) => {
          const { book, titlesOf } = await openArchive(titles.map((title) => ({ title, staff_id: null })))
          const found = titles.map((title, index) => ({ title, number: `2026-DJ-000${index + 1}` }))
          const expected = found.filter(({ title, number }) => title.includes(text) || number.includes(text))
          expect(await titlesOf({ text })).toEqual(expected.map(({ title }) => title).reverse())
          await book.close()
        },
      ),
      { numRuns: 20 },
    )
  })

  it('filters by year of archiving, category and group, and counts what the filter finds', async () => {
    const base = await openWeek()
    const { group_ids, category_ids } = base.department
    const { list, titlesOf } = await openArchive([
      { title: '旧', archived_on: '2024-12-31' },
      { title: '新', archived_on: '2025-01-01', category_id: category_ids.GZ },
      { title: '今', group_id: group_ids.LZ },
    ])
    const { years, total } = await list({ text: '旧' })
    expect([years, total]).toEqual([[2026, 2025, 2024], 1])
    expect(await titlesOf({ year: 2024 })).toEqual(['旧'])
    expect(await titlesOf({ year: 2025 })).toEqual(['新'])
    expect(await titlesOf({ category_id: category_ids.GZ })).toEqual(['新'])
    expect(await titlesOf({ group_id: group_ids.LZ })).toEqual(['今'])
    expect(await titlesOf({ group_id: group_ids.LZ, year: 2024 })).toEqual([])
  })

  it('lists what is signed off but not archived, longest waiting first', async () => {
    const { department, add, rowOf, signOff, list } = await openArchive([])
    const category_id = department.category_ids.DJ
    for (const title of ['后', '先', '未销']) await add({ title })
    const id = async (serial: number) => (await rowOf('2026-11-16', `2026-DJ-000${serial}`)).matter_id
    const [later, sooner] = [await id(1), await id(2)]
    await signOff([later], '2026-11-19')
    await signOff([sooner], '2026-11-12')
    expect((await list({})).waiting).toEqual([
      {
        matter_id: sooner,
        number: '2026-DJ-0002',
        title: '先',
        category_id,
        staff_name: '张三',
        signed_off_on: '2026-11-12',
        missing: '',
      },
      {
        matter_id: later,
        number: '2026-DJ-0001',
        title: '后',
        category_id,
        staff_name: '张三',
        signed_off_on: '2026-11-19',
        missing: '',
      },
    ])
  })

  it('walks the entries by id and looks the rest up, whatever the filter', async () => {
    const { book, department } = await openArchive([{ title: '一' }, { title: '二' }])
    const { ZZ } = department.group_ids
    const { DJ } = department.category_ids
    for (const filter of [
      {},
      { text: '一' },
      { group_id: ZZ, before_id: 2 },
      { category_id: DJ, year: 2026 },
    ]) {
      const { db, queries, plan } = watchQueries(book)
      await listArchive(db, ArchiveFilter.parse(filter))
      const [walk, ...lookups] = plan(queries.slice(0, 1))
      expect(walk).toMatch(/^(SCAN e|SEARCH e USING INTEGER PRIMARY KEY \(rowid<\?\))$/)
      for (const lookup of lookups)
        expect(lookup).toMatch(/^SEARCH \w+ USING INTEGER PRIMARY KEY \(rowid=\?\)/)
    }
  })
})

describe('getArchiveEntry', () => {
  it('reads one entry, or says that it is gone', async () => {
    const { book, list } = await openArchive([{ title: '一' }])
    const [entry] = (await list({})).rows
    expect(await getArchiveEntry(book.db, entry?.id ?? 0)).toEqual(entry)
    expect((await problemOf(getArchiveEntry(book.db, 999))).message).toBe('归档库里已经没有这一卷。')
  })
})

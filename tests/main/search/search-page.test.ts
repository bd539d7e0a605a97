import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  keepSearch,
  keptSearches,
  removeSearch,
  renameSearch,
} from '../../../src-main/search/kept-searches.ts'
import { searchCounts, searchPage } from '../../../src-main/search/search-page.ts'
import { plainText } from '../../../src-shared/plain-text.ts'
import { type FoundRow, SearchFilter, type SearchKey } from '../../../src-shared/search.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { archiveMatter, insertMatter } from '../../helpers/matter.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

const today = '2026-11-18'
let book: TestBook
let department: Department

beforeEach(async () => {
  book = await openTestBook({ today })
  department = await addDepartment(book)
  return () => book.close()
})

async function page(filter: Partial<SearchFilter>, after: SearchKey | null = null, length?: number) {
  return searchPage(book.db, today, SearchFilter.parse(filter), after, length)
}
const found = async (filter: Partial<SearchFilter>) =>
  (await page(filter)).rows.map((row) => `${row.kind} ${row.number || row.title}`)
const counted = async (filter: Partial<SearchFilter>) =>
  (await searchCounts(book.db, today, SearchFilter.parse(filter))).kinds

/** A file of this name as evidence of the matter, written as the store writes it. */
async function addEvidence(matter_id: number, name: string): Promise<number> {
  return book.change(async ({ db }) => {
    const digest = name.length.toString(16).padStart(64, '0')
    const file = await db
      .insertInto('files')
      .values({ digest_kind: 'sha256', digest, size: 1, name, media: 'application/pdf', added_on: today })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db.insertInto('matter_files').values({ matter_id, file_id: file.id }).execute()
    return file.id
  })
}

describe('the result page', () => {
  it('shows all kinds, each row with where the text stands and where it leads', async () => {
    const { organisation, zhang } = department
    const [duty_id = 0] = await addDuties(book, [
      duty(organisation, { content: '组织生活', basis: '党费收缴条例', a_staff_id: zhang }),
    ])
    const matter = await insertMatter(book, '党费公示', { staff_id: zhang, listed_on: '2026-11-16' })
    const archived = await insertMatter(book, '年度核算', { staff_id: zhang, detail: '含党费\n收缴台账' })
    const entry = await archiveMatter(book, archived)
    const file = await addEvidence(matter, '党费公示.pdf')
    expect((await page({ text: '党费' })).rows).toEqual([
      {
        kind: 'duty',
        id: duty_id,
        number: 'ZZ-DJ-001',
        title: '组织生活',
        passage: '依据：党费收缴条例',
        staff_name: '张三',
        category_name: '党建',
        group_name: '组织组',
        day: '',
        state: '',
        route: `#/duties?open=${duty_id}`,
      },
      {
        kind: 'matter',
        id: matter,
        number: '2026-DJ-0001',
        title: '党费公示',
        passage: '',
        staff_name: '张三',
        category_name: '党建',
        group_name: '组织组',
        day: '2026-11-16',
        state: '按期',
        route: `#/weekly?week=2026-11-16&open=${matter}`,
      },
      {
        kind: 'archive',
        id: entry,
        number: '2026-DJ-0002',
        title: '年度核算',
        passage: '具体内容：含党费 收缴台账',
        staff_name: '张三',
        category_name: '党建',
        group_name: '组织组',
        day: today,
        state: '10年',
        route: `#/archive?open=${entry}`,
      },
      {
        kind: 'file',
        id: file,
        number: '',
        title: '党费公示.pdf',
        passage: '2026-DJ-0001 党费公示',
        staff_name: '张三',
        category_name: '党建',
        group_name: '组织组',
        day: today,
        state: '',
        route: `#/weekly?week=2026-11-16&open=${matter}`,
      },
    ])
    expect(await counted({ text: '党费' })).toEqual({
      staff: 0,
      duty: 1,
      matter: 1,
      archive: 1,
      item: 0,
      file: 1,
    })
  })

  it.each([
    ['2026DJ2', '2026-DJ-0002'],
    ['2026-dj-2', '2026-DJ-0002'],
    ['2026 DJ 0002', '2026-DJ-0002'],
    ['2026—ＤＪ—2', '2026-DJ-0002'],
    ['0002', '2026-DJ-0002'],
    ['zzdj1', 'ZZ-DJ-001'],
    ['ZZ-DJ-1', 'ZZ-DJ-001'],
  ])('finds %s as the number %s', async (text, number) => {
    await addDuties(book, [duty(department.organisation, { content: '组织生活' })])
    for (let nth = 0; nth < 3; nth += 1) await insertMatter(book, '事项')
    expect((await page({ text })).rows.map((row) => row.number)).toEqual([number])
  })

  it('filters by year, days, category with those below it, group, person, term and kind', async () => {
    const { zhang, li } = department
    const old = await insertMatter(book, '甲', { listed_on: '2024-12-31', staff_id: zhang })
    await insertMatter(book, '乙', { listed_on: '2025-03-09', staff_id: li })
    await insertMatter(book, '丙', { listed_on: '2026-01-01' })
    await archiveMatter(book, old)
    const all = ['matter 2026-DJ-0003', 'matter 2026-DJ-0002', 'archive 2026-DJ-0001']
    expect({
      year: await found({ year: 2025 }),
      from: await found({ from_on: '2025-03-10' }),
      between: await found({ from_on: '2025-03-09', to_on: '2025-12-31' }),
      to: await found({ to_on: '2025-03-08' }),
      person: await found({ staff_id: zhang, kind: 'archive' }),
      term: await found({ retention: 'D10' }),
      other_term: await found({ retention: 'Y' }),
      category: await found({ category_id: 1 }),
      other_category: await found({ category_id: 2 }),
      kind: await found({ kind: 'matter', category_id: 1 }),
      both: await found({ text: '乙', year: 2026 }),
    }).toEqual({
      year: ['matter 2026-DJ-0002'],
      from: ['matter 2026-DJ-0003', 'archive 2026-DJ-0001'],
      between: ['matter 2026-DJ-0002'],
      to: [],
      person: ['archive 2026-DJ-0001'],
      term: ['archive 2026-DJ-0001'],
      other_term: [],
      category: all,
      other_category: [],
      kind: all.slice(0, 2),
      both: [],
    })
    await book.change((change) =>
      change.db.updateTable('categories').set({ parent_id: 2 }).where('id', '=', 1).execute(),
    )
    expect(await found({ category_id: 2 })).toEqual(all)
  })

  it('finds by the name of a person what is theirs, and by it with other words', async () => {
    const { zhang, li } = department
    await insertMatter(book, '甲座谈', { staff_id: zhang })
    await archiveMatter(book, await insertMatter(book, '乙', { staff_id: zhang }))
    await insertMatter(book, '丙座谈', { staff_id: li, helpers: '张三' })
    expect({ name: await found({ text: '张三' }), both: await found({ text: '座谈 张' }) }).toEqual({
      name: ['staff 张三', 'matter 2026-DJ-0003', 'matter 2026-DJ-0001', 'archive 2026-DJ-0002'],
      both: ['matter 2026-DJ-0003', 'matter 2026-DJ-0001'],
    })
  })

  it('asks nothing of an empty question', async () => {
    await insertMatter(book, '甲')
    expect(await page({})).toEqual({ rows: [], has_more: false })
    expect(await counted({ kind: 'matter' })).toEqual({
      staff: 0,
      duty: 0,
      matter: 0,
      archive: 0,
      item: 0,
      file: 0,
    })
  })

  it('gives every row once, in the order of the whole, however long its pages are, and counts as many', async () => {
    const { organisation, zhang, li } = department
    await addDuties(
      book,
      Array.from({ length: 5 }, (_, nth) => duty(organisation, { content: `党务${nth}`, a_staff_id: zhang })),
    )
    for (let nth = 0; nth < 24; nth += 1) {
      const staff_id = nth % 2 === 0 ? zhang : li
      const listed_on = `202${nth % 6}-0${(nth % 9) + 1}-1${nth % 10}`
      const id = await insertMatter(book, `${nth % 3 === 0 ? '党' : '团'}建${nth}`, { staff_id, listed_on })
      if (nth % 4 === 0) await addEvidence(id, `党课${nth}.docx`)
      if (nth % 5 === 0) await archiveMatter(book, id)
    }
    const anyFilter = fc.record({
      text: fc.constantFrom('', '党', '建1', 'd', 'dj', '张', '团 2'),
      kind: fc.constantFrom(null, 'matter' as const, 'file' as const),
      year: fc.constantFrom(null, 2020, 2026),
      staff_id: fc.constantFrom(null, zhang),
    })
    await fc.assert(
      fc.asyncProperty(anyFilter, fc.integer({ min: 1, max: 7 }), async (filter, length) => {
        const whole = (await page(filter, null, 1000)).rows
        const pages: FoundRow[] = []
        for (let more = true; more; ) {
          const next = await page(filter, pages.at(-1) ?? null, length)
          pages.push(...next.rows)
          more = next.has_more
        }
        expect(pages).toEqual(whole)
        const kinds = await counted(filter)
        const sum = Object.values(kinds).reduce((all, count) => all + count, 0)
        expect(filter.kind === null ? sum : kinds[filter.kind]).toBe(whole.length)
      }),
      { numRuns: 40 },
    )
  })

  it('finds after any writing of filters and text just what a look at every row finds', async () => {
    const { zhang, li, organisation, personnel } = department
    const groups = [organisation, personnel]
    for (let nth = 0; nth < 30; nth += 1) {
      await insertMatter(book, `${'党费工资'.charAt(nth % 4)}${'收支公示'.charAt(nth % 3)}${nth}`, {
        staff_id: [zhang, li, null][nth % 3] ?? null,
        group_id: groups[nth % 2] ?? organisation,
        category_id: (nth % 3) + 1,
        listed_on: `20${10 + (nth % 17)}-${String((nth % 12) + 1).padStart(2, '0')}-0${(nth % 9) + 1}`,
      })
    }
    const rows = await book.db.selectFrom('matters').selectAll().execute()
    const anyDay = fc.date({ min: new Date('2009-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
    const day = fc.option(anyDay.map((date) => date.toISOString().slice(0, 10)))
    const anyFilter = fc.record({
      text: fc.constantFrom('', '党', '收', '工收', '1', '费 2'),
      kind: fc.constant('matter' as const),
      from_on: day,
      to_on: day,
      category_id: fc.option(fc.integer({ min: 1, max: 4 })),
      group_id: fc.option(fc.constantFrom(...groups)),
      staff_id: fc.option(fc.constantFrom(zhang, li)),
    })
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const { text, from_on, to_on, category_id, group_id, staff_id } = filter
        const words = plainText(text).split(' ').filter(Boolean)
        const asked =
          words.length > 0 || [from_on, to_on, category_id, group_id, staff_id].some((one) => one !== null)
        const expected = rows
          .filter(
            (row) =>
              asked &&
              words.every((word) => plainText(`${row.number}\n${row.title}`).includes(word)) &&
              (from_on ?? row.listed_on) <= row.listed_on &&
              (to_on ?? row.listed_on) >= row.listed_on &&
              (category_id ?? row.category_id) === row.category_id &&
              (group_id ?? row.group_id) === row.group_id &&
              (staff_id ?? row.staff_id) === row.staff_id,
          )
          .map(({ id }) => id)
        expect((await page(filter, null, 1000)).rows.map(({ id }) => id)).toEqual(expected.reverse())
      }),
      { numRuns: 200 },
    )
  })
})

describe('a file', () => {
  it('is found by its name as long as it belongs to a record, with the filters of the record', async () => {
    const { zhang, li } = department
    const matter = await insertMatter(book, '甲', { staff_id: zhang })
    const id = await addEvidence(matter, '评审表（终稿）.PDF')
    expect(await found({ text: '终稿）.pdf' })).toEqual(['file 评审表（终稿）.PDF'])
    expect(await found({ text: 'psb', kind: 'file' })).toEqual(['file 评审表（终稿）.PDF'])
    await book.change((change) => change.db.updateTable('matters').set({ staff_id: li }).execute())
    expect([
      await found({ staff_id: zhang, kind: 'file' }),
      await found({ staff_id: li, kind: 'file' }),
    ]).toEqual([[], ['file 评审表（终稿）.PDF']])
    await book.change((change) => change.db.deleteFrom('matter_files').where('file_id', '=', id).execute())
    expect(await found({ text: '终稿' })).toEqual([])
  })

  it('of every table that has one is noted for the index', () => {
    const tables = book.sqlite
      .prepare(
        `SELECT t.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
         WHERE t.type = 'table' AND c.name = 'file_id' ORDER BY t.name`,
      )
      .pluck()
      .all() as string[]
    const noted = book.sqlite
      .prepare(
        "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_search\\_insert' ESCAPE '\\'",
      )
      .pluck()
      .all()
    // The template of a form and the emblem on the cards are no records of their own.
    expect(tables.filter((table) => !noted.includes(table))).toEqual(['forms'])
  })
})

describe('a kept question', () => {
  it('is kept by name, changed under the same name, renamed, removed, and each of it can be said', async () => {
    const filter = SearchFilter.parse({ text: '党费', year: 2026 })
    const { id } = await book.change((change) => keepSearch(change, { name: '党费', filter }))
    expect(await keptSearches(book.db)).toEqual([{ id, name: '党费', filter }])
    const other = { ...filter, kind: 'archive' as const }
    await book.change((change) => keepSearch(change, { name: '党费', filter: other }))
    await book.change((change) => renameSearch(change, { id, name: '今年党费' }))
    expect(await keptSearches(book.db)).toEqual([{ id, name: '今年党费', filter: other }])
    await book.change((change) => removeSearch(change, id))
    expect(await keptSearches(book.db)).toEqual([])
    const titles = await book.db
      .selectFrom('changes')
      .select('title')
      .orderBy('id', 'desc')
      .limit(4)
      .execute()
    expect(titles.map(({ title }) => title)).toEqual([
      '删除常用查找“今年党费”',
      '常用查找“党费”改名为“今年党费”',
      '保存常用查找“党费”',
      '保存常用查找“党费”',
    ])
    await expect(book.change((change) => removeSearch(change, id))).rejects.toMatchObject({
      problem: { code: 'no_kept_search' },
    })
  })
})

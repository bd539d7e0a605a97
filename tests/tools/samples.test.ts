import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import { imports } from '../../src-main/imports/imports.ts'
import { in_one_go } from '../../src-main/imports/pace.ts'
import type { SampleYear } from '../../src-main/sample/sample-year.ts'
import { ImportChoices, type ImportKind } from '../../src-shared/imports.ts'
import { sampleFiles } from '../../tools/samples/sample-files.ts'
import { openTestBook } from '../helpers/open-test-book.ts'

const folder = join(import.meta.dirname, '../../samples')
const year: SampleYear = JSON.parse(readFileSync(join(folder, 'sample-year.json'), 'utf8'))

describe('the files of samples/', () => {
  let made: Map<string, Buffer>
  beforeAll(async () => {
    made = await sampleFiles()
  })

  it('are the ones that npm run samples makes, byte for byte', () => {
    const different = [...made].filter(([name, content]) => !content.equals(readFileSync(join(folder, name))))
    expect(different.map(([name]) => name)).toEqual([])
  })

  it('come out the same when they are made again', async () => {
    const again = await sampleFiles()
    expect([...again].filter(([name, content]) => !made.get(name)?.equals(content))).toEqual([])
  })

  it('are small enough to read a difference in', () => {
    const json = made.get('sample-year.json') ?? Buffer.alloc(0)
    expect(json.length).toBeLessThan(1_500_000)
    expect(json.toString().split('\n').length).toBeGreaterThan(1000)
  })
})

describe('the sample year', () => {
  const names = year.people.map(({ name }) => name)
  const matters = Object.values(year.weeks).flatMap((week) => week.matters)

  it('has 16 people in 5 groups, one more who has left, and 150 duties in 6 categories', () => {
    expect({
      here: year.people.filter((person) => !person.last_day).length,
      left: year.people.filter((person) => person.last_day).length,
      groups: new Set(year.people.map(({ group }) => group)).size,
      names: new Set(names).size,
      duties: year.duties.length,
      contents: new Set(year.duties.map(({ content }) => content)).size,
      categories: new Set(year.duties.map(({ category }) => category)).size,
      seasons: Object.keys(year.weeks).length,
    }).toEqual({
      here: 16,
      left: 1,
      groups: 5,
      names: 17,
      duties: 150,
      contents: 150,
      categories: 6,
      seasons: 60,
    })
  })

  it('names nobody but its own people and gives no duty the same A and B', () => {
    const used = [
      year.clerk_name,
      year.signer_name,
      ...year.groups.map(({ leader }) => leader),
      ...year.duties.flatMap(({ a, a_before, b }) => [a, ...(a_before ? [a_before] : []), ...b]),
      ...matters.flatMap(({ staff, helpers }) => [staff ?? '', helpers]).filter(Boolean),
      ...Object.values(year.weeks).flatMap(({ missing }) => missing),
    ]
    expect(used.filter((name) => !names.includes(name))).toEqual([])
    expect(year.duties.filter(({ a, b }) => b.includes(a) || new Set(b).size < b.length)).toEqual([])
    expect(year.duties.filter(({ b }) => b.length === 0)).toHaveLength(3)
  })

  it('has matters of every kind in every week, each of a duty that is there', () => {
    expect(matters.filter(({ duty }) => !year.duties[duty])).toEqual([])
    for (const [season, week] of Object.entries(year.weeks)) {
      const late = week.matters.filter(({ late_reason }) => late_reason !== undefined)
      expect({ season, late: late.length, enough: week.matters.length >= 15 }).toEqual({
        season,
        late: 2,
        enough: true,
      })
    }
    const kinds = {
      unplanned: matters.filter(({ came_up }) => came_up !== undefined).length,
      extended: matters.filter(({ extended }) => extended).length,
      returned: matters.filter(({ returned }) => returned).length,
      withdrawn: matters.filter(({ withdrawn }) => withdrawn).length,
    }
    for (const [kind, count] of Object.entries(kinds)) expect(count, kind).toBeGreaterThan(8)
  })
})

describe('the sample workbooks', () => {
  it('are taken in one after the other by an empty book, down to the faulty one', async () => {
    const book = await openTestBook({ today: '2026-11-20' })
    const totals = async (kind: ImportKind, file_name: string) => {
      const workbook = await readWorkbook(join(folder, file_name))
      const question = { workbook, file_name, choices: ImportChoices.parse({}) }
      const { preview, save } = await imports[kind](book.db, '2026-11-20', question, in_one_go)
      await book.change((change) => save(change, new Set(), in_one_go))
      return { new: preview.totals.new, wrong: preview.totals.wrong, warnings: preview.warnings.length }
    }
    expect(await totals('staff', '人员名册.xlsx')).toEqual({ new: 16, wrong: 0, warnings: 0 })
    expect(await totals('duties', '岗位职责清单.xlsx')).toEqual({ new: 150, wrong: 0, warnings: 0 })
    for (const group of ['人事组', '党建组', '劳资组', '纪检监察组', '综合组']) {
      const report = await totals('weekly', `周报-${group}.xlsx`)
      expect({ group, wrong: report.wrong, has_rows: report.new > 3 }).toEqual({
        group,
        wrong: 0,
        has_rows: true,
      })
    }
    expect((await totals('weekly', '周报-有错误.xlsx')).wrong).toBeGreaterThanOrEqual(2)
    await book.close()
  })

  it('show what such files are like: padded names, merged groups, dates in three ways, several people', async () => {
    const cellsOf = async (name: string) => {
      const [sheet] = (await readWorkbook(join(folder, name))).sheets
      return { cells: sheet?.rows.flatMap((row) => row.cells) ?? [], merges: sheet?.merges ?? [] }
    }
    const staff = await cellsOf('人员名册.xlsx')
    expect(staff.cells.some(({ text }) => text === '王　伟')).toBe(true)
    const duties = await cellsOf('岗位职责清单.xlsx')
    expect(
      duties.merges.filter(({ first_column, first_row }) => first_column === 2 && first_row > 3),
    ).toHaveLength(5)
    expect(duties.cells.some(({ text }) => text === '韩东旭、林一帆')).toBe(true)
    const week = await cellsOf('周报-人事组.xlsx')
    const dates = week.cells.filter(({ address }) => /^D\d+$/.test(address))
    expect({
      month_and_day: dates.some(({ kind, text }) => kind === 'text' && /^11月\d+日$/.test(text)),
      dotted: dates.some(({ kind, text }) => kind === 'text' && /^2026\.11\.\d+$/.test(text)),
      real: dates.some(({ kind }) => kind === 'date'),
      numbered: week.cells.some(({ text }) => /^1\..+；\n2\./.test(text)),
      several: week.cells.some(({ text }) => /^[^、]{2,3}、[^、]{2,3}$/.test(text)),
    }).toEqual({ month_and_day: true, dotted: true, real: true, numbered: true, several: true })
    const faulty = await cellsOf('周报-有错误.xlsx')
    expect(faulty.cells.map(({ text }) => text)).toEqual(expect.arrayContaining(['王小虎', '2026.2.30']))
  })
})

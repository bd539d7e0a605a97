// The test of the issue: 8 files, 400 rows, 30 planted clashes, one file twice, one sorted with insertions.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openBigCollection } from '../../helpers/big-collection.ts'
import { dumpOf } from '../../helpers/dump.ts'
import { fillForm } from '../../helpers/fill-form.ts'
import { week_47 } from '../../helpers/open-collection.ts'

let stop = async () => {}
afterEach(() => stop())

/** `at` counts rows of all files; every 13th is a clash until there are thirty. */
const clashes = 30
const isClash = (at: number) => at % 13 === 0 && at / 13 < clashes
/** Every third row of the others is changed by its file alone, every fifth by the book alone. */
const isTheirs = (at: number) => !isClash(at) && at % 3 === 0
const isOurs = (at: number) => !isClash(at) && !isTheirs(at) && at % 5 === 0

it('finds all thirty clashes of eight files, merges the rest and changes nothing else', async () => {
  const { book, desk, collection, forms, folder, read } = await openBigCollection()
  stop = () => desk.excel.stop()
  const lines = book.db.selectFrom('matter_weeks as w').innerJoin('matters as m', 'm.id', 'w.matter_id')
  const before = await lines.select(['w.id', 'm.title', 'w.progress']).orderBy('w.id').execute()
  const places = new Map(before.map(({ title }, at) => [title, at]))
  await book.change(async ({ db }) => {
    for (const [at, { id }] of before.entries()) {
      if (!isClash(at) && !isOurs(at)) continue
      await db
        .updateTable('matter_weeks')
        .set({ progress: `台账改${at}` })
        .where('id', '=', id)
        .execute()
    }
  })
  const back: string[] = []
  for (const [file, form] of forms.entries()) {
    const path = join(folder, `改了名字的${8 - file}.xlsx`)
    back.push(path)
    await fillForm(form, path, ({ this: sheet }) => {
      for (const row of sheet.rows) {
        const at = places.get(row.工作事项 ?? '') ?? -1
        if (isClash(at) || isTheirs(at)) row.完成情况 = `来件改${at}`
      }
      if (file !== 3) return
      sheet.rows.sort((one, other) => (one.完成情况 ?? '').localeCompare(other.完成情况 ?? ''))
      for (const at of [40, 20, 0]) {
        sheet.rows.splice(at, 0, {
          类别: '党建',
          工作事项: `插入的事项${at}`,
          责任人: '丁赵',
          状态: '正在推进',
        })
      }
    })
  }
  const twice = join(folder, '同一份.xlsx')
  copyFileSync(back[5] ?? '', twice)

  const preview = await read([...back, twice])
  expect(preview.files.map(({ state }) => state)).toEqual([...Array(8).fill('form'), 'twice'])
  const cells = preview.files.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const said = (verdict: string) =>
    cells
      .filter((cell) => cell.verdict === verdict)
      .map(({ returned }) => Number(returned.replace('来件改', '')))
  const all = [...before.keys()]
  expect(said('clash').toSorted((a, b) => a - b)).toEqual(all.filter(isClash))
  expect(said('clash')).toHaveLength(clashes)
  expect(said('taken').toSorted((a, b) => a - b)).toEqual(all.filter(isTheirs))
  expect(cells.length).toBe(all.filter((at) => isClash(at) || isTheirs(at)).length)

  const decisions = cells
    .filter(({ verdict }) => verdict === 'clash')
    .map(({ id }, at) => ({ id, take: at % 2 === 0 ? ('theirs' as const) : ('ours' as const), own: '' }))
  const taken = new Map(decisions.map(({ id, take }) => [id, take]))
  const by_place = new Map(
    cells.map((cell) => [Number(cell.returned.replace('来件改', '')), taken.get(cell.id)]),
  )
  const stood = dumpOf(book.sqlite)
  expect(await collection.merge({ merge_id: preview.merge_id, left_out: [], decisions })).toEqual({
    ...{
      files: 8,
      taken: all.filter(isTheirs).length + 15,
      clashes,
      new_rows: 3,
      gone_rows: 0,
      wrong_rows: 0,
    },
  })

  const after = await book.db
    .selectFrom('matter_weeks')
    .select(['id', 'progress'])
    .where(
      'id',
      'in',
      before.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const expected = before.map(({ progress }, at) => {
    if (isClash(at)) return by_place.get(at) === 'theirs' ? `来件改${at}` : `台账改${at}`
    if (isTheirs(at)) return `来件改${at}`
    return isOurs(at) ? `台账改${at}` : progress
  })
  expect(after.map(({ progress }) => progress)).toEqual(expected)
  // Nothing else: of the matters only the three inserted are new, and every line that was not said to change is as it was.
  const now = dumpOf(book.sqlite)
  const old_matters = new Set((stood.matters ?? []).map((row) => JSON.stringify(row)))
  expect((now.matters ?? []).filter((row) => !old_matters.has(JSON.stringify(row)))).toHaveLength(3)
  const old_lines = new Set((stood.matter_weeks ?? []).map((row) => JSON.stringify(row)))
  const changed = (now.matter_weeks ?? []).filter((row) => !old_lines.has(JSON.stringify(row)))
  expect(changed).toHaveLength(all.filter(isTheirs).length + 15 + 3)
  const reports = await book.db
    .selectFrom('week_reports')
    .select('state')
    .where('week_monday', '=', week_47)
    .execute()
  expect(reports.map(({ state }) => state)).toEqual(Array(40).fill('received'))
})

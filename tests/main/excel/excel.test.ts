import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type ExcelChild, openExcel } from '../../../src-main/excel/excel.ts'
import { type ExcelCost, isAnswer } from '../../../src-main/excel/excel-messages.ts'
import { packRows } from '../../../src-main/excel/packed-rows.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import type { SheetToWrite } from '../../../src-main/excel/workbook.ts'
import { buildSheet, buildWorkbook } from '../../helpers/build-workbook.ts'
import { buildXls, numberCell } from '../../helpers/build-xls.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

/** A room whose processes are watched: how many were started, and which have ended. */
function watchedExcel(limit?: number, memoryMib?: number) {
  const children: { child: ExcelChild; ended: Promise<boolean> }[] = []
  const excel = openExcel(() => {
    const child = startNodeProcess(memoryMib)
    children.push({ child, ended: new Promise((resolve) => child.onExit(resolve)) })
    return child
  }, limit)
  onTestFinished(() => excel.stop())
  return { excel, children }
}

const small = () => saveBytes(buildWorkbook(), '小表.xlsx')

/** Takes long enough to be caught at work. */
function big(): string {
  const rows = Array.from({ length: 15_000 }, (_, index) => {
    const number = index + 1
    return `<row r="${number}">${'ABCDEFGHIJ'.replace(/./g, (column) => `<c r="${column}${number}"><v>${index}</v></c>`)}</row>`
  })
  return saveBytes(buildSheet(rows.join('')), '大表.xlsx')
}

/** The same in the old format. */
function bigXls(): string {
  const records = Array.from({ length: 15_000 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => numberCell(row, column, row)),
  )
  return saveBytes(buildXls({ sheets: [{ records: records.flat() }] }), '大表.xls')
}

const bigCsv = () => saveBytes(Buffer.from('张三,收党费,党建组\n'.repeat(15_000)), '大表.csv')

const page: SheetToWrite = {
  name: '清单',
  title: '岗位职责清单',
  head: { left: '填报单位：组织人事处' },
  widths: [10, 20],
  tables: [{ columns: [{ header: '姓名' }, { header: '职责' }], rows: [['张三', '收党费']] }],
  foot: '填报人：',
  orientation: 'landscape',
}

describe('the Excel process', () => {
  it('reads and writes, starts with the first request and stays', async () => {
    const { excel, children } = watchedExcel()
    expect(children).toHaveLength(0)
    const costs: ExcelCost[] = []
    const path = join(tempFolder(), '清单.xlsx')
    const { bytes } = await excel.write(path, { sheets: [page] }, { onCost: (cost) => costs.push(cost) })
    const book = await excel.read(path, { onCost: (cost) => costs.push(cost) })
    expect(bytes).toBe(statSync(path).size)
    expect(book.format).toBe('xlsx')
    expect(book.sheets[0]?.rows[3]?.cells.map(({ text }) => text)).toEqual(['张三', '收党费'])
    expect(children).toHaveLength(1)
    expect(costs).toHaveLength(2)
    for (const { milliseconds, peak_mib } of costs) {
      expect(milliseconds).toBeGreaterThanOrEqual(0)
      expect(peak_mib).toBeGreaterThan(20)
    }
  })

  it('brings a large sheet over whole and tells how far it is', async () => {
    const { excel } = watchedExcel()
    const seen: number[] = []
    const { sheets } = await excel.read(big(), { onProgress: (fraction) => seen.push(fraction) })
    expect(sheets[0]?.rows).toHaveLength(15_000)
    expect(sheets[0]?.rows.at(-1)).toMatchObject({ number: 15_000, cells: { length: 10 } })
    expect(seen.at(-1)).toBe(1)
  })

  it.each([
    ['xls', bigXls],
    ['csv', bigCsv],
  ])('brings a large .%s over whole and tells how far it is', async (format, path) => {
    const { excel } = watchedExcel()
    const seen: number[] = []
    const book = await excel.read(path(), { onProgress: (fraction) => seen.push(fraction) })
    expect([book.format, book.sheets[0]?.rows.length]).toEqual([format, 15_000])
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toBe(1)
    expect(seen.toSorted((a, b) => a - b)).toEqual(seen)
  })

  it('hands a problem over as it is, and lives on', async () => {
    const { excel, children } = watchedExcel()
    const costs: ExcelCost[] = []
    const empty = saveBytes(Buffer.alloc(0), '空.xlsx')
    expect(await problemOf(excel.read(empty, { onCost: (cost) => costs.push(cost) }))).toEqual({
      code: 'file_empty',
      message: '“空.xlsx”是空文件，没有任何内容。',
      where: '空.xlsx',
      next: '请检查是否复制完整，或请填报人重发。',
    })
    expect((await excel.read(small())).sheets).toHaveLength(1)
    expect([children.length, costs.length]).toEqual([1, 1])
  })

  it('takes one request after the other', async () => {
    const { excel, children } = watchedExcel()
    const done: string[] = []
    const [one, two] = [big(), small()]
    await Promise.all([
      excel.read(one).then(() => done.push('big')),
      excel.read(two).then(() => done.push('small')),
      problemOf(excel.read(`${two}.gone`)).then(() => done.push('gone')),
    ])
    expect(done).toEqual(['big', 'small', 'gone'])
    expect(children).toHaveLength(1)
  })

  it('that takes too long is ended, and the next request has a new one', async () => {
    const { excel, children } = watchedExcel(1)
    const problem = await problemOf(excel.read(big()))
    expect(problem).toMatchObject({
      code: 'excel_too_slow',
      message: '读取“大表.xlsx”用时过长，已停止，没有改动任何数据。',
      where: '大表.xlsx',
    })
    await children[0]?.ended
    await problemOf(excel.read(small()))
    expect(children).toHaveLength(2)
  })

  it('that is killed at work is reported, and the next request has a new one', async () => {
    const { excel, children } = watchedExcel()
    let killed = 0
    const problem = await problemOf(
      excel.read(big(), {
        onProgress() {
          if (killed === 0) children[0]?.child.kill()
          killed += 1
        },
      }),
    )
    expect(killed).toBeGreaterThan(0)
    expect(problem).toMatchObject({
      code: 'excel_crashed',
      message: '读取“大表.xlsx”时表格处理程序意外中断，没有改动任何数据。',
    })
    expect((await excel.read(small())).sheets).toHaveLength(1)
    expect(children).toHaveLength(2)
  })

  it.each([
    ['大表.xlsx', big],
    ['大表.xls', bigXls],
  ])('that runs out of memory over %s says so, and nothing else is touched', async (name, path) => {
    const { excel, children } = watchedExcel(30_000, 16)
    const problem = await problemOf(excel.read(path()))
    expect(await children[0]?.ended).toBe(true)
    expect(problem).toMatchObject({
      code: 'excel_crashed',
      message: `读取“${name}”时内容过大，内存不够，没有改动任何数据。`,
    })
    expect((await excel.read(small())).sheets).toHaveLength(1)
  })

  it('leaves the old file and no other when it dies while writing', async () => {
    const { excel, children } = watchedExcel(1)
    const path = saveBytes(Buffer.from('old'), '台账.xlsx')
    const half = join(dirname(path), '.台账.xlsx.tmp')
    writeFileSync(half, 'half')
    const problem = await problemOf(excel.write(path, { sheets: [page] }))
    expect(problem.message).toBe('生成“台账.xlsx”用时过长，已停止，没有改动任何数据。')
    await children[0]?.ended
    await vi.waitUntil(() => !existsSync(half))
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(dirname(path))).toEqual(['台账.xlsx'])
  })

  it('ends with its parent', async () => {
    const child = fork(join(import.meta.dirname, '../../../src-main/excel/excel-process.ts'), [], {
      execArgv: [],
    })
    await once(child, 'spawn')
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})

describe('cancelling', () => {
  it.each([
    ['大表.xlsx', big],
    ['大表.xls', bigXls],
    ['大表.csv', bigCsv],
  ])('ends the work at once (%s)', async (name, path) => {
    const { excel, children } = watchedExcel()
    const stop = new AbortController()
    const problem = await problemOf(
      excel.read(path(), { signal: stop.signal, onProgress: () => stop.abort() }),
    )
    expect(problem).toEqual({
      code: 'cancelled',
      message: `已取消读取“${name}”，没有改动任何数据。`,
      where: name,
    })
    await children[0]?.ended
    expect((await excel.read(small())).sheets).toHaveLength(1)
  })

  it('takes a waiting request out and leaves the one at work alone', async () => {
    const { excel, children } = watchedExcel()
    const stop = new AbortController()
    const first = excel.read(big())
    const second = problemOf(excel.read(small(), { signal: stop.signal }))
    stop.abort()
    expect((await second).code).toBe('cancelled')
    expect((await problemOf(excel.read(small(), { signal: stop.signal }))).code).toBe('cancelled')
    expect((await first).sheets[0]?.rows).toHaveLength(15_000)
    expect(children).toHaveLength(1)
  })

  it('happens to everything when the room is closed', async () => {
    const { excel, children } = watchedExcel()
    const codes = [excel.read(big()), excel.read(small())].map(async (work) => (await problemOf(work)).code)
    await excel.stop()
    expect(await Promise.all(codes)).toEqual(['cancelled', 'cancelled'])
    await children[0]?.ended
  })
})

describe('what the process says', () => {
  const cost = { milliseconds: 1, peak_mib: 1 }
  const packed = packRows([
    { number: 3, is_hidden: true, cells: [{ address: 'A3', column: 1, kind: 'text', text: '甲' }] },
  ])
  const rows = (change: object) => ({ id: 1, kind: 'rows', rows: { ...packed, ...change } })

  it('is believed only in the right shape', () => {
    const right = [
      rows({}),
      { id: 1, kind: 'sheet', sheet: { name: '甲', is_hidden: false, hidden_columns: [1], merges: [] } },
      { id: 1, kind: 'problem', problem: { code: 'x', message: '甲' }, ...cost },
      { id: 1, kind: 'read', format: 'xls', warnings: ['甲'], ...cost },
    ]
    const wrong = [
      undefined,
      null,
      'read',
      {},
      { kind: 'progress', fraction: 1 },
      { id: 1, kind: 'progress', fraction: Number.NaN },
      { id: 1, kind: 'unheard of' },
      { id: 1, kind: 'written', bytes: '9', ...cost },
      { id: 1, kind: 'read', format: 'csv', warnings: [1], ...cost },
      { id: 1, kind: 'read', format: 'ods', warnings: [], ...cost },
      { id: 1, kind: 'read', format: 'csv', warnings: [] },
      { id: 1, kind: 'problem', problem: { code: 'x' }, ...cost },
      {
        id: 1,
        kind: 'sheet',
        sheet: { name: '甲', is_hidden: false, hidden_columns: [1], merges: [{ first_row: 1 }] },
      },
      rows({ cells: Int32Array.of(16 + 5) }),
      rows({ cells: Int32Array.of(0) }),
      rows({ cells: [16] }),
      rows({ cells: Int32Array.of(16, 16) }),
      rows({ places: Int32Array.of(1) }),
      rows({ texts: [{ richText: [] }] }),
      rows({ numbers: Float64Array.of(Number.POSITIVE_INFINITY) }),
      rows({ rows: Int32Array.of(3, 1, 2) }),
      rows({ rows: Int32Array.of(0, 0, 1) }),
      rows({ rows: Int32Array.of(3, 0, 1, 4) }),
      { id: 1, kind: 'rows', rows: null },
    ]
    expect(right.map(isAnswer)).toEqual(right.map(() => true))
    expect(wrong.map(isAnswer)).toEqual(wrong.map(() => false))
  })

  it('in another shape ends the process and is a bug, not a problem of the clerk', async () => {
    let killed = 0
    let say: (message: unknown) => void = () => {}
    const excel = openExcel(() => ({
      post: ({ id }) => say({ id, kind: 'rows', rows: [{ number: 'one' }] }),
      onMessage(listener) {
        say = listener
      },
      onExit() {},
      kill() {
        killed += 1
      },
    }))
    await expect(excel.read('周报.xlsx')).rejects.toThrow('no answer')
    expect(killed).toBe(1)
  })
})

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { type ExcelChild, openExcel } from '../../../src-main/excel/excel.ts'
import type { PagedSheet } from '../../../src-main/excel/excel-messages.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import type { TableValue } from '../../../src-main/excel/workbook.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const sheet = (row_count: number): PagedSheet => ({
  name: '台账',
  title: '工作台账',
  head: { left: '填报单位：组织人事处' },
  widths: [5, 30],
  tables: [
    { columns: [{ header: '序号', kind: 'number' }, { header: '事项' }], rows: [], empty_text: '没有' },
  ],
  foot: '填报人：',
  orientation: 'landscape',
  row_count,
})

/** Hands out `count` rows, 100 a page; `seen` is asked before each page. */
function pagesOf(count: number, seen: (page: number) => void = () => {}) {
  let at = 0
  return async (): Promise<TableValue[][] | null> => {
    seen(at / 100)
    const rows = Array.from({ length: Math.min(100, count - at) }, (_, nth) => [
      at + nth + 1,
      `第${at + nth + 1}项`,
    ])
    at += 100
    return rows.length > 0 ? rows : null
  }
}

function watchedExcel(limit?: number) {
  const posted: string[] = []
  const children: { child: ExcelChild; ended: Promise<boolean> }[] = []
  const excel = openExcel(() => {
    const child = startNodeProcess()
    children.push({ child, ended: new Promise((resolve) => child.onExit(resolve)) })
    child.onMessage((message) => posted.push(JSON.parse(JSON.stringify(message)).kind))
    return {
      ...child,
      post(request) {
        posted.push(request.task)
        child.post(request)
      },
    }
  }, limit)
  onTestFinished(() => excel.stop())
  return { excel, children, posted }
}

it('writes all pages, each asked for when the one before it is written', async () => {
  const { excel, posted } = watchedExcel()
  const path = join(tempFolder(), '台账.xlsx')
  const seen: number[] = []
  const { bytes } = await excel.writePaged(path, sheet(250), pagesOf(250), {
    onProgress: (fraction) => seen.push(fraction),
  })
  expect(bytes).toBe(statSync(path).size)
  expect(posted).toEqual(['write-paged', ...Array(4).fill(['page-wanted', 'page']).flat(), 'written'])
  expect(seen).toEqual([0.4, 0.8, 1, 1])
  const { sheets } = await readWorkbook(path)
  expect(sheets[0]?.rows.slice(3, -1).map(({ cells }) => cells.map(({ text }) => text))).toEqual(
    Array.from({ length: 250 }, (_, at) => [`${at + 1}`, `第${at + 1}项`]),
  )
})

it('says so where there is no row at all, and makes room for the last running number', async () => {
  const { excel } = watchedExcel()
  const path = join(tempFolder(), '台账.xlsx')
  await excel.writePaged(path, sheet(1_000_000), pagesOf(0))
  const { sheets } = await readWorkbook(path)
  expect(sheets[0]?.rows[3]?.cells.map(({ text }) => text)).toEqual(['没有'])
})

it('gives up when a page cannot be had: the old file stays, no other is left', async () => {
  const { excel, children } = watchedExcel()
  const path = saveBytes(Buffer.from('old'), '台账.xlsx')
  const broken = pagesOf(500, (page) => {
    if (page === 3) throw new Error('the book was closed')
  })
  await expect(excel.writePaged(path, sheet(500), broken)).rejects.toThrow('the book was closed')
  await children[0]?.ended
  await vi.waitUntil(() => !existsSync(join(dirname(path), '.台账.xlsx.tmp')))
  expect(readFileSync(path, 'utf8')).toBe('old')
  expect(readdirSync(dirname(path))).toEqual(['台账.xlsx'])
})

it('is cancelled between two pages, and nothing is left', async () => {
  const { excel, children } = watchedExcel()
  const path = join(tempFolder(), '台账.xlsx')
  const stop = new AbortController()
  let asked = 0
  const pages = pagesOf(100_000, (page) => {
    asked += 1
    if (page === 5) stop.abort()
  })
  const problem = await problemOf(excel.writePaged(path, sheet(100_000), pages, { signal: stop.signal }))
  expect(problem.message).toBe('已取消生成“台账.xlsx”，没有改动任何数据。')
  await children[0]?.ended
  await vi.waitUntil(() => readdirSync(dirname(path)).length === 0)
  expect(asked).toBe(6)
})

it('has the time limit anew for each page', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const { excel } = watchedExcel(30_000)
  const path = join(tempFolder(), '台账.xlsx')
  await excel.writePaged(
    path,
    sheet(500),
    pagesOf(500, () => vi.advanceTimersByTime(20_000)),
  )
  const stuck = async () => {
    vi.advanceTimersByTime(30_000)
    return null
  }
  expect(await problemOf(excel.writePaged(path, sheet(5), stuck))).toEqual({
    code: 'excel_too_slow',
    message: '生成“台账.xlsx”用时过长，已停止，没有改动任何数据。',
    where: '台账.xlsx',
    next: '请再试一次；仍不行时换到本机的文件夹（不要直接存到 U 盘），或缩小范围分几次导出。',
  })
})

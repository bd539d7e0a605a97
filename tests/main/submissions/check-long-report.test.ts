import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openExcel } from '../../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import type { ReadCell, ReadWorkbook, SheetToWrite, TableValue } from '../../../src-main/excel/workbook.ts'
import { in_one_go } from '../../../src-main/imports/pace.ts'
import { checkLongReport } from '../../../src-main/submissions/check-long-report.ts'
import { cellExaminer } from '../../../src-main/submissions/preflight.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const sheet: SheetToWrite = {
  name: '办结归档清单',
  title: '办结归档清单',
  head: { left: '填报单位：组织人事处' },
  widths: [8, 30, 12],
  tables: [{ columns: [{ header: '序号' }, { header: '事项' }, { header: '责任人' }], rows: [] }],
  foot: '填报人：',
  orientation: 'landscape',
}

it('looks at every cell of a long report, and names the row that each has in the whole', async () => {
  const excel = openExcel(() => startNodeProcess(512))
  onTestFinished(() => excel.stop())
  const path = join(tempFolder(), 'report.xlsx')
  const strangers = [1, 5000, 5001, 11_999, 12_003]
  const rows = Array.from({ length: 12_003 }, (_, at): TableValue[] => [
    at + 1,
    `第 ${at + 1} 项`,
    strangers.includes(at + 1) ? '张无名' : '周敏',
  ])
  const asked: boolean[] = []
  const sizes: number[] = []
  const examineCells = cellExaminer({ people: new Set(['周敏']), today: '2026-11-20' }, in_one_go)
  const findings = await checkLongReport(sheet, async () => (rows.length > 0 ? rows.splice(0, 1000) : null), {
    async read(head, pages) {
      sizes.push(head.row_count)
      await excel.writePaged(path, head, pages)
      return await excel.read(path)
    },
    async check(book, is_first, say) {
      asked.push(is_first)
      await examineCells(book, say)
    },
  })
  expect([asked, sizes]).toEqual([
    [true, false, false],
    [5000, 5000, 2003],
  ])
  // Title, 填报单位 and the column heads come before the first row.
  expect(findings.map(({ address }) => address)).toEqual(strangers.map((row) => `C${row + 3}`))
}, 60_000)

it('adds up a total over all that came before, however many slices ago', async () => {
  const found: string[] = []
  const examineCells = cellExaminer({ people: new Set(), today: '2026-11-20' }, in_one_go)
  const cell = (address: string, value: string | number): ReadCell => ({
    address,
    column: address.charCodeAt(0) - 64,
    text: String(value),
    ...(typeof value === 'number' ? { kind: 'number', number: value } : { kind: 'text' }),
  })
  const slice = (...rows: [string, number][]): ReadWorkbook => ({
    format: 'xlsx',
    warnings: [],
    sheets: [
      {
        name: '汇总',
        is_hidden: false,
        hidden_columns: [],
        merges: [],
        rows: [['组别', '人数'] as [string, string], ...rows].map((values, at) => ({
          number: at + 1,
          is_hidden: false,
          cells: values.map((value, column) => cell(`${'AB'[column]}${at + 1}`, value)),
        })),
      },
    ],
  })
  for (const book of [slice(['党建组', 3], ['人事组', 4]), slice(['工资组', 5], ['合计', 12], ['合计', 9])]) {
    await examineCells(book, ({ address, words }) => found.push(`${address} ${words}`))
  }
  expect(found).toEqual([])
  await examineCells(slice(['党建组', 3], ['合计', 4]), ({ words }) => found.push(words))
  expect(found).toEqual(['“人数”的合计是 4，各行相加是 3，对不上。'])
})

import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openExcel } from '../../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import type { SheetToWrite, TableValue } from '../../../src-main/excel/workbook.ts'
import { checkLongReport } from '../../../src-main/submissions/check-long-report.ts'
import { examineCells } from '../../../src-main/submissions/preflight.ts'
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
  const findings = await checkLongReport(sheet, async () => (rows.length > 0 ? rows.splice(0, 1000) : null), {
    async read(head, slice) {
      await excel.write(path, {
        sheets: [
          { ...head, tables: [{ ...head.tables[0], columns: head.tables[0]?.columns ?? [], rows: slice }] },
        ],
      })
      return await excel.read(path)
    },
    async check(book, is_first) {
      asked.push(is_first)
      return examineCells({ book, people: new Set(['周敏']), installed: undefined, today: '2026-11-20' })
    },
  })
  expect(asked).toEqual([true, false, false])
  // Title, 填报单位 and the column heads come before the first row.
  expect(findings.map(({ address }) => address)).toEqual(strangers.map((row) => `C${row + 3}`))
}, 60_000)

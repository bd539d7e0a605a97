import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeChange } from '../../../src-main/database/change.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import { preflightFile, preflightReport } from '../../../src-main/submissions/run-preflight.ts'
import { type ReportName, ReportRequest } from '../../../src-shared/reports.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let book: TestBook
let desk: ImportDesk
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  desk = importDesk(book)
})
afterEach(async () => {
  await desk.excel.stop()
  book.close()
})

/** What is said of a workbook, as `必须改 C5 words`; fonts are those of this machine, so they are left out. */
async function sayOf(
  fill: (workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void,
): Promise<string[]> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '履职台账'
  workbook.lastModifiedBy = '履职台账'
  const sheet = workbook.addWorksheet('汇总', { pageSetup: { paperSize: 9, fitToPage: true } })
  fill(workbook, sheet)
  const path = join(tempFolder(), '汇总表.xlsx')
  await workbook.xlsx.writeFile(path)
  const [file] = (await desk.incoming.take([{ path }])).files
  const { findings } = await preflightFile(desk, file?.token ?? '')
  return findings
    .filter(({ words }) => !words.includes('字体'))
    .map(({ grade, address, words }) => `${grade} ${address} ${words}`)
}

const lines = (sheet: ExcelJS.Worksheet, rows: unknown[][]) => sheet.addRows(rows)

describe('上报前体检', () => {
  it('has nothing to say of a good form', async () => {
    expect(
      await sayOf((_, sheet) =>
        lines(sheet, [
          ['组织人事处汇总表'],
          ['序号', '组别', '人数', '项数', '合计'],
          [1, '党建组', 3, 10, 13],
          [2, '人事组', 4, 0.1, 4.1],
          ['合计', null, 7, 10.1, 17.1],
          ['填报人：'],
        ]),
      ),
    ).toEqual([])
  })

  it('adds up parts: 小计 since the last one, 合计 over all rows, sums across the columns', async () => {
    const found = await sayOf((_, sheet) =>
      lines(sheet, [
        ['组别', '姓名类', '一月', '二月', '合计'],
        ['党建组', '甲', 3, 1, 4],
        ['党建组', '乙', 4, 1, 6],
        ['小计', null, 7, 3, 10],
        ['人事组', '丙', 5, 1, 6],
        ['小计', null, 5, 1, 6],
        ['合计', null, 13, 3, 16],
      ]),
    )
    expect(found).toEqual([
      'must D4 “二月”的小计是 3，各行相加是 2，对不上。',
      'must C7 “一月”的合计是 13，各行相加是 12，对不上。',
      'check E3 这一行的“合计”是 6，前面各列相加是 5，请核对。',
    ])
  })

  it('names blanks that are demanded, strangers, days that never come, and errors', async () => {
    await fillSample(book, book.clock)
    const [known] = book.sqlite.prepare('SELECT name FROM staff LIMIT 1').pluck().all() as string[]
    const found = await sayOf((_, sheet) =>
      lines(sheet, [
        ['序号', '姓名*', '责任人', '完成时间', '结果'],
        [1, known, '张无名、全体人员', '2026.2.30', { error: '#REF!' }],
        [2, null, known, '2026-02-28', 1],
        [3, known, known, '11月底', 1],
      ]),
    )
    expect(found).toEqual([
      'must D2 “2026.2.30”没有这一天，请改正。',
      'must E2 公式的结果是 #REF!，请改正。',
      'must B3 “姓名*”必须填写，这里是空的。',
      'check C2 人员名册里没有“张无名”，请核对姓名。',
    ])
  })

  it('finds what is hidden, comments, authors, links to nowhere and pages that are cut', async () => {
    const found = await sayOf((workbook, sheet) => {
      workbook.creator = '某同志'
      lines(sheet, [
        ['序号', '甲', '乙'],
        ...Array.from({ length: 60 }, (_, at) => [at, `甲${at}`, `乙${at}`]),
      ])
      sheet.getRow(5).hidden = true
      sheet.getColumn(2).hidden = true
      sheet.getCell('C3').note = '这里要改'
      sheet.getColumn(3).width = 200
      sheet.pageSetup.fitToPage = false
      workbook.addWorksheet('底稿', { state: 'hidden' }).addRow(['甲'])
    })
    expect(found).toEqual([
      'check A5 有 1 行是隐藏的（第 5 行起），对方可以看到；请核对是否该报。',
      'check B1 B 列是隐藏的，对方可以看到；请核对是否该报。',
      'check  “底稿”是隐藏的工作表，对方可以取消隐藏看到；不需要请删除。',
      'check C3 有 1 处批注（如 C3），上报前请核对，不需要请删除。',
      'check  有 61 行，没有设置“打印标题行”，第二页起没有表头。',
      'check C1 C 列以后印不进一页，会另起一页；请设成“将所有列调整为一页”。',
      'note  文件属性里有作者或单位：某同志。不想让对方看到，请用“另存干净的一份”。',
    ])
  })

  it('looks at the workbook that a report would be, and knows the record behind each finding', async () => {
    await fillSample(book, book.clock)
    const check = (report: ReportName) =>
      preflightReport(desk, ReportRequest.parse({ report, week_monday: '2026-11-16' }))
    await makeChange(book, book.clock, { method: 'test' }, async () => {
      book.sqlite.prepare("DELETE FROM duty_holders WHERE role = 'A' AND duty_id < 4").run()
    })
    const findings = (await check('backup-posts')).filter(({ grade }) => grade !== 'note')
    const without_a = findings.filter(({ words }) => words === '“A岗责任人”是空的，请核对。')
    expect(without_a.map(({ address }) => address)).toEqual(['E4', 'E5', 'E6'])
    for (const { words, sheet, route } of findings) {
      expect(words).toMatch(/^“[AB]岗责任人”是空的，请核对。$/)
      expect(sheet).toBe('AB岗设置一览表')
      expect(route).toMatch(/^#\/duties\?open=\d+$/)
    }
    for (const report of ['duty-list', 'weekly-report', 'sign-off-ledger', 'archive-list'] as const) {
      const strange = (await check(report)).filter(
        ({ grade, words }) => grade === 'must' || /名册/.test(words),
      )
      expect([report, strange]).toEqual([report, []])
    }
  })

  it('says of a CSV file what it cannot see', async () => {
    const path = join(tempFolder(), '名单.csv')
    writeFileSync(path, '序号,姓名\n1,甲\n2,乙\n')
    const [file] = (await desk.incoming.take([{ path }])).files
    const { findings } = await preflightFile(desk, file?.token ?? '')
    expect(findings.map(({ words }) => words)).toContain(
      '这种格式（.xls、.et、.csv）查不了作者、批注、字体和打印设置；另存为 .xlsx 后可以再查一次。',
    )
  })
})

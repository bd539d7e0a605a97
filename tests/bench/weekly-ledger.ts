// How long the clerk waits for the ledger that she exports every Friday, once the Excel process is warm.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'
import { drawReport } from '../../src-main/reports/save-report.ts'
import { ReportRequest } from '../../src-shared/reports.ts'
import { type Figure, medianOf } from './figure.ts'
import { openLargeBook } from './lists.ts'

const longest_wait = 400

export const weeklyLedger: Figure = {
  name: 'weekly-ledger',
  bound: 1,
  async measure() {
    const book = await openLargeBook()
    const excel = openExcel(startNodeProcess)
    const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-bench-'))
    const request = ReportRequest.parse({ report: 'sign-off-ledger' })
    const times: number[] = []
    let rows = 0
    for (let round = 0; round < 8; round += 1) {
      const started = performance.now()
      const paper = await drawReport(book.db, book.clock.today(), request)
      await excel.write(join(folder, paper.file_name), { sheets: [paper.sheet] })
      times.push(performance.now() - started)
      rows = paper.rows
    }
    await excel.stop()
    await book.close()
    rmSync(folder, { recursive: true })
    const [first = 0, ...warm] = times
    const wait = medianOf(warm)
    return {
      value: wait / longest_wait,
      information: [
        `${rows} rows in ${wait.toFixed(0)} ms of ${longest_wait}; the first time ${first.toFixed(0)} ms`,
      ],
    }
  },
}

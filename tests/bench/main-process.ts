import { dirname, join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { type Excel, type ExcelChild, openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'

/** The Excel process as the app has it, bundled; `end` waits for its end, so that its CPU time is counted. */
export function openBundledExcel(): { excel: Excel; end(): Promise<void> } {
  const children: Promise<void>[] = []
  const excel = openExcel((): ExcelChild => {
    const beside = join(dirname(process.argv[1] ?? ''), 'excel-process.js')
    const child = startNodeProcess(512, pathToFileURL(beside))
    children.push(new Promise((resolve) => child.onExit(() => resolve())))
    return child
  })
  return {
    excel,
    async end() {
      await excel.stop()
      await Promise.all(children)
    },
  }
}

/** From now on; the answer is the longest time, in milliseconds, for which this process did not get round to anything else. */
export function watchStalls(): () => number {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  return () => {
    delay.disable()
    return delay.max / 1e6
  }
}

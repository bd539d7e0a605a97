import { startNodeChild } from '../node-child.ts'
import type { ExcelChild } from './excel.ts'

const source = new URL('./excel-process.ts', import.meta.url)

/** Without Electron. */
export function startNodeProcess(memoryMib = 512, program = source): ExcelChild {
  return startNodeChild(program, memoryMib)
}

import { startUtilityChild } from '../utility-child.ts'
import type { ExcelChild } from './excel.ts'

/** Call it after `app.whenReady()`. */
export function startUtilityProcess(): ExcelChild {
  return startUtilityChild('excel-process.js', 'excel')
}

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Debian's python; another one may be first on the path. */
const python = '/usr/bin/python3'

export const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0

export interface OpenpyxlCell {
  kind: 'text' | 'number' | 'date' | 'time' | 'boolean' | 'error'
  text?: string
  number?: number
  date?: string
  seconds?: number
}

export interface OpenpyxlBook {
  path: string
  error?: string
  sheets?: { name: string; hidden: boolean; cells: Record<string, OpenpyxlCell> }[]
}

/** What openpyxl finds in the workbooks: the second opinion on our reader and writer. */
export function readWithOpenpyxl(paths: readonly string[]): OpenpyxlBook[] {
  const script = join(import.meta.dirname, 'read-with-openpyxl.py')
  const { status, stdout, stderr } = spawnSync(python, [script, ...paths], { maxBuffer: 1 << 30 })
  if (status !== 0) throw new Error(`openpyxl failed: ${stderr}`)
  return stdout
    .toString()
    .trim()
    .split('\n')
    .map((line): OpenpyxlBook => JSON.parse(line))
}

/** Opens the workbook, sets cells of its first sheet and saves it as `out`, as a person would. */
export function editWithOpenpyxl(path: string, out: string, cells: Record<string, string>): void {
  const script = join(import.meta.dirname, 'edit-with-openpyxl.py')
  const { status, stderr } = spawnSync(python, [script, path, out, JSON.stringify(cells)])
  if (status !== 0) throw new Error(`openpyxl failed: ${stderr}`)
}

import { basename } from 'node:path'
import type { Excel } from '../../src-main/excel/excel.ts'
import type { ReadWorkbook } from '../../src-main/excel/workbook.ts'
import { recogniseKind, type WorkbookKind } from '../../src-main/imports/recognise-kind.ts'
import type { ImportTotals } from '../../src-shared/imports.ts'
import { type Problem, UserProblem } from '../../src-shared/problem.ts'
import { planOnEmptyBook } from './plan-on-empty-book.ts'
import { readTable } from './read-table.ts'

export interface IntakeIssue {
  /** `C12`; empty for what concerns the whole file. */
  cell: string
  text: string
}

/** One line of the output. */
export interface IntakeLine {
  file: string
  status: 'accepted' | 'rejected'
  /** Null for a file that could not be read. */
  kind: WorkbookKind | null
  sheet: string | null
  /** The row of the header; null where none was found. */
  header_row: number | null
  rows: ImportTotals
  issues: IntakeIssue[]
  /** Reading and understanding. */
  milliseconds: number
  /** The most memory the Excel process has held so far, in MiB. */
  peak_mib: number
}

/** What intake finds in a workbook that could be read. */
export type Understood = Pick<IntakeLine, 'sheet' | 'header_row' | 'rows' | 'issues'>

const no_rows: ImportTotals = { read: 0, new: 0, changed: 0, same: 0, skipped: 0, wrong: 0 }

/** Reads a file in the Excel process and plans it against an empty book. A file that cannot be read is an answer too. */
export async function takeIn(excel: Excel, path: string, kind: WorkbookKind | null): Promise<IntakeLine> {
  const started = performance.now()
  let peak_mib = 0
  const end = () => ({ milliseconds: Math.ceil(performance.now() - started), peak_mib })
  try {
    const workbook = await excel.read(path, { onCost: (cost) => (peak_mib = cost.peak_mib) })
    if (isEmpty(workbook)) throw empty(path)
    const found = kind ?? (await recogniseKind(workbook, basename(path)))
    const understood = await understand(workbook, path, found)
    return { file: path, status: 'accepted', kind: found, ...understood, ...end() }
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error
    const rejected = { status: 'rejected', kind: null, sheet: null, header_row: null, rows: no_rows } as const
    return { file: path, ...rejected, issues: [issueOf(error.problem)], ...end() }
  }
}

function understand(workbook: ReadWorkbook, path: string, kind: WorkbookKind): Promise<Understood> {
  if (kind === 'table' || kind === 'archive') return readTable(workbook, kind)
  const imported = kind === 'backup-posts' ? 'duties' : kind
  return planOnEmptyBook(workbook, basename(path), imported)
}

function isEmpty(workbook: ReadWorkbook): boolean {
  return workbook.sheets.every(({ rows }) => rows.length === 0)
}

function empty(path: string): UserProblem {
  return new UserProblem({
    code: 'workbook_empty',
    message: `“${basename(path)}”是空的，没有一格有内容。`,
    next: '请用 WPS 或 Excel 打开检查，填好内容、保存后重新选择。',
  })
}

function issueOf({ message, where, next }: Problem): IntakeIssue {
  const cell = /单元格 ([A-Z]{1,3}\d+)/.exec(where ?? '')?.[1] ?? ''
  return { cell, text: [message, next].filter(Boolean).join('') }
}

import type { ImportTotals, PlannedRow, Verdict } from '../../src-shared/imports.ts'
import type { FoundTable } from './choose-sheet.ts'
import type { Table } from './find-tables.ts'
import type { ImportContext, ImportSheet, RowOutcome } from './import-sheet.ts'
import type { Pace } from './pace.ts'
import { createSheetRow, type Place } from './sheet-row.ts'
import { spoiltCells } from './spoilt-cells.ts'
import type { TableRow } from './table-rows.ts'
import { type TakenByCell, withTaken } from './taken-suggestions.ts'

export interface RowPlan<Draft> {
  shown: PlannedRow
  /** Null for rows that were never asked about. */
  outcome: RowOutcome<Draft> | null
}

/** Every row of the tables with its one verdict, in the order of the sheet. */
export async function planRows<Field extends string, Draft, Book>(
  sheet: ImportSheet<Field, Draft, Book>,
  tables: readonly FoundTable[],
  around: { place: Place; book: Book; context: ImportContext; pace: Pace; taken: TakenByCell },
): Promise<RowPlan<Draft>[]> {
  const { pace } = around
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  const plans: RowPlan<Draft>[] = []
  for (const { table, rows } of tables) {
    for (const row of rows) {
      if (pace.isDue()) await pace.rest(`正在核对第 ${plans.length + 1} 行，共 ${count} 行`)
      plans.push(planRow(sheet, table, row, around))
    }
  }
  return plans
}

function planRow<Field extends string, Draft, Book>(
  sheet: ImportSheet<Field, Draft, Book>,
  table: Table,
  found: TableRow,
  {
    place,
    book,
    context,
    taken: by_cell,
  }: { place: Place; book: Book; context: ImportContext; taken: TakenByCell },
): RowPlan<Draft> {
  if (found.skip !== null) return skipped(found, found.skip)
  const { row, taken } = withTaken(found, by_cell)
  const outcome = sheet.readRow(createSheetRow(place, table, row), book, context)
  const told = new Set(outcome.issues.map(({ address }) => address))
  outcome.issues.push(...spoiltCells(place, table, row).filter(({ address }) => !told.has(address)))
  return { shown: { ...show(row, outcome), taken }, outcome }
}

/** Neither wrong nor skipped: what the book says or shall say. */
export function isAccepted({ shown }: RowPlan<unknown>): boolean {
  return shown.verdict !== 'wrong' && shown.verdict !== 'skipped'
}

/** Saved unless the clerk leaves it out. */
export function canBeSaved({ verdict }: PlannedRow): boolean {
  return verdict === 'new' || verdict === 'changed'
}

export function countVerdicts(plans: readonly RowPlan<unknown>[]): ImportTotals {
  const totals: ImportTotals = { read: plans.length, new: 0, changed: 0, same: 0, skipped: 0, wrong: 0 }
  for (const { shown } of plans) totals[shown.verdict]++
  return totals
}

function skipped({ row, address, text }: TableRow, reason: string): RowPlan<never> {
  const values = [{ label: '内容', value: text }]
  return {
    shown: { row, address, verdict: 'skipped', values, changes: [], reason, issues: [], taken: [] },
    outcome: null,
  }
}

function show({ row, address, text }: TableRow, outcome: RowOutcome<unknown>): PlannedRow {
  const verdict = verdictOf(outcome)
  const changed = outcome.said.filter(({ value, old }) => value !== old)
  const values = outcome.said
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => ({ label, value }))
  return {
    row,
    address,
    verdict,
    values: values.length > 0 ? values : [{ label: '内容', value: text }],
    changes:
      verdict === 'changed' ? changed.map(({ label, value, old }) => ({ label, old, new: value })) : [],
    reason: outcome.skip ?? '',
    issues: outcome.issues,
    taken: [],
  }
}

function verdictOf({ skip, issues, is_new, said }: RowOutcome<unknown>): Verdict {
  if (skip !== null) return 'skipped'
  if (issues.some(({ severity }) => severity === 'wrong')) return 'wrong'
  if (is_new) return 'new'
  return said.some(({ value, old }) => value !== old) ? 'changed' : 'same'
}

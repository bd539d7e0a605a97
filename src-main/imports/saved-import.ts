import type { ReportedRow } from '../../src-shared/import-reports.ts'
import { type ImportResult, import_kind_words } from '../../src-shared/imports.ts'
import { shapeText } from './form-shape.ts'
import type { Plan } from './plan-import.ts'
import { canBeSaved } from './plan-rows.ts'
import type { ImportFacts } from './write-import-report.ts'

/** What the clerk has seen and agreed to. */
export function fingerprint({ preview }: Plan): string {
  return JSON.stringify([preview.rows, preview.new_groups, preview.choices])
}

/** What is told of a save, on the screen and in the trail. */
export function summarise(
  { preview }: Plan,
  left_out: ReadonlySet<string>,
): { result: ImportResult; title: string } {
  const { kind, file_name } = preview
  const totals = { ...preview.totals }
  let left = 0
  for (const { address, verdict } of preview.rows) {
    if ((verdict !== 'new' && verdict !== 'changed') || !left_out.has(address)) continue
    totals[verdict]--
    left++
  }
  const counts = [totals.new > 0 && `新增 ${totals.new}`, totals.changed > 0 && `更新 ${totals.changed}`]
  const unit = kind === 'staff' ? '人' : '项'
  const words = counts.flatMap((count) => (count ? [`${count} ${unit}`] : [])).join('，')
  const title = `导入${import_kind_words[kind]}：${file_name}${words === '' ? '' : `（${words}）`}`
  return { result: { kind, file_name, totals, left_out: left }, title }
}

/** What its report says besides the rows. */
export function factsOf(
  { preview, shape }: Plan,
  { totals, left_out }: ImportResult,
  digest: string | null,
): ImportFacts {
  const { kind, file_name, sheet, header_row, columns, issues, warnings, new_groups } = preview
  return {
    ...{ kind, file_name, sheet, totals, left_out },
    digest: digest ?? '',
    shape: shapeText(shape),
    details: { header_row, columns, issues, warnings, new_groups },
  }
}

export function reportedRows({ preview }: Plan, left_out: ReadonlySet<string>): ReportedRow[] {
  return preview.rows.map((row) => ({ ...row, is_left_out: canBeSaved(row) && left_out.has(row.address) }))
}

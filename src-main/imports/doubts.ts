import { columnName } from '../excel/cell-address.ts'
import { shorten } from './cell-text.ts'
import { type ChosenSheet, countRecords } from './choose-sheet.ts'
import type { HeaderColumn } from './find-headers.ts'
import { contentGuesses } from './guess-columns.ts'
import type { HeaderReader } from './header-words.ts'
import type { ImportContext } from './import-sheet.ts'

/** Below it a header is a weak word, or only ends in a known one. */
const sure = 60

/** Why the understanding of a sheet is not sure, as Chinese sentences; none when it is. */
export function doubtsOf(chosen: ChosenSheet, reader: HeaderReader, context: ImportContext): string[] {
  const { grid, tables, alike } = chosen
  if (grid.rows.length === 0) return []
  if (tables.length === 0) {
    const anchors = reader.columns.filter(({ is_anchor }) => is_anchor).map(({ label }) => `“${label}”`)
    return [`没有找到有把握的表头：看不出哪一列是${anchors.join('或')}。`]
  }
  // A table without rows is told as such; nothing would be gained by asking.
  if (countRecords(tables) === 0) return []
  const columns = tables.flatMap(({ table }) => table.block.columns)
  return [
    ...new Set([
      ...columns.flatMap((column) => weakly(column, reader)),
      ...columns.flatMap((column) => contested(column, columns, reader)),
      ...contentGuesses(chosen, reader, context).map(
        ({ column, header, field }) =>
          `${columnName(column)} 列${header === '' ? '没有列名' : `“${shorten(header)}”`}，从内容看像“${labelOf(field, reader)}”。`,
      ),
      ...(alike.length > 0
        ? [
            `还有 ${alike.length} 张工作表同样读得通：${alike.slice(0, 6).join('、')}${alike.length > 6 ? ' 等' : ''}。`,
          ]
        : []),
    ]),
  ]
}

function weakly({ column, text, parent, field }: HeaderColumn, reader: HeaderReader): string[] {
  const at = reader.columns.findIndex((one) => one.field === field)
  if (at < 0 || reader.columns[at]?.is_serial) return []
  const strengths = reader.strengths(text, parent)
  // 工作内容 beside 工作事项: what it says first is taken by a surer column, and the second is what is left.
  if (Math.max(...strengths) >= sure) return []
  return [`${columnName(column)} 列“${shorten(text)}”不太确定是不是“${labelOf(field, reader)}”。`]
}

/** A column that is left unused although its name says as surely what another one was taken for. */
function contested(
  { column, text, parent, field }: HeaderColumn,
  columns: readonly HeaderColumn[],
  reader: HeaderReader,
): string[] {
  if (field !== null) return []
  const strengths = reader.strengths(text, parent)
  const strongest = Math.max(0, ...strengths)
  const wanted = reader.columns[strengths.indexOf(strongest)]
  const rival = columns.find((one) => one.field !== null && one.field === wanted?.field)
  if (strongest < sure || wanted === undefined || wanted.is_serial || rival === undefined) return []
  return [
    `${columnName(rival.column)} 列“${shorten(rival.text)}”和 ${columnName(column)} 列“${shorten(text)}”都像“${wanted.label}”。`,
  ]
}

function labelOf(field: string | null, { columns }: HeaderReader): string {
  return columns.find((one) => one.field === field)?.label ?? ''
}

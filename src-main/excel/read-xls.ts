import { addressOf } from './cell-address.ts'
import { type CellValue, isPicture, numberValue, textValue } from './cell-value.ts'
import { linkWarning, macroWarning, refuseExtra, skippedSheet, unsavedResults } from './extras.ts'
import { limits } from './limits.ts'
import { classifyFormat, type NumberFormat } from './number-format.ts'
import type { OleFile } from './ole-file.ts'
import type { OnProgress } from './read-workbook.ts'
import { type CellBudget, RowCollector } from './row-collector.ts'
import { cleanText } from './text.ts'
import { damaged, withPlace } from './unreadable.ts'
import type { ReadSheet, ReadWorkbook } from './workbook.ts'
import { type LibraryCell, readWithLibrary } from './xls-library.ts'
import { addressOfKey, cellKey, prepareXls, type XlsSheet } from './xls-records.ts'

interface Context extends CellBudget {
  uses_1904: boolean
  /** Format texts that were already judged. */
  formats: Map<string, NumberFormat>
  warnings: string[]
}

/** Reads .xls and .et, the format of Excel 5 to 2003 and of WPS. */
export function readXls(file: OleFile, onProgress?: OnProgress): ReadWorkbook {
  const warnings = inspectOle(file)
  const stream = file.stream('workbook') ?? file.stream('book')
  if (!stream) throw damaged('工作簿的内容读不出来')
  const book = prepareXls(stream)
  if (book.has_links) warnings.push(linkWarning)
  onProgress?.(0.2)
  const { names, sheets: grids, uses_1904 } = readWithLibrary(stream, book.biff)
  if (new Set(names).size < book.sheets.size) throw damaged('工作表的名称有缺失或重复')
  onProgress?.(0.7)
  const context = { cells_left: limits.cells, uses_1904, formats: new Map(), warnings }
  // The library gives them in the order of the stream, which need not be that of the tabs.
  const places = [...book.sheets.keys()].sort((one, other) => one - other)
  const sheets = [...book.sheets].flatMap(([place, facts], index) => {
    const name = names[places.indexOf(place)] ?? ''
    onProgress?.(0.7 + (0.3 * (index + 1)) / book.sheets.size)
    if (facts.kind === 'cells') return [readGrid(name, grids.get(name) ?? [], facts, context)]
    warnings.push(skippedSheet(name))
    return []
  })
  if (sheets.length === 0) throw damaged('里面没有工作表')
  return { format: 'xls', sheets, warnings }
}

function inspectOle({ names }: OleFile): string[] {
  const all = [...names]
  if (all.some((name) => /^mbd[0-9a-f]{8}$/.test(name)))
    throw refuseExtra('嵌入了其他文件（OLE 对象）', '删除嵌入的对象')
  if (names.has('ctls')) throw refuseExtra('含有 ActiveX 控件', '删除控件')
  return names.has('_vba_project_cur') || names.has('_vba_project') ? [macroWarning] : []
}

function readGrid(name: string, grid: LibraryCell[][], facts: XlsSheet, context: Context): ReadSheet {
  const collected = new RowCollector(context)
  // A grid of 65 536 rows with one value is a list with holes: forEach passes over them.
  grid.forEach((cells, row) => {
    collected.begin(row + 1, facts.hidden_rows.has(row + 1))
    cells.forEach((cell, column) => {
      keepCell(collected, cell, { name, row: row + 1, column: column + 1, facts, context })
    })
  })
  const { merges, warnings } = facts.merges.within(collected.rows)
  // What is still here was not met in the grid.
  const [unsaved] = facts.formulas
  if (unsaved !== undefined) warnings.push(unsavedResults(facts.formulas.size, addressOfKey(unsaved)))
  context.warnings.push(...warnings.map((warning) => `工作表“${name}”${warning}`))
  return {
    name: cleanText(name),
    is_hidden: facts.is_hidden,
    hidden_columns: [...facts.hidden_columns],
    rows: collected.rows,
    merges,
  }
}

interface Place {
  name: string
  row: number
  column: number
  facts: XlsSheet
  context: Context
}

function keepCell(
  collected: RowCollector,
  cell: LibraryCell,
  { name, row, column, facts, context }: Place,
): void {
  const address = addressOf(row, column)
  try {
    const value = cellValue(cell, context)
    const has_formula = facts.formulas.delete(cellKey(row, column))
    if (!value || isPicture(value)) return
    collected.keep({ address, column, ...value, ...(has_formula ? { has_formula } : {}) })
  } catch (error) {
    throw withPlace(error, { sheet: name, cell: address })
  }
}

function cellValue({ t, v, z }: LibraryCell, { uses_1904, formats }: Context): CellValue | undefined {
  if (t === 's') return textValue(cleanText(String(v)))
  if (t === 'n') return numberValue(String(v), formatOf(String(z ?? ''), formats), uses_1904)
  if (t === 'b') return { kind: 'boolean', text: v === true ? 'TRUE' : 'FALSE' }
  if (t === 'e') return { kind: 'error', text: errorTexts.get(Number(v)) ?? '#VALUE!' }
  return undefined
}

function formatOf(code: string, known: Map<string, NumberFormat>): NumberFormat {
  const before = known.get(code)
  if (before) return before
  const format = classifyFormat(code)
  known.set(code, format)
  return format
}

const errorTexts = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

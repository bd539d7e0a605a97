import { addressOf, columnNumber, parseAddress } from './cell-address.ts'
import { type CellValue, cellOf, isoDateValue, isPicture, numberValue, textValue } from './cell-value.ts'
import { unsavedResults } from './extras.ts'
import { limits } from './limits.ts'
import { MergeList } from './merge-list.ts'
import type { NumberFormat } from './number-format.ts'
import { isTrue } from './package-parts.ts'
import { type CellBudget, RowCollector } from './row-collector.ts'
import { decodeText } from './text.ts'
import { damaged, tooLong, withPlace } from './unreadable.ts'
import type { ReadSheet } from './workbook.ts'
import { type Attributes, readXml } from './xml-events.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext extends CellBudget {
  /** Undefined when the book has no part for shared texts. */
  shared_strings: string[] | undefined
  formats: NumberFormat[]
  uses_1904: boolean
}

export type SheetContent = Omit<ReadSheet, 'name' | 'is_hidden'> & { warnings: string[] }

/** Reads the part of one worksheet. Anything thrown names the cell where the reader was. */
export async function readSheet(chunks: AsyncIterable<Buffer>, context: SheetContext): Promise<SheetContent> {
  const sheet = new SheetReader(context)
  try {
    await readXml(chunks, ['worksheet'], sheet)
  } catch (error) {
    throw withPlace(error, sheet.cell)
  }
  return sheet.finish()
}

/** Follows the events of a sheet: columns, then rows with their cells, then merges; all else is passed over. */
class SheetReader {
  private readonly context: SheetContext
  private readonly grid: RowCollector
  private readonly hiddenColumns: number[] = []
  private readonly merges = new MergeList()
  private readonly formulasWithoutValue: string[] = []
  private isInRow = false
  private rowNumber = 0
  private rowDigits = ''
  private columnNumber = 0
  private isInSheetData = false
  private current: OpenCell | undefined
  private catching: 'value' | 'inline' | 'formula' | undefined
  private isInPhonetic = false

  constructor(context: SheetContext) {
    this.context = context
    this.grid = new RowCollector(context)
  }

  get cell(): { cell?: string } {
    return this.current ? { cell: addressOf(this.rowNumber, this.columnNumber) } : {}
  }

  open(name: string, attributes: Attributes): void {
    if (this.current) this.openInCell(name)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'sheetData') this.isInSheetData = true
    else if (name === 'col') this.noteColumns(attributes)
    else if (name === 'mergeCell') this.merges.add(attributes.ref ?? '')
  }

  text(text: string): void {
    if (!this.current || !this.catching) return
    if (this.catching === 'formula') this.current.formula += text.slice(0, 200)
    else this.current.raw += text
    // An escaped character takes seven; the exact limit is looked at when the cell is complete.
    if (this.current.raw.length > limits.cell_characters * 8) throw tooLong()
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.catching = undefined
    else if (name === 'rPh') this.isInPhonetic = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row') this.isInRow = false
    else if (name === 'sheetData') this.isInSheetData = false
  }

  /** Whole cells as nearly all programs write them, at a fifth of the cost; any other goes the long way. */
  take(text: string, at: number): number {
    if (!this.isInRow || this.current) return at
    let end = at
    plainCell.lastIndex = at
    for (let match = plainCell.exec(text); match; match = plainCell.exec(text)) {
      const [, address, letters = '', row, s, type = 'n', value, inline = ''] = match
      const raw = value ?? inline
      const column = columnNumber(letters)
      const isInPlace = row === this.rowDigits && column > this.columnNumber && column <= limits.columns
      // What is wrong with a cell is said on the long way.
      if (!isInPlace || raw.length > limits.cell_characters) break
      this.columnNumber = column
      this.current = this.cellWith(type, s, raw)
      this.closeCell(address)
      end = plainCell.lastIndex
    }
    return end
  }

  finish(): SheetContent {
    const { merges, warnings } = this.merges.within(this.grid.rows)
    const first = this.formulasWithoutValue[0]
    if (first) warnings.push(unsavedResults(this.formulasWithoutValue.length, first))
    return { hidden_columns: this.hiddenColumns, rows: this.grid.rows, merges, warnings }
  }

  private openRow({ r, hidden }: Attributes): void {
    if (!this.isInSheetData) return
    const number = r === undefined ? this.rowNumber + 1 : Number(r)
    if (!/^\d+$/.test(r ?? '1') || number < 1 || number > limits.format_rows)
      throw damaged(`行号 ${r} 不存在`)
    if (number <= this.rowNumber) throw damaged(`第 ${number} 行重复出现或次序颠倒`)
    this.rowNumber = number
    this.rowDigits = String(number)
    this.columnNumber = 0
    this.isInRow = true
    this.grid.begin(number, isTrue(hidden))
  }

  private openCell({ r, t = 'n', s }: Attributes): void {
    if (!this.isInRow) return
    const position =
      r === undefined ? { row: this.rowNumber, column: this.columnNumber + 1 } : parseAddress(r)
    if (!position || position.row !== this.rowNumber) {
      throw damaged(`第 ${this.rowNumber} 行里有位置不对的单元格（${r?.slice(0, 20) || '未写明'}）`)
    }
    const isRepeated = position.column <= this.columnNumber
    this.columnNumber = position.column
    this.current = this.cellWith(t, s, '')
    if (isRepeated) throw damaged('同一单元格重复出现或次序颠倒')
  }

  private cellWith(type: string, s: string | undefined, raw: string): OpenCell {
    const format = this.context.formats[Number(s)] ?? 'number'
    return { type, format, raw, hasInlineText: false, formula: undefined }
  }

  private openInCell(name: string): void {
    if (!this.current) return
    if (name === 'v') {
      if (!this.current.hasInlineText) this.catching = 'value'
    } else if (name === 'is') {
      // An inline text counts for more than a <v> before or after it, which some programs leave over.
      this.current.raw = ''
      this.current.hasInlineText = true
    } else if (name === 'f') {
      this.current.formula ??= ''
      this.catching = 'formula'
    } else if (name === 'rPh') this.isInPhonetic = true
    else if (name === 't' && !this.isInPhonetic) this.catching = 'inline'
  }

  private closeCell(address = addressOf(this.rowNumber, this.columnNumber)): void {
    if (!this.current || !this.isInRow) return
    const { formula } = this.current
    const value = this.valueOf(this.current)
    const showsPicture = formula?.includes('DISPIMG') || isPicture(value)
    if (value && !showsPicture) {
      this.grid.keep(cellOf(address, this.columnNumber, value, formula !== undefined))
    } else if (
      formula !== undefined &&
      !showsPicture &&
      this.current.raw === '' &&
      this.current.type !== 'str'
    ) {
      this.formulasWithoutValue.push(address)
    }
    this.current = undefined
  }

  private valueOf({ type, raw, format }: OpenCell): CellValue | undefined {
    if (type === 's') return textValue(this.sharedText(raw.trim()))
    if (type === 'str' || type === 'inlineStr') return textValue(decodeText(raw))
    const bare = raw.trim()
    if (bare === '') return undefined
    if (type === 'b') return { kind: 'boolean', text: isTrue(bare) ? 'TRUE' : 'FALSE' }
    if (type === 'e') return { kind: 'error', text: bare }
    if (type === 'd') return isoDateValue(bare, this.context.uses_1904)
    return numberValue(bare, format, this.context.uses_1904)
  }

  private sharedText(index: string): string {
    if (index === '') return ''
    const { shared_strings: texts } = this.context
    if (!texts) throw damaged('缺少存放文字的部件，姓名等文字已经丢失')
    const text = /^\d+$/.test(index) ? texts[Number(index)] : undefined
    if (text === undefined) throw damaged('单元格指向的文字不存在')
    return text
  }

  private noteColumns({ min, max, hidden }: Attributes): void {
    if (this.isInSheetData || !isTrue(hidden)) return
    for (
      let column = Math.max(1, Number(min));
      column <= Math.min(Number(max), limits.columns);
      column += 1
    ) {
      this.hiddenColumns.push(column)
    }
  }
}

const plainCell =
  /<c r="(([A-Z]{1,3})([1-9]\d{0,6}))"(?: s="(\d{1,6})")?(?: t="([a-zA-Z]{1,9})")?(?:\/>|>(?:<v>([^<&\r\]]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<&\r\]]*)<\/t><\/is>)<\/c>)/y

interface OpenCell {
  /** `t`: s shared text, inlineStr, str, n, d, b, e. */
  type: string
  format: NumberFormat
  raw: string
  hasInlineText: boolean
  formula: string | undefined
}

import { addressOf } from './cell-address.ts'
import { refuseExtra, refuseMacroSheet } from './extras.ts'
import { limits } from './limits.ts'
import { MergeList } from './merge-list.ts'
import { tooManyCells } from './row-collector.ts'
import { unlockXls } from './unlock-xls.ts'
import { damaged, tooMuch, type Unreadable } from './unreadable.ts'

/** What the records of an .xls book say about a sheet besides the values of its cells. */
export interface XlsSheet {
  is_hidden: boolean
  kind: 'cells' | 'chart' | 'other'
  /** 1-based. */
  hidden_rows: Set<number>
  hidden_columns: Set<number>
  merges: MergeList
  /** Keys of the cells with a formula that has a saved result, see `cellKey`. */
  formulas: Set<number>
}

export interface XlsBook {
  biff: 5 | 8
  /** By where the sheet begins in the stream, in the order of the tabs. */
  sheets: Map<number, XlsSheet>
  has_links: boolean
}

/** `cellKey(3, 2) // 0x30002` */
export function cellKey(row: number, column: number): number {
  return row * 0x1_0000 + column
}

export function addressOfKey(key: number): string {
  return addressOf(Math.floor(key / 0x1_0000), key % 0x1_0000)
}

// Records of BIFF5 and BIFF8 ([MS-XLS] 2.3.2).
const type = {
  begin: 0x0809,
  end: 0x000a,
  sheet: 0x0085,
  codePage: 0x0042,
  continued: 0x003c,
  supBook: 0x01ae,
  query: 0x01ad,
  formula: 0x0006,
  row: 0x0208,
  columns: 0x007d,
  merges: 0x00e5,
  manyNumbers: 0x00bd,
} as const

/** Records of the book and of a sheet that the library is to read. */
const bookRecords = new Set<number>([0x0022, 0x0085, 0x00e0, 0x00fc, 0x041e])
const cellRecords = new Set<number>([0x0006, 0x0203, 0x0204, 0x0205, 0x0207, 0x00bd, 0x00d6, 0x00fd, 0x027e])
/** PhoneticInfo, which the library steps over. */
const silent = 0x00ef

/**
 * Walks through the records before the library does. Whatever is no cell, text or format is silenced in the stream:
 * comments, links, drawings and the text of formulas are where the library can fail or take for ever.
 */
export function prepareXls(stream: Buffer): XlsBook {
  const walk = new Walk(versionOf(stream))
  unlockXls(stream)
  for (let at = 0; at + 4 <= stream.length; ) {
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) throw cutOff()
    const code = stream.readUInt16LE(at)
    // Behind the last sheet there may be anything.
    if (walk.depth === 0 && code !== type.begin) break
    if (!walk.take(code, stream.subarray(at + 4, end), at)) stream.writeUInt16LE(silent, at)
    at = end
  }
  return walk.finish()
}

function versionOf(stream: Buffer): 5 | 8 {
  const version = stream.length >= 6 && stream.readUInt16LE(0) === type.begin ? stream.readUInt16LE(4) : 0
  if (version === 0x0600) return 8
  if (version === 0x0500) return 5
  throw damaged('开头不是工作簿的内容')
}

class Walk {
  depth = 0
  private readonly book: XlsBook
  private sheet: XlsSheet | undefined
  private readonly seen = new Set<number>()
  private cells = 0
  /** The record before was given to the library, so what continues it is too. */
  private isKept = false

  constructor(biff: 5 | 8) {
    this.book = { biff, sheets: new Map(), has_links: false }
  }

  /** False for a record that the library shall not see. */
  take(code: number, data: Buffer, at: number): boolean {
    if (code === type.begin) this.begin(at)
    else if (code === type.end) this.depth -= 1
    else if (code !== type.continued) this.isKept = this.takeInside(code, data)
    else return this.isKept
    return code === type.begin || code === type.end || this.isKept
  }

  finish(): XlsBook {
    if (this.depth > 0) throw cutOff()
    for (const place of this.book.sheets.keys()) {
      if (!this.seen.has(place)) throw damaged('缺少工作表的内容')
    }
    return this.book
  }

  private begin(at: number): void {
    if (this.depth === 0) {
      this.sheet = this.book.sheets.get(at)
      this.seen.add(at)
    }
    this.depth += 1
    this.isKept = false
  }

  private takeInside(code: number, data: Buffer): boolean {
    // A chart within a sheet has cells of its own.
    if (this.depth !== 1) return false
    return this.sheet ? this.takeInSheet(this.sheet, code, data) : this.takeInBook(code, data)
  }

  private takeInBook(code: number, data: Buffer): boolean {
    if (code === type.sheet) this.addSheet(data)
    else if (code === type.supBook) this.noteLink(data)
    // In BIFF8 all text is Unicode, whatever the code page says.
    else if (code === type.codePage) return this.book.biff === 5
    return bookRecords.has(code)
  }

  private addSheet(data: Buffer): void {
    if (data.length < 8) throw damaged('工作表的目录读不通')
    if (data[5] === 1) throw refuseMacroSheet()
    if (this.book.sheets.size === limits.sheets) throw tooMuch('的工作表超过了 300 张。')
    this.book.sheets.set(data.readUInt32LE(0), {
      is_hidden: ((data[4] ?? 0) & 3) !== 0,
      kind: data[5] === 0 ? 'cells' : data[5] === 2 ? 'chart' : 'other',
      hidden_rows: new Set(),
      hidden_columns: new Set(),
      merges: new MergeList(),
      formulas: new Set(),
    })
  }

  /** The book itself and add-ins are written with a mark, other books with their path. */
  private noteLink(data: Buffer): void {
    const mark = data.length >= 4 ? data.readUInt16LE(2) : 0x0401
    if (mark === 0x0401 || mark === 0x3a01) return
    // A link to a program names the program, a 3 and the topic.
    if (data.readUInt16LE(0) === 0 && data.includes(3, 5)) throw refuseExtra('含有 DDE 链接', '断开链接')
    this.book.has_links = true
  }

  private takeInSheet(sheet: XlsSheet, code: number, data: Buffer): boolean {
    if (sheet.kind !== 'cells') return false
    if (code === type.query) throw refuseExtra('连接了外部数据', '断开数据连接')
    if (code === type.row) noteRow(sheet, data)
    else if (code === type.columns) noteColumns(sheet, data)
    else if (code === type.merges) noteMerges(sheet, data)
    else if (code === type.formula) noteFormula(sheet, data)
    if (!cellRecords.has(code)) return false
    this.cells += code === type.manyNumbers ? Math.floor((data.length - 6) / 6) : 1
    if (this.cells > limits.cells) throw tooManyCells()
    return true
  }
}

function noteRow(sheet: XlsSheet, data: Buffer): void {
  if (data.length >= 16 && ((data[12] ?? 0) & 0x20) !== 0) sheet.hidden_rows.add(data.readUInt16LE(0) + 1)
}

function noteColumns(sheet: XlsSheet, data: Buffer): void {
  if (data.length < 10 || ((data[8] ?? 0) & 1) === 0) return
  const last = Math.min(data.readUInt16LE(2) + 1, limits.columns)
  for (let column = data.readUInt16LE(0) + 1; column <= last; column += 1) sheet.hidden_columns.add(column)
}

function noteMerges(sheet: XlsSheet, data: Buffer): void {
  for (let at = 2; at + 8 <= data.length; at += 8) {
    sheet.merges.addArea({
      first_row: data.readUInt16LE(at) + 1,
      last_row: data.readUInt16LE(at + 2) + 1,
      first_column: data.readUInt16LE(at + 4) + 1,
      last_column: data.readUInt16LE(at + 6) + 1,
    })
  }
}

/** Its saved result stays; its text is marked as one that the library steps over. */
function noteFormula(sheet: XlsSheet, data: Buffer): void {
  if (data.length < 22) throw damaged('公式读不通')
  const isEmptyText = data[6] === 3 && data.readUInt16LE(12) === 0xffff
  if (!isEmptyText) sheet.formulas.add(cellKey(data.readUInt16LE(0) + 1, data.readUInt16LE(2) + 1))
  data.writeUInt16LE(0xffff, 20)
}

function cutOff(): Unreadable {
  return damaged('内容不完整，可能没有复制完或传输中断')
}

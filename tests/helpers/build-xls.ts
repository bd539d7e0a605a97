import { buildOle } from './build-ole.ts'

/** An .xls workbook for the reader, as odd as a test wants it. */
export interface XlsParts {
  biff?: 5 | 8
  sheets?: readonly XlsSheetParts[]
  /** Number formats: the n-th is that of style n + 1; style 0 is General. */
  formats?: readonly (string | number)[]
  date1904?: boolean
  /** Records of the book, right behind its beginning. */
  first?: readonly Buffer[]
  /** Records of the book, behind those that every book has. */
  book?: readonly Buffer[]
  /** Streams and storages beside the workbook's own. */
  streams?: Record<string, Buffer | null>
}

export interface XlsSheetParts {
  name?: string | Buffer
  /** 1 hidden, 2 only by a program. */
  hidden?: number
  /** 0 cells, 1 macros, 2 a chart, 6 a module. */
  type?: number
  records?: readonly Buffer[]
}

export function buildXls(parts: XlsParts = {}): Buffer {
  return buildOle({ [parts.biff === 5 ? 'Book' : 'Workbook']: xlsStream(parts), ...parts.streams })
}

export function xlsStream(parts: XlsParts): Buffer {
  const { biff = 8, sheets = [{ records: [textCell(0, 0, '甲')] }] } = parts
  const bodies = sheets.map(({ records = [], type = 0 }) =>
    Buffer.concat([begin(biff, type === 2 ? 0x20 : 0x10), ...records, end]),
  )
  const head = (starts: readonly number[]) =>
    Buffer.concat([
      ...bookRecords(biff, parts),
      ...sheets.map((sheet, index) => sheetEntry(biff, sheet, starts[index] ?? 0, index)),
      ...(parts.book ?? []),
      end,
    ])
  let start = head([]).length
  const starts = bodies.map((body) => {
    start += body.length
    return start - body.length
  })
  return Buffer.concat([head(starts), ...bodies])
}

function bookRecords(biff: 5 | 8, { first = [], formats = [], date1904 = false }: XlsParts): Buffer[] {
  const own = formats.flatMap((format, index) =>
    typeof format === 'string' ? [record(0x041e, [...u16(164 + index), ...unicode(format, biff)])] : [],
  )
  const style = (format: number) =>
    record(0x00e0, [0, 0, ...u16(format), ...Array(biff === 8 ? 16 : 12).fill(0)])
  return [
    begin(biff, 5),
    ...first,
    record(0x0042, u16(biff === 8 ? 1200 : 936)),
    record(0x0022, u16(date1904 ? 1 : 0)),
    ...own,
    style(0),
    ...formats.map((format, index) => style(typeof format === 'string' ? 164 + index : format)),
  ]
}

function sheetEntry(biff: 5 | 8, sheet: XlsSheetParts, start: number, index: number): Buffer {
  const { name = `Sheet${index + 1}`, hidden = 0, type = 0 } = sheet
  const text =
    typeof name === 'string' && biff === 8
      ? [name.length, 1, ...Buffer.from(name, 'utf16le')]
      : [name.length, ...Buffer.from(name)]
  return record(0x0085, [...u32(start), hidden, type, ...text])
}

export function record(type: number, data: ArrayLike<number>): Buffer {
  return Buffer.from([...u16(type), ...u16(data.length), ...Array.from(data)])
}

export const end = record(0x000a, [])

function begin(biff: 5 | 8, kind: number): Buffer {
  return record(0x0809, [
    ...u16(biff === 8 ? 0x0600 : 0x0500),
    ...u16(kind),
    ...Array(biff === 8 ? 12 : 4).fill(0),
  ])
}

/** Rows and columns count from 0, as they do in the file. */
export function textCell(row: number, column: number, text: string, style = 0): Buffer {
  return record(0x0204, [...place(row, column, style), ...unicode(text, 8)])
}

/** A text of BIFF5, in the code page 936. */
export function bytesCell(row: number, column: number, bytes: Buffer): Buffer {
  return record(0x0204, [...place(row, column, 0), ...u16(bytes.length), ...bytes])
}

export function numberCell(row: number, column: number, value: number, style = 0): Buffer {
  return record(0x0203, [...place(row, column, style), ...double(value)])
}

/** `result`: a number, or the eight bytes that stand for something else. */
export function formulaCell(
  row: number,
  column: number,
  result: number | readonly number[],
  style = 0,
): Buffer {
  const saved = typeof result === 'number' ? double(result) : result
  // 1+1
  const text = [0x1e, 1, 0, 0x1e, 1, 0, 0x03]
  return record(0x0006, [
    ...place(row, column, style),
    ...saved,
    ...Array(6).fill(0),
    ...u16(text.length),
    ...text,
  ])
}

export function place(row: number, column: number, style: number): number[] {
  return [...u16(row), ...u16(column), ...u16(style)]
}

function unicode(text: string, biff: 5 | 8): number[] {
  if (biff === 5) return [text.length, ...Buffer.from(text, 'latin1')]
  return [...u16(text.length), 1, ...Buffer.from(text, 'utf16le')]
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}

export function u16(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff]
}

export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)]
}

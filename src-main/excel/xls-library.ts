import { read, SSF, set_cptable, type WorkSheet } from '@e965/xlsx'
import { builtInFormat, type NumberFormat } from './number-format.ts'
import { damaged } from './unreadable.ts'

/** A cell as the library gives it: n number, s text, b boolean, e error, z empty. */
export interface LibraryCell {
  t: string
  v?: unknown
  /** Its number format. */
  z?: string | number
}

export interface LibraryBook {
  /** In the order in which the sheets lie in the stream. */
  names: string[]
  /** Cells by row and column, both from 0; rows and cells may be missing. */
  sheets: Map<string, LibraryCell[][]>
  uses_1904: boolean
}

/** Reads the stream of a book, already looked through by `prepareXls`. Dates stay serial numbers. */
export function readWithLibrary(stream: Buffer, biff: 5 | 8): LibraryBook {
  resetFormats()
  if (biff === 5) set_cptable(codePages)
  try {
    const book = read(stream, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      // For a BIFF5 book that names no code page.
      ...(biff === 5 ? { codepage: 936 } : {}),
    })
    const sheets = Object.entries(book.Sheets).map(([name, sheet]) => [name, cellsOf(sheet)] as const)
    return {
      names: book.SheetNames,
      sheets: new Map(sheets),
      uses_1904: book.Workbook?.WBProps?.date1904 === true,
    }
  } catch (error) {
    // The library throws plain errors and texts for whatever it cannot follow.
    throw damaged('内部数据的格式不正确', error)
  }
}

function cellsOf(sheet: WorkSheet): LibraryCell[][] {
  return sheet['!data'] ?? []
}

/** The library keeps the formats of the book before, and does not know those of Chinese Excel. */
function resetFormats(): void {
  const table: Record<number, string> = SSF.get_table()
  for (const id of Object.keys(table)) delete table[Number(id)]
  for (let id = 0; id < 164; id += 1) table[id] = examples[builtInFormat(id)]
}

const examples: Record<NumberFormat, string> = {
  number: 'General',
  percent: '0%',
  date: 'yyyy-mm-dd',
  time: 'hh:mm',
  elapsed: '[h]:mm',
}

const encodings: Record<number, string> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** Text of BIFF5 is in the code page of the PC that wrote it; the system's decoder knows them all. */
const codePages = {
  utils: {
    decode: (page: number, bytes: ArrayLike<number>): string =>
      new TextDecoder(encodings[page] ?? 'windows-1252').decode(Uint8Array.from(bytes)),
  },
}

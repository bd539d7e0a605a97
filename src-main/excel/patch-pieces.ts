import { limits } from './limits.ts'
import { tokenAt } from './patch-token.ts'
import { damaged } from './unreadable.ts'

/**
 * An XML part as its pieces, in order; their `raw` together are the part, byte for byte. Office parts are flat: below
 * the outermost element lie sections (`sheetData`, `mergeCells`), in these the items (`row`, `mergeCell`).
 */
export interface Piece {
  kind: 'between' | 'root' | 'section' | 'item' | 'section_end' | 'root_end'
  /** Local name of the element; empty between elements. */
  name: string
  /** Local name of the section that an item lies in. */
  section: string
  /** One character a byte. Of an item the whole element, of a root or a section its tag. */
  raw: string
  /** `<sheetData/>`: no end of its own follows. */
  is_empty: boolean
}

const longest_item = 64 * 1024 * 1024

/** Cuts a part into its pieces while it is being inflated. */
export class PieceReader {
  private text = ''
  /** Where the piece begins that is being read, and up to where it has been looked at. */
  private start = 0
  private at = 0
  private depth = 0
  private has_root = false
  private root = ''
  private section = ''

  public *read(chunk: string, is_last: boolean): Generator<Piece> {
    this.text = this.text.slice(this.start) + chunk
    this.at -= this.start
    this.start = 0
    for (;;) {
      const begin = this.text.indexOf('<', this.at)
      const token = begin < 0 ? undefined : tokenAt(this.text, begin)
      if (!token) break
      this.at = token.end
      if (token.kind !== 'other') yield* this.take(token.kind, token.name, begin)
    }
    const longest = this.depth > 2 ? longest_item : limits.xml_silent_characters
    if (this.text.length - this.start > longest) throw damaged('内部数据里有过长的内容')
    if (!is_last) return
    if (this.depth !== 0 || !this.has_root || this.text.slice(this.at).trim() !== '') throw broken()
    if (this.start < this.text.length) yield this.piece('between', '', this.text.length)
  }

  private *take(kind: 'open' | 'empty' | 'close', name: string, begin: number): Generator<Piece> {
    const isOutside = this.depth <= 2
    if (isOutside && begin > this.start) yield this.piece('between', '', begin)
    if (kind === 'close') {
      this.depth -= 1
      yield* this.close(name)
      return
    }
    if (this.depth === 0 && this.has_root) throw broken()
    this.has_root = true
    const isEmpty = kind === 'empty'
    if (this.depth === 0) this.root = name
    if (this.depth === 1) this.section = name
    if (isOutside && (this.depth < 2 || isEmpty)) yield this.piece(levels[this.depth], name, this.at, isEmpty)
    if (!isEmpty) this.depth += 1
  }

  private *close(name: string): Generator<Piece> {
    const opened = [this.root, this.section][this.depth] ?? name
    if (this.depth < 0 || opened !== name) throw broken()
    if (this.depth === 0) yield this.piece('root_end', name, this.at)
    else if (this.depth === 1) yield this.piece('section_end', name, this.at)
    else if (this.depth === 2) yield this.piece('item', tagName(this.text, this.start), this.at)
  }

  private piece(kind: Piece['kind'] = 'item', name: string, end: number, is_empty = false): Piece {
    const raw = this.text.slice(this.start, end)
    this.start = end
    return { kind, name, section: this.section, raw, is_empty }
  }
}

const levels = ['root', 'section', 'item'] as const

function tagName(text: string, start: number): string {
  return tokenAt(text, start)?.name ?? ''
}

function broken() {
  return damaged('内部数据（XML）格式不正确')
}

/**
 * What a part becomes when each piece is written as `edit` says; null when every piece stays as it is. Bytes are taken
 * as characters: what is not edited cannot change, whatever its encoding.
 */
export async function editPart(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  edit: (piece: Piece) => string,
): Promise<Buffer | null> {
  const done: Buffer[] = []
  let pending: string[] = []
  let waiting = 0
  let hasChanged = false
  function write(pieces: Iterable<Piece>): void {
    for (const piece of pieces) {
      const text = edit(piece)
      hasChanged ||= text !== piece.raw
      pending.push(text)
      waiting += text.length
      if (waiting < 1 << 18) continue
      done.push(Buffer.from(pending.join(''), 'latin1'))
      pending = []
      waiting = 0
    }
  }
  for await (const pieces of piecesOf(chunks, new PieceReader())) write(pieces)
  return hasChanged ? Buffer.concat([...done, Buffer.from(pending.join(''), 'latin1')]) : null
}

/** Looks at the pieces of a part without changing any. */
export async function lookAtPart(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  look: (piece: Piece) => void,
): Promise<void> {
  for await (const pieces of piecesOf(chunks, new PieceReader())) for (const piece of pieces) look(piece)
}

async function* piecesOf(
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  reader: PieceReader,
): AsyncGenerator<Iterable<Piece>> {
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst && isUtf16(chunk)) throw damaged('内部数据使用了 UTF-16 编码')
    isFirst = false
    yield reader.read(chunk.toString('latin1'), false)
  }
  yield reader.read('', true)
}

function isUtf16(chunk: Buffer): boolean {
  return (chunk[0] ?? 0) >= 0xfe || chunk[0] === 0 || chunk[1] === 0
}

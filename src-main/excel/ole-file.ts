import { damaged } from './unreadable.ts'

/** An OLE2 compound file ([MS-CFB]): the envelope of .xls, .et and .doc, and of workbooks with a password. */
export interface OleFile {
  /** What lies directly below the root, in lower case. */
  names: ReadonlySet<string>
  /** As much of it as the file holds; undefined when there is no such stream. */
  stream(name: string): Buffer | undefined
}

interface Entry {
  name: string
  /** 1 a storage, 2 a stream, 5 the root. */
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

/** A file of sectors that are chained by a table; the stream of small streams is one more within it. */
interface Sectors {
  bytes: Buffer
  size: number
  /** Where sector 0 begins. */
  from: number
  /** For each sector the one after it. */
  next: Uint32Array
}

/** From here on numbers are marks: end of chain, free, a sector of the table itself. */
const firstMark = 0xfffffffa
const streamType = 2

export function openOleFile(bytes: Buffer): OleFile {
  if (bytes.length < 512) throw incomplete()
  const shift = bytes.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw damaged('文件头不正确')
  const big = openSectors(bytes, 1 << shift)
  const entries = readDirectory(read(big, bytes.readUInt32LE(48)))
  const root = entries.find(({ type }) => type === 5)
  if (!root) throw incomplete()
  const small: Sectors = {
    bytes: read(big, root.start),
    size: 64,
    from: 0,
    next: asNumbers(read(big, bytes.readUInt32LE(60))),
  }
  const top = new Map(childrenOf(root, entries).map((entry) => [entry.name, entry]))
  return {
    names: new Set(top.keys()),
    stream(name) {
      const entry = top.get(name)
      if (entry?.type !== streamType) return undefined
      const sectors = entry.size < bytes.readUInt32LE(56) ? small : big
      return read(sectors, entry.start).subarray(0, entry.size)
    },
  }
}

/** Where the table of sectors lies stands in the header and, for larger files, in a chain of sectors of its own. */
function openSectors(bytes: Buffer, size: number): Sectors {
  const sectors: Sectors = { bytes, size, from: size, next: new Uint32Array() }
  const places = [...asNumbers(bytes.subarray(76, 512))]
  const most = Math.ceil(bytes.length / size)
  let more = bytes.readUInt32LE(68)
  for (let round = 0; more < firstMark; round += 1) {
    if (round > most) throw incomplete()
    const numbers = asNumbers(sector(sectors, more))
    places.push(...numbers.subarray(0, -1))
    more = numbers.at(-1) ?? firstMark
  }
  const table = places.filter((place) => place < firstMark).map((place) => sector(sectors, place))
  sectors.next = asNumbers(Buffer.concat(table))
  return sectors
}

function sector({ bytes, size, from }: Sectors, number: number): Buffer {
  const start = from + number * size
  return bytes.subarray(start, start + size)
}

/** The bytes of a chain, to the end of the chain or of the file. */
function read(sectors: Sectors, start: number): Buffer {
  const pieces: Buffer[] = []
  for (let at = start; at < firstMark; at = sectors.next[at] ?? firstMark) {
    if (pieces.length > sectors.next.length) throw damaged('内部的目录首尾相接，没有尽头')
    pieces.push(sector(sectors, at))
  }
  return Buffer.concat(pieces)
}

function asNumbers(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4))
}

function readDirectory(bytes: Buffer): Entry[] {
  return Array.from({ length: Math.floor(bytes.length / 128) }, (_, index) => {
    const entry = bytes.subarray(index * 128, index * 128 + 128)
    // The length counts the two bytes of the closing zero.
    const nameLength = Math.max(0, Math.min(entry.readUInt16LE(64), 64) - 2)
    return {
      name: entry.toString('utf16le', 0, nameLength).toLowerCase(),
      type: entry[66] ?? 0,
      left: entry.readUInt32LE(68),
      right: entry.readUInt32LE(72),
      child: entry.readUInt32LE(76),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  })
}

/** The children of a storage hang below each other as a tree of neighbours. */
function childrenOf(root: Entry, entries: readonly Entry[]): Entry[] {
  const found = new Set<Entry>()
  const waiting = [root.child]
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const entry = entries[number]
    if (!entry || found.has(entry)) continue
    found.add(entry)
    waiting.push(entry.left, entry.right)
  }
  return [...found]
}

function incomplete() {
  return damaged('文件不完整，可能没有复制完或传输中断')
}

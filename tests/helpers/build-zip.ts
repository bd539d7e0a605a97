import { crc32, deflateRawSync } from 'node:zlib'

/** One entry; every field after the content is there to be wrong. */
export interface ZipEntry {
  name: string | Buffer
  content: string | Buffer
  /** 8 (deflate) if left out. */
  method?: number
  flags?: number
  crc?: number
  declaredSize?: number
  localName?: string
  /** Takes the bytes of an earlier entry instead of its own. */
  sharesBytesOf?: string
}

export interface ZipOddities {
  before?: Buffer
  after?: Buffer
  disk?: number
  entryCount?: number
}

/** Writes a zip package entry by entry, right or wrong as told. */
export function buildZip(entries: readonly ZipEntry[], odd: ZipOddities = {}): Buffer {
  const pieces: Buffer[] = odd.before ? [odd.before] : []
  const directory: Buffer[] = []
  const offsets = new Map<string, number>()
  let offset = odd.before?.length ?? 0
  for (const entry of entries) {
    const packed = pack(entry)
    const name = Buffer.from(entry.name)
    const shared = entry.sharesBytesOf === undefined ? undefined : offsets.get(entry.sharesBytesOf)
    directory.push(centralHeader(entry, packed, name, shared ?? offset), name)
    if (shared !== undefined) continue
    offsets.set(name.toString(), offset)
    const localName = Buffer.from(entry.localName ?? name)
    const local = Buffer.concat([localHeader(entry, packed, localName), localName, packed.bytes])
    pieces.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const count = odd.entryCount ?? entries.length
  return Buffer.concat([
    ...pieces,
    central,
    endRecord(count, central.length, offset, odd.disk ?? 0),
    ...(odd.after ? [odd.after] : []),
  ])
}

interface Packed {
  bytes: Buffer
  crc: number
  size: number
}

function pack(entry: ZipEntry): Packed {
  const content = Buffer.from(entry.content)
  const bytes = (entry.method ?? 8) === 8 ? deflateRawSync(content) : content
  return { bytes, crc: entry.crc ?? crc32(content), size: entry.declaredSize ?? content.length }
}

function localHeader(entry: ZipEntry, packed: Packed, name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  writeCommon(header, 6, entry, packed, name)
  return header
}

function centralHeader(entry: ZipEntry, packed: Packed, name: Buffer, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  writeCommon(header, 8, entry, packed, name)
  header.writeUInt32LE(offset, 42)
  return header
}

/** Flags, method, time, checksum, sizes and length of the name lie in the same order in both headers. */
function writeCommon(header: Buffer, at: number, entry: ZipEntry, packed: Packed, name: Buffer): void {
  header.writeUInt16LE(entry.flags ?? 0x800, at)
  header.writeUInt16LE(entry.method ?? 8, at + 2)
  header.writeUInt32LE(packed.crc, at + 8)
  header.writeUInt32LE(packed.bytes.length, at + 12)
  header.writeUInt32LE(packed.size, at + 16)
  header.writeUInt16LE(name.length, at + 20)
}

function endRecord(count: number, size: number, offset: number, disk: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(disk, 4)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

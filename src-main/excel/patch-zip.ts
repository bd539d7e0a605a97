import { crc32, deflateRawSync } from 'node:zlib'
import type { PackedEntry } from './zip-package.ts'

/** The flags that still hold for a copied entry: its name is UTF-8, how hard it was packed. Bit 3 (sizes behind) is gone. */
const keptFlags = 0x806

export function packEntry(name: string, content: Buffer, like?: PackedEntry): PackedEntry {
  return {
    name,
    raw_name: like?.raw_name ?? Buffer.from(name),
    flags: like?.flags ?? 0x800,
    method: 8,
    time: like?.time ?? 0,
    // 1980-01-01, the first day of the format.
    date: like?.date ?? 0x21,
    crc: crc32(content),
    size: content.length,
    bytes: deflateRawSync(content, { level: 6 }),
    attributes: like?.attributes ?? 0,
  }
}

/** A package of these entries; their packed bytes are taken as they are. */
export function zipOf(entries: readonly PackedEntry[]): Buffer {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let position = 0
  for (const entry of entries) {
    const local = localHeader(entry)
    directory.push(directoryEntry(entry, position))
    pieces.push(local, entry.bytes)
    position += local.length + entry.bytes.length
  }
  const list = Buffer.concat(directory)
  return Buffer.concat([...pieces, list, endRecord(entries.length, list.length, position)])
}

function localHeader(entry: PackedEntry): Buffer {
  const header = Buffer.alloc(30 + entry.raw_name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  writeFacts(header, 6, entry)
  entry.raw_name.copy(header, 30)
  return header
}

function directoryEntry(entry: PackedEntry, position: number): Buffer {
  const header = Buffer.alloc(46 + entry.raw_name.length)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(20, 6)
  writeFacts(header, 8, entry)
  header.writeUInt32LE(entry.attributes >>> 0, 38)
  header.writeUInt32LE(position, 42)
  entry.raw_name.copy(header, 46)
  return header
}

/** What stands in both headers alike, from the flags to the length of the name. */
function writeFacts(header: Buffer, at: number, entry: PackedEntry): void {
  header.writeUInt16LE(entry.flags & keptFlags, at)
  header.writeUInt16LE(entry.method, at + 2)
  header.writeUInt16LE(entry.time, at + 4)
  header.writeUInt16LE(entry.date, at + 6)
  header.writeUInt32LE(entry.crc >>> 0, at + 8)
  header.writeUInt32LE(entry.bytes.length, at + 12)
  header.writeUInt32LE(entry.size, at + 16)
  header.writeUInt16LE(entry.raw_name.length, at + 20)
}

function endRecord(count: number, size: number, position: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(position, 16)
  return record
}

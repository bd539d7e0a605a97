import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Part {
  name: Buffer
  offset: number
  crc: number
  size: number
  packed: number
}

const localHeaderBytes = 30
const version = 20
/** 1980-01-01, the first day of the format: the same values give the same bytes. */
const day = 0x21
const deflated = 8

/** Writes a zip package part by part; nothing is held but the piece at hand. */
export class ZipWriter {
  private readonly file: FileHandle
  private readonly parts: Part[] = []
  private position = 0

  constructor(file: FileHandle) {
    this.file = file
  }

  async add(name: string, text: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const part: Part = { name: Buffer.from(name), offset: this.position, crc: 0, size: 0, packed: 0 }
    // Its checksum and sizes are known when it is packed, and are put here then.
    await this.append(localHeader(part))
    const start = this.position
    await pipeline(bytesOf(text, part), createDeflateRaw({ level: 5 }), async (packed) => {
      for await (const chunk of packed) await this.append(chunk)
    })
    part.packed = this.position - start
    await this.file.write(localHeader(part), 0, localHeaderBytes, part.offset)
    this.parts.push(part)
  }

  /** The directory at the end; answers the size of the whole file. */
  async finish(): Promise<number> {
    const start = this.position
    for (const part of this.parts) await this.append(directoryEntry(part))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.parts.length, 8)
    end.writeUInt16LE(this.parts.length, 10)
    end.writeUInt32LE(this.position - start, 12)
    end.writeUInt32LE(start, 16)
    await this.append(end)
    return this.position
  }

  private async append(bytes: Uint8Array): Promise<void> {
    await this.file.write(bytes, 0, bytes.length, this.position)
    this.position += bytes.length
  }
}

async function* bytesOf(text: AsyncIterable<string> | Iterable<string>, part: Part): AsyncGenerator<Buffer> {
  for await (const piece of text) {
    const bytes = Buffer.from(piece)
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    yield bytes
  }
}

function localHeader(part: Part): Buffer {
  const header = Buffer.alloc(localHeaderBytes + part.name.length)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(version, 4)
  writeFacts(header, 6, part)
  part.name.copy(header, localHeaderBytes)
  return header
}

function directoryEntry(part: Part): Buffer {
  const entry = Buffer.alloc(46 + part.name.length)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(version, 4)
  entry.writeUInt16LE(version, 6)
  writeFacts(entry, 8, part)
  entry.writeUInt32LE(part.offset, 42)
  part.name.copy(entry, 46)
  return entry
}

/** What stands in both places alike, from the flags to the lengths of name and extra field. */
function writeFacts(bytes: Buffer, at: number, { name, crc, size, packed }: Part): void {
  bytes.writeUInt16LE(deflated, at + 2)
  bytes.writeUInt16LE(day, at + 6)
  bytes.writeUInt32LE(crc, at + 8)
  bytes.writeUInt32LE(packed, at + 12)
  bytes.writeUInt32LE(size, at + 16)
  bytes.writeUInt16LE(name.length, at + 20)
}

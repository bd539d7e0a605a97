import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { limits } from './limits.ts'
import { damaged, forbidden, tooMuch, Unreadable } from './unreadable.ts'

/** The parts of a zip package by name. Nothing is inflated before it is asked for. */
export interface ZipPackage {
  names: ReadonlySet<string>
  /** Inflated, as the package's directory says; a part that holds more is refused while it is inflated. */
  size(name: string): number
  /** Inflates a part piece by piece; its checksum and all limits are watched on the way. */
  chunks(name: string): AsyncGenerator<Buffer>
  /** Every entry as it lies in the package, in the order of its directory. */
  packed: readonly PackedEntry[]
}

/** An entry with its bytes as they are, for copying it whole. */
export interface PackedEntry {
  name: string
  raw_name: Buffer
  flags: number
  method: number
  time: number
  date: number
  crc: number
  /** Inflated. */
  size: number
  bytes: Buffer
  attributes: number
}

const packAgain = '请用 WPS 或 Excel 打开后另存为新的 .xlsx 再选择；来历不明的文件请不要打开。'

export async function openZipPackage(bytes: Buffer): Promise<ZipPackage> {
  const zip = await openZip(bytes)
  const entries = await listEntries(zip)
  const starts = await checkPlacement(zip, [...entries.values()])
  const packed = new Map(
    [...entries].map(([name, entry]) => [name, packedEntry(name, entry, bytes, starts.get(entry) ?? 0)]),
  )
  let total = 0
  return {
    names: new Set(entries.keys()),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    async *chunks(name) {
      const entry = packed.get(name)
      if (!entry) throw damaged(`缺少部件 ${name}`)
      for await (const chunk of inflate(entry)) {
        total += chunk.length
        if (total > limits.inflated_bytes) throw tooBigInside()
        yield chunk
      }
    },
    packed: [...packed.values()],
  }
}

function packedEntry(name: string, entry: Entry, bytes: Buffer, start: number): PackedEntry {
  return {
    name,
    raw_name: entry.fileNameRaw,
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    time: entry.lastModFileTime,
    date: entry.lastModFileDate,
    crc: entry.crc32,
    size: entry.uncompressedSize,
    bytes: bytes.subarray(start, start + entry.compressedSize),
    attributes: entry.externalFileAttributes,
  }
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { decodeStrings: false, lazyEntries: true })
  } catch (error) {
    throw damaged('文件不完整，可能没有复制完或传输中断', error)
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw tooManyEntries()
  const entries = new Map<string, Entry>()
  const folded = new Set<string>()
  let declared = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry)
      checkEntry(entry)
      declared += entry.uncompressedSize
      if (declared > limits.inflated_bytes) throw tooBigInside()
      // Part names differ only in case are one part to some programs and two to others.
      if (folded.has(name.toLowerCase())) {
        throw forbidden(`内部有两个同名部件（${name}），无法判断哪一个是真的。`, packAgain)
      }
      folded.add(name.toLowerCase())
      entries.set(name, entry)
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw damaged('压缩目录读不通', error)
  }
  return entries
}

function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw
  let name: string
  try {
    name = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch (error) {
    throw damaged('内部部件的名称不是规范编码', error)
  }
  if (name === '' || /^[/\\]|^[A-Za-z]:|\\|\p{Cc}/u.test(name) || name.split('/').includes('..')) {
    throw forbidden(`内部部件的名称不合规范（${name.replace(/\p{Cc}/gu, '?')}）。`, packAgain)
  }
  return name
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) {
    throw new Unreadable({
      code: 'workbook_encrypted',
      what: '内部部件加了密，无法读取。',
      next: '请先取消密码，另存为 .xlsx 后再选择。',
    })
  }
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    throw damaged('使用了未知的压缩方式')
  }
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (size > limits.ratio_from_bytes && size > packed * limits.ratio) throw tooBigInside()
}

/**
 * Each entry must have bytes of its own, right from the first byte of the file, under the same name in both places.
 * Answers where the bytes of each begin.
 */
async function checkPlacement(zip: ZipFile, entries: Entry[]): Promise<Map<Entry, number>> {
  const starts = new Map<Entry, number>()
  const inOrder = entries.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of inOrder) {
    const start = entry.relativeOffsetOfLocalHeader
    if (end === 0 && start !== 0) throw damaged('文件开头有多余的内容')
    if (start < end) throw forbidden('内部部件相互重叠，是异常的压缩文件。', packAgain)
    const header = await readHeader(zip, entry)
    if (!header.fileName.equals(entry.fileNameRaw)) {
      throw forbidden('内部部件前后名称不一致，是异常的压缩文件。', packAgain)
    }
    starts.set(entry, header.fileDataStart)
    end = header.fileDataStart + entry.compressedSize
  }
  return starts
}

async function readHeader(zip: ZipFile, entry: Entry) {
  try {
    return await zip.readLocalFileHeaderPromise(entry)
  } catch (error) {
    throw damaged('压缩目录与内容对不上', error)
  }
}

async function* inflate(entry: PackedEntry): AsyncGenerator<Buffer> {
  let checksum = 0
  let size = 0
  try {
    for await (const chunk of inflated(entry)) {
      checksum = crc32(chunk, checksum)
      size += chunk.length
      if (size > entry.size) break
      yield chunk
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw damaged('内部数据解不开', error)
  }
  if (size !== entry.size) throw damaged('内部数据解不开')
  if (checksum !== entry.crc) throw damaged('内部数据的校验和不对')
}

function inflated({ method, bytes }: PackedEntry): AsyncIterable<Buffer> | Buffer[] {
  if (method === 0) return [bytes]
  const stream = createInflateRaw({ chunkSize: 128 * 1024 })
  stream.end(bytes)
  return stream
}

const tooBigInside = () => tooMuch('解开后的内容过大，超出了允许的范围。')
const tooManyEntries = () => tooMuch('内部部件过多，不是正常的工作簿。', packAgain)

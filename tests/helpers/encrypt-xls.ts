import { createHash } from 'node:crypto'
import { buildOle } from './build-ole.ts'
import { record, u16, u32, type XlsParts, xlsStream } from './build-xls.ts'

type Way = 'of 1997' | 'of 2003'

const salt = Buffer.from('0123456789abcdef')

/** The book with its records encrypted as Excel does, of 1997 with MD5 or of 2003 with SHA-1 and a key of 128 bits. */
export function encryptXls(parts: XlsParts, password: string, way: Way): Buffer {
  const keyOf = way === 'of 1997' ? shortKeys(password) : longKeys(password)
  const digest = way === 'of 1997' ? 'md5' : 'sha1'
  const verifier = Buffer.from('fedcba9876543210')
  const sealed = rc4(keyOf(0), Buffer.concat([verifier, createHash(digest).update(verifier).digest()]))
  const stream = xlsStream({ ...parts, first: [filePass(way, sealed)] })
  encrypt(stream, keyOf)
  return buildOle({ Workbook: stream })
}

function filePass(way: Way, sealed: Buffer): Buffer {
  if (way === 'of 1997') return record(0x002f, [...[1, 1, 1].flatMap(u16), ...salt, ...sealed])
  const algorithms = [4, 0, 0x6801, 0x8004, 128, 1, 0, 0].flatMap(u32)
  const header = [...algorithms, 0, 0]
  return record(0x002f, [
    ...[1, 4, 2].flatMap(u16),
    ...[4, header.length].flatMap(u32),
    ...header,
    ...u32(16),
    ...salt,
    ...sealed.subarray(0, 16),
    ...u32(20),
    ...sealed.subarray(16),
  ])
}

function shortKeys(password: string) {
  const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest()
  const start = md5(Buffer.from(password, 'utf16le')).subarray(0, 5)
  const middle = md5(Buffer.concat(Array.from({ length: 16 }, () => Buffer.concat([start, salt])))).subarray(
    0,
    5,
  )
  return (block: number) => md5(Buffer.from([...middle, ...u32(block)]))
}

function longKeys(password: string) {
  const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest()
  const start = sha1(Buffer.concat([salt, Buffer.from(password, 'utf16le')]))
  return (block: number) => sha1(Buffer.from([...start, ...u32(block)])).subarray(0, 16)
}

/** The heads of records, the beginnings, the key itself and where a sheet lies stay in the clear. */
function encrypt(stream: Buffer, keyOf: (block: number) => Buffer): void {
  const isClear = new Uint8Array(stream.length)
  for (let at = 0; at < stream.length; ) {
    const code = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    isClear.fill(1, at, code === 0x0809 || code === 0x002f ? end : at + (code === 0x0085 ? 8 : 4))
    at = end
  }
  for (let block = 0; block * 1024 < stream.length; block += 1) {
    const part = stream.subarray(block * 1024, block * 1024 + 1024)
    for (const [index, byte] of rc4(keyOf(block), part).entries()) {
      if (isClear[block * 1024 + index] === 0) part[index] = byte
    }
  }
}

function rc4(key: Buffer, plain: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number) => box[index & 255] ?? 0
  const swap = (one: number, other: number) => {
    ;[box[one & 255], box[other & 255]] = [at(other), at(one)]
  }
  let other = 0
  for (let index = 0; index < 256; index += 1) {
    other = (other + at(index) + (key[index % key.length] ?? 0)) & 255
    swap(index, other)
  }
  other = 0
  return Buffer.from(
    plain.map((byte, index) => {
      other = (other + at(index + 1)) & 255
      swap(index + 1, other)
      return byte ^ at(at(index + 1) + at(other))
    }),
  )
}

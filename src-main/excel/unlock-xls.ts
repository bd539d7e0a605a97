import { createHash } from 'node:crypto'
import { damaged, Unreadable } from './unreadable.ts'

const filePass = 0x002f
const endOfBook = 0x000a
/** PhoneticInfo, which says nothing here. */
const silent = 0x00ef
/** Records that are never encrypted; of BoundSheet8 the first four bytes are not. */
const plainRecords = new Set([0x0809, 0x002f, 0x0194, 0x0195, 0x00e1, 0x0196, 0x0138])
const boundSheet = 0x0085
const blockBytes = 1024

/**
 * An .xls whose structure is protected is encrypted with a password that every program knows and none asks for
 * ([MS-OFFCRYPTO] 2.3.6, [MS-XLS] 2.4.117). Such a book is decrypted in place; one with a password of its own is not.
 */
export function unlockXls(stream: Buffer, password = 'VelvetSweatshop'): void {
  const at = findFilePass(stream)
  if (at === undefined) return
  const data = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2))
  const keys = data.length >= 54 && data.readUInt16LE(0) === 1 ? keysOf(data, password) : undefined
  if (!keys || !fits(keys)) throw encrypted()
  decrypt(stream, keys.keyOf)
  stream.writeUInt16LE(silent, at)
}

/** Looked for among the records of the book, up to their end. */
function findFilePass(stream: Buffer): number | undefined {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const code = stream.readUInt16LE(at)
    if (code === filePass) return at
    if (code === endOfBook) return undefined
  }
  return undefined
}

interface Keys {
  /** The key of the n-th block of 1024 bytes. */
  keyOf(block: number): Buffer
  /** Random bytes and their digest, encrypted one behind the other. */
  verifier: Buffer
  digest: 'md5' | 'sha1'
}

function keysOf(data: Buffer, password: string): Keys | undefined {
  const secret = Buffer.from(password, 'utf16le')
  const version = data.readUInt16LE(2)
  if (version === 1) return shortKeys(data, secret)
  return version <= 4 && data.readUInt16LE(4) === 2 ? longKeys(data, secret) : undefined
}

/** Of Excel 97: forty bits of an MD5 digest. */
function shortKeys(data: Buffer, secret: Buffer): Keys {
  const salt = data.subarray(6, 22)
  const first = hash('md5', secret).subarray(0, 5)
  const mixed = hash('md5', ...Array.from({ length: 16 }, () => [first, salt]).flat()).subarray(0, 5)
  return {
    keyOf: (block) => hash('md5', mixed, asBytes(block)),
    verifier: data.subarray(22, 54),
    digest: 'md5',
  }
}

/** Of Excel 2003 and later: SHA-1, the length of the key stands in the file. */
function longKeys(data: Buffer, secret: Buffer): Keys | undefined {
  const salt = 14 + data.readUInt32LE(10) + 4
  const end = salt + 16 + 16 + 4 + 20
  if (data.length < end) throw damaged('加密信息读不通')
  const bytes = (data.readUInt32LE(14 + 16) || 40) / 8
  const mixed = hash('sha1', data.subarray(salt, salt + 16), secret)
  return {
    keyOf(block) {
      const key = hash('sha1', mixed, asBytes(block)).subarray(0, bytes)
      return bytes === 5 ? Buffer.concat([key], 16) : key
    },
    verifier: Buffer.concat([data.subarray(salt + 16, salt + 32), data.subarray(salt + 36, end)]),
    digest: 'sha1',
  }
}

function fits({ keyOf, verifier, digest }: Keys): boolean {
  const stream = keyStream(keyOf(0), verifier.length)
  const plain = verifier.map((byte, index) => byte ^ (stream[index] ?? 0))
  return hash(digest, plain.subarray(0, 16)).equals(plain.subarray(16))
}

/** The heads of records are in the clear, but the stream of keys runs on beneath them. */
function decrypt(stream: Buffer, keyOf: (block: number) => Buffer): void {
  let block = -1
  let keys: Uint8Array = new Uint8Array()
  for (let at = 0; at + 4 <= stream.length; ) {
    const code = stream.readUInt16LE(at)
    const end = Math.min(stream.length, at + 4 + stream.readUInt16LE(at + 2))
    const start = plainRecords.has(code) ? end : at + 4 + (code === boundSheet ? 4 : 0)
    for (let place = start; place < end; place += 1) {
      if (Math.floor(place / blockBytes) !== block) {
        block = Math.floor(place / blockBytes)
        keys = keyStream(keyOf(block), blockBytes)
      }
      stream[place] = (stream[place] ?? 0) ^ (keys[place % blockBytes] ?? 0)
    }
    at = end
  }
}

/** RC4, which Node no longer brings along. */
function keyStream(key: Buffer, length: number): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index)
  const swap = (one: number, other: number) => {
    const kept = state[one] ?? 0
    state[one] = state[other] ?? 0
    state[other] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  const stream = new Uint8Array(length)
  for (let place = 0, i = 0, j = 0; place < length; place += 1) {
    i = (i + 1) & 255
    j = (j + (state[i] ?? 0)) & 255
    swap(i, j)
    stream[place] = state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0
  }
  return stream
}

function hash(name: 'md5' | 'sha1', ...pieces: readonly Uint8Array[]): Buffer {
  const digest = createHash(name)
  for (const piece of pieces) digest.update(piece)
  return digest.digest()
}

function asBytes(block: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(block)
  return bytes
}

function encrypted(): Unreadable {
  return new Unreadable({
    code: 'workbook_encrypted',
    what: '设置了打开密码，无法读取。',
    next: '请用 WPS 或 Excel 打开，取消打开密码，保存后再选择。',
  })
}

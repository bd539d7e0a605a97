import { crc32, inflateRawSync } from 'node:zlib'

export interface ZippedPart {
  name: string
  packed: Buffer
  content: Buffer
}

/** The parts of a zip package in its own order, read without the reader that is being tested. */
export function unzip(bytes: Buffer): ZippedPart[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  const parts: ZippedPart[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const content = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`wrong checksum: ${name}`)
    parts.push({ name, packed, content })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

export function partText(bytes: Buffer, name: string): string {
  const part = unzip(bytes).find((one) => one.name === name)
  if (!part) throw new Error(`no part ${name}`)
  return part.content.toString('utf8')
}

/** Names of the parts that are not byte for byte the same in both packages, also packed; sorted. */
export function differentParts(before: Buffer, after: Buffer): string[] {
  const old = new Map(unzip(before).map((part) => [part.name, part]))
  const parts = unzip(after)
  const changed = parts.filter(({ name, packed }) => !old.get(name)?.packed.equals(packed))
  const gone = [...old.keys()].filter((name) => !parts.some((part) => part.name === name))
  return [...changed.map(({ name }) => name), ...gone].sort()
}

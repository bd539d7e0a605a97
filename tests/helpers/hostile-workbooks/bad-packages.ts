import { deflateRawSync } from 'node:zlib'
import { sheetPart, type WorkbookParts, workbookEntries } from '../build-workbook.ts'
import { buildZip, type ZipEntry } from '../build-zip.ts'
import { randomNumbers } from '../random-numbers.ts'
import { roster, rosterRows, textRows } from './hostile-case.ts'

export const megabyte = 1 << 20

export function rosterEntries(parts: Omit<WorkbookParts, 'sheets'> = {}): ZipEntry[] {
  return workbookEntries({ ...parts, sheets: [{ name: '名册', data: textRows(rosterRows) }] })
}

export function scrambled(): Buffer {
  const bytes = Buffer.from(roster())
  const random = randomNumbers(5)
  const middle = Math.floor(bytes.length / 2)
  for (let index = middle; index < middle + 60; index += 1) bytes[index] = Math.floor(random() * 256)
  return bytes
}

export function blanks(size: number, declaredSize = size): Buffer {
  const [before = '', after = ''] = sheetPart({ data: '|' }).split('|')
  const content = Buffer.alloc(size, ' ')
  content.write(before)
  content.write(after, size - after.length)
  const sheet = 'xl/worksheets/sheet1.xml'
  return buildZip(
    rosterEntries().map((entry) => (entry.name === sheet ? { ...entry, content, declaredSize } : entry)),
  )
}

export function nested(depth: number): Buffer {
  let inside: Buffer = deflateRawSync(Buffer.alloc(megabyte))
  for (let level = 0; level < depth; level += 1) {
    const content = inside
    inside = buildZip(Array.from({ length: 16 }, (_, index) => ({ name: `${level}-${index}.zip`, content })))
  }
  return inside
}

/** The end record says that the true numbers stand in one of 64 bits, and there they are beyond all measure. */
export function zip64(): Buffer {
  const good = roster()
  const end = Buffer.from(good.subarray(-22))
  const record = Buffer.alloc(56, 0xff)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(good.length - 22), 8)
  locator.writeUInt32LE(1, 16)
  end.fill(0xff, 8, 20)
  return Buffer.concat([good.subarray(0, -22), record, locator, end])
}

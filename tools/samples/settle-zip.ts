/** 1980-01-01 00:00, the first moment a zip can tell. */
const first_date = 0x0021

/**
 * Puts one fixed time on every entry of a zip, in its local and its central header, so that the same content always
 * makes the same file. Throws on what is no plain zip.
 */
export function settleZip(zip: Buffer): Buffer {
  const settled = Buffer.from(zip)
  const end = settled.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0) throw new Error('no end of a zip')
  const count = settled.readUInt16LE(end + 10)
  let central = settled.readUInt32LE(end + 16)
  for (let entry = 0; entry < count; entry++) {
    if (settled.readUInt32LE(central) !== 0x02014b50) throw new Error('no entry where the zip says one is')
    const local = settled.readUInt32LE(central + 42)
    for (const at of [central + 12, local + 10]) {
      settled.writeUInt16LE(0, at)
      settled.writeUInt16LE(first_date, at + 2)
    }
    const lengths = [28, 30, 32].map((at) => settled.readUInt16LE(central + at))
    central += 46 + lengths.reduce((sum, length) => sum + length, 0)
  }
  return settled
}

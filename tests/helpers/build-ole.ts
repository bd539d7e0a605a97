const sectorBytes = 512
const endOfChain = 0xfffffffe
const free = 0xffffffff

/** An OLE2 file with these streams below its root; null for a storage, whose content nobody looks at. */
export function buildOle(streams: Record<string, Buffer | null>): Buffer {
  const names = Object.keys(streams)
  // Small streams lie elsewhere in such a file: these are filled up so that none is small.
  const contents = names.map((name) => padded(streams[name] ?? Buffer.alloc(0), 8))
  const directory = padded(
    Buffer.concat([
      entry('Root Entry', { type: 5, child: names.length > 0 ? 1 : free }),
      ...names.map((name, index) => {
        const right = index + 2 <= names.length ? index + 2 : free
        const start = firstSector(contents, index)
        const isStream = streams[name] !== null
        return entry(name, {
          type: isStream ? 2 : 1,
          right,
          start: isStream ? start : 0,
          size: isStream ? (contents[index]?.length ?? 0) : 0,
        })
      }),
    ]),
  )
  const chains = [...contents, directory].map((bytes) => bytes.length / sectorBytes)
  const table = allocationTable(chains)
  const header = headerOf(table.length / sectorBytes, sum(chains), firstSector(contents, contents.length))
  return Buffer.concat([header, ...contents, directory, table])
}

function firstSector(contents: readonly Buffer[], index: number): number {
  return sum(contents.slice(0, index).map((bytes) => bytes.length / sectorBytes))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function padded(bytes: Buffer, atLeast = 1): Buffer {
  const sectors = Math.max(atLeast, Math.ceil(bytes.length / sectorBytes))
  return Buffer.concat([bytes], sectors * sectorBytes)
}

/** Each chain in one piece, the table itself behind them all. */
function allocationTable(chains: readonly number[]): Buffer {
  const used = sum(chains)
  let own = 1
  while (own * 128 < used + own) own += 1
  const next: number[] = []
  for (const length of chains) {
    for (let place = 1; place < length; place += 1) next.push(next.length + 1)
    next.push(endOfChain)
  }
  for (let place = 0; place < own; place += 1) next.push(0xfffffffd)
  const table = Buffer.alloc(own * sectorBytes, 0xff)
  for (const [index, number] of next.entries()) table.writeUInt32LE(number, index * 4)
  return table
}

function headerOf(tableSectors: number, tableStart: number, directoryStart: number): Buffer {
  if (tableSectors > 109) throw new Error('This builder writes files of up to 7 MB')
  const header = Buffer.alloc(sectorBytes)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(tableSectors, 44)
  header.writeUInt32LE(directoryStart, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(endOfChain, 60)
  header.writeUInt32LE(endOfChain, 68)
  for (let place = 0; place < 109; place += 1) {
    header.writeUInt32LE(place < tableSectors ? tableStart + place : free, 76 + place * 4)
  }
  return header
}

function entry(
  name: string,
  { type, right = free, child = free, start = endOfChain, size = 0 }: Partial<Record<string, number>>,
): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 0, 62, 'utf16le')
  bytes.writeUInt16LE(name.length * 2 + 2, 64)
  bytes[66] = type ?? 0
  bytes[67] = 1
  bytes.writeUInt32LE(free, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}

let codes: Map<string, number> | undefined

/** What the system can decode but not encode: its characters of one and two bytes. */
export function encodeGb18030(text: string): Buffer {
  codes ??= twoByteCodes()
  const bytes: number[] = []
  for (const character of text) {
    const code =
      character.length === 1 && character < '\u0080' ? character.charCodeAt(0) : codes.get(character)
    if (code === undefined) throw new Error(`No code of two bytes: ${character}`)
    if (code > 0xff) bytes.push(code >> 8)
    bytes.push(code & 0xff)
  }
  return Buffer.from(bytes)
}

function twoByteCodes(): Map<string, number> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), (lead << 8) | trail)
    }
  }
  return found
}

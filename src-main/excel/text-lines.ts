/** Counts the lines that a text takes when it is wrapped, as Excel and WPS wrap Chinese. */
export interface TextBox {
  /** Room for text, in points. */
  width: number
  /** Size of the font, in points. */
  size: number
}

const mayNotStart = 1
const mayNotEnd = 2
const inWord = 4

/** What each character is, by its code: looked up, since a bulk ledger has some ten million of them. */
const kinds = new Uint8Array(0x10000)
const note = (characters: string, kind: number) => {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}
// Marks that may not begin a line take the character before them along; those that may not end one, the next.
note('、。，．・：；？！）〉》」』】〕〗”’％‰,.:;?!)]}%…—', mayNotStart)
note('（〈《「『【〔〖“‘([{￥', mayNotEnd)
note('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', inWord)
note('_/\\@#&+-\'"=<>*~^|$', inWord)
kinds.fill(inWord, 0xc0, 0x250)

export function countLines(text: string, box: TextBox): number {
  // No character is wider than one em.
  if (text.length * box.size <= box.width && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, line) => lines + countWrapped(line, box.width / box.size), 0)
}

/** In em, on one line. */
export function textWidth(text: string): number {
  let sum = 0
  for (let at = 0; at < text.length; at += 1) if (!isSecondHalf(text, at)) sum += widthOf(text.charCodeAt(at))
  return sum
}

/** `room` in em. */
function countWrapped(line: string, room: number): number {
  let lines = 1
  let used = 0
  let unit = 0
  let before = 0
  const place = () => {
    if (used > 0 && used + unit > room) {
      lines += 1
      used = 0
    }
    // A word longer than the line is broken wherever it meets the edge.
    if (unit > room) {
      lines += Math.ceil(unit / room) - 1
      used += unit % room
    } else used += unit
  }
  // A unit is what cannot be parted: a word, or a mark with its neighbours.
  for (let at = 0; at < line.length; at += 1) {
    if (isSecondHalf(line, at)) continue
    const code = line.charCodeAt(at)
    const kind = kinds[code] ?? 0
    // LibreOffice also keeps a word together with the mark before it: 、12月.
    const sticks =
      kind & mayNotStart || before & mayNotEnd || (kind & inWord && before & (inWord | mayNotStart))
    if (at > 0 && !sticks) {
      place()
      unit = 0
    }
    unit += widthOf(code)
    before = kind
  }
  place()
  return lines
}

/** Of a rare character that takes two places in a string. */
function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code < 0xe000 && at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800
}

/**
 * In em. 宋体 and 黑体 draw a half-width character half an em wide, the fonts that stand in for them on other systems
 * a little wider: a row a bit too high is better than a cut line.
 */
function widthOf(code: number): number {
  // Curly quotes and dashes are full-width in Chinese fonts although Unicode calls their width ambiguous.
  if (code > 0x2e7f || (code >= 0x2000 && code <= 0x27bf)) return 1
  return narrow[code] ?? 0.56
}

const narrow: number[] = Array(128).fill(0.56)
for (const capital of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') narrow[capital.charCodeAt(0)] = 0.66
for (const broad of 'MWmw@%') narrow[broad.charCodeAt(0)] = 0.85

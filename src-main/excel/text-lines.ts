/** Counts the lines that a text takes when it is wrapped, as Excel and WPS wrap Chinese. */
export interface TextBox {
  /** Room for text, in points. */
  width: number
  /** Size of the font, in points. */
  size: number
}

// Marks that may not begin a line take the character before them along; those that may not end one, the next.
const noStart = /[、。，．・：；？！）〉》」』】〕〗”’％‰,.:;?!)\]}%…—]/
const noEnd = /[（〈《「『【〔〖“‘([{￥]/
const wordPart = /[A-Za-z0-9À-ɏ_/\\@#&+\-'"=<>*~^|$]/

export function countLines(text: string, box: TextBox): number {
  return text.split('\n').reduce((lines, line) => lines + countWrapped(line, box), 0)
}

/** In em, on one line. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + widthOf(character), 0)
}

function countWrapped(line: string, { width, size }: TextBox): number {
  const room = width / size
  let lines = 1
  let used = 0
  for (const unit of unitsOf(line)) {
    if (used > 0 && used + unit > room) {
      lines += 1
      used = 0
    }
    // A word longer than the line is broken wherever it meets the edge.
    lines += Math.max(0, Math.ceil(unit / room) - 1)
    used += unit > room ? unit % room : unit
  }
  return lines
}

/** The widths, in em, of what cannot be parted: words, and marks with their neighbours. */
function unitsOf(line: string): number[] {
  const units: number[] = []
  let before = ''
  for (const character of line) {
    const sticks =
      before !== '' &&
      (noStart.test(character) || noEnd.test(before) || (wordPart.test(before) && wordPart.test(character)))
    const width = widthOf(character)
    if (sticks) units.push((units.pop() ?? 0) + width)
    else units.push(width)
    before = character
  }
  return units
}

/**
 * In em. 宋体 and 黑体 draw a half-width character half an em wide, the fonts that stand in for them on other systems
 * a little wider: a row a bit too high is better than a cut line.
 */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  // Curly quotes and dashes are full-width in Chinese fonts although Unicode calls their width ambiguous.
  if (code > 0x2e7f || (code >= 0x2000 && code <= 0x27bf)) return 1
  if (/[MWmw@%]/.test(character)) return 0.85
  if (/[A-Z]/.test(character)) return 0.66
  return 0.56
}

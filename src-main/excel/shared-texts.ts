import { textElement } from './xml-text.ts'

const mostTexts = 50_000
const longestText = 200

/** Texts that cells refer to by number. Names and states return on every row; titles do not, and stay in their cells. */
export class SharedTexts {
  private readonly numbers = new Map<string, number>()
  private uses = 0

  /** Undefined when the table is full, or the text too long to be worth keeping. */
  numberOf(text: string): number | undefined {
    let number = this.numbers.get(text)
    if (number === undefined) {
      if (this.numbers.size === mostTexts || text.length > longestText) return undefined
      number = this.numbers.size
      this.numbers.set(text, number)
    }
    this.uses += 1
    return number
  }

  *xml(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.uses}" uniqueCount="${this.numbers.size}">`
    let piece = ''
    for (const text of this.numbers.keys()) {
      piece += `<si>${textElement(text)}</si>`
      if (piece.length < 65_536) continue
      yield piece
      piece = ''
    }
    yield `${piece}</sst>`
  }
}

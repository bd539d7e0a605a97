// Cells as most programs write them are read in one go; whatever is unusual about a cell sends it the long way.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSheet, type SheetContext } from '../../../src-main/excel/read-sheet.ts'
import { readSharedStrings } from '../../../src-main/excel/shared-strings.ts'
import { Unreadable } from '../../../src-main/excel/unreadable.ts'

async function* piecesOf(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 97) yield bytes.subarray(at, at + 97)
}

const context = (): SheetContext => ({
  shared_strings: ['党建组', ' ', '一\n二', '_x0041_'],
  formats: ['number', 'date', 'percent', 'time'],
  uses_1904: false,
  cells_left: 1000,
})

interface Cell {
  r: string
  s: string
  t: string
  content: string
}

const plain = ({ r, s, t, content }: Cell) => `<c r="${r}"${s}${t}${content}`
/** The same with its attributes the other way round. */
const unusual = ({ r, s, t, content }: Cell) => `<c${t}${s} r="${r}"${content}`

const value = fc.constantFrom(
  '',
  '0',
  '1',
  '46346',
  '0.5',
  ' 12 ',
  '1e3',
  '-1.50',
  '9',
  '99',
  'TRUE',
  '#N/A',
  '2026-11-20',
  '110101199003071234',
  '一 二',
)
const text = fc.string({
  unit: fc.constantFrom(...'一a \n', '&amp;', '&#13;', ']', '_x000D_', '𠮷'),
  maxLength: 6,
})
const content = fc.oneof(
  fc.constant('/>'),
  value.map((raw) => `><v>${raw}</v></c>`),
  text.map((raw) => `><is><t>${raw}</t></is></c>`),
  text.map((raw) => `><is><t xml:space="preserve">${raw}</t></is></c>`),
)
const cell = fc.record({
  r: fc.constantFrom('A1', 'B1', 'C1', 'D1', 'E1', 'A2', 'XFE1', 'GS1', 'a1'),
  s: fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="77"'),
  t: fc.constantFrom('', ' t="n"', ' t="s"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="e"', ' t="d"'),
  content,
})
const inOrder = fc
  .array(cell, { maxLength: 5 })
  .map((cells) => cells.map((one, at) => ({ ...one, r: `${'ABCDE'[at]}1` })))
const rows = fc.oneof({ weight: 4, arbitrary: inOrder }, fc.array(cell, { maxLength: 4 }))

async function outcome(work: Promise<unknown>): Promise<unknown> {
  return await work.catch((error: unknown) => (error instanceof Unreadable ? error.reason : String(error)))
}

it('cells come out the same either way, and what is wrong with them too', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (cells) => {
      const read = (way: (cell: Cell) => string) =>
        outcome(
          readSheet(
            piecesOf(
              `<worksheet><sheetData><row r="1">${cells.map(way).join('')}</row></sheetData></worksheet>`,
            ),
            context(),
          ),
        )
      expect(await read(plain)).toEqual(await read(unusual))
    }),
    { numRuns: 500 },
  )
})

it('shared texts come out the same either way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text), async (texts) => {
      const read = (item: (text: string) => string) =>
        readSharedStrings(piecesOf(`<sst>${texts.map(item).join('')}</sst>`))
      const usual = await read((one) => `<si><t xml:space="preserve">${one}</t></si>`)
      expect(usual).toHaveLength(texts.length)
      expect(usual).toEqual(await read((one) => `<si><r><t>${one}</t></r></si>`))
    }),
  )
})

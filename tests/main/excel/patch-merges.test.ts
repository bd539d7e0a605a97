import { expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { buildSheet } from '../../helpers/build-workbook.ts'
import { onSheet1, patched } from '../../helpers/patched.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { partText } from '../../helpers/unzip.ts'

const area = (first_row: number, last_row: number, column = 1) => ({
  first_row,
  first_column: column,
  last_row,
  last_column: column,
})
const rows = [1, 2, 3, 4, 5, 6]
  .map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c></row>`)
  .join('')
const sheetOf = (bytes: Buffer) => partText(bytes, 'xl/worksheets/sheet1.xml')

it('adds a list of merges before what has to stand behind it', async () => {
  const out = await patched(
    buildSheet(rows, {}, { after: '<pageMargins left="1"/>' }),
    onSheet1({ merges: { add: [area(2, 4)] } }),
  )
  expect(sheetOf(out)).toContain(
    '</sheetData><mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells><pageMargins left="1"/>',
  )
  expect((await readWorkbook(saveBytes(out))).sheets[0]?.merges).toEqual([area(2, 4)])
})

it('adds to a list that is there, and counts it', async () => {
  const book = buildSheet(rows, {}, { after: '<mergeCells count="1"><mergeCell ref="B1:C1"/></mergeCells>' })
  const out = await patched(book, onSheet1({ merges: { add: [area(2, 3), area(4, 5)] } }))
  expect(sheetOf(out)).toContain(
    '<mergeCells count="3"><mergeCell ref="B1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="A4:A5"/></mergeCells>',
  )
})

it('parts merged cells, writes into them and merges them anew', async () => {
  const book = buildSheet(
    rows,
    {},
    { after: '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="A4:A6"/></mergeCells>' },
  )
  const edits = onSheet1({
    cells: [{ row: 2, column: 1, value: { text: '第二行' } }],
    merges: { remove: [area(1, 3), area(4, 6)], add: [area(3, 6)] },
  })
  const { sheets } = await readWorkbook(saveBytes(await patched(book, edits)))
  expect(sheets[0]?.merges).toEqual([area(3, 6)])
  expect(sheets[0]?.rows[1]?.cells[0]?.text).toBe('第二行')
})

it('leaves no empty list behind', async () => {
  const book = buildSheet(rows, {}, { after: '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>' })
  const out = await patched(book, onSheet1({ merges: { remove: [area(1, 3)] } }))
  expect(sheetOf(out)).not.toContain('mergeCell')
})

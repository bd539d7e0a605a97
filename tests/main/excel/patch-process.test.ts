import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openExcel } from '../../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import { buildSheet } from '../../helpers/build-workbook.ts'
import { onSheet1 } from '../../helpers/patched.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { cellsOf, saveBytes } from '../../helpers/read-bytes.ts'
import { differentParts } from '../../helpers/unzip.ts'

function room(limit?: number) {
  const excel = openExcel(startNodeProcess, limit)
  onTestFinished(() => excel.stop())
  return excel
}

const book = buildSheet('<row r="1"><c r="A1"><v>1</v></c></row>')
const edits = onSheet1({ cells: [{ row: 1, column: 1, value: { text: '新' } }] })

it('patches in the Excel process, beside the source, which stays as it is', async () => {
  const path = saveBytes(book, '表.xlsx')
  const out = join(dirname(path), '改后.xlsx')
  const { bytes } = await room().patch(path, out, edits)
  const after = readFileSync(out)
  expect(after.length).toBe(bytes)
  expect(differentParts(book, after)).toEqual(['xl/worksheets/sheet1.xml'])
  expect(await cellsOf(after)).toMatchObject({ A1: { text: '新' } })
  expect(readFileSync(path).equals(book)).toBe(true)
})

it('names the source when that is at fault, and writes nothing', async () => {
  const path = saveBytes(Buffer.from('PK\x03\x04 nonsense'), '坏表.xlsx')
  const out = join(dirname(path), '改后.xlsx')
  expect(await problemOf(room().patch(path, out, edits))).toMatchObject({
    code: 'workbook_damaged',
    where: '坏表.xlsx',
  })
  expect(readdirSync(dirname(path))).toEqual(['坏表.xlsx'])
})

it('names the target when that cannot be written', async () => {
  const path = saveBytes(book, '表.xlsx')
  const out = join(dirname(path), '没有的文件夹', '改后.xlsx')
  expect(await problemOf(room().patch(path, out, edits))).toMatchObject({
    code: 'export_not_saved',
    where: out,
  })
  expect(existsSync(dirname(out))).toBe(false)
})

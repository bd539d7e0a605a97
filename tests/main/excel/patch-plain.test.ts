import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { patchWorkbook } from '../../../src-main/excel/patch-workbook.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import type { ReadWorkbook } from '../../../src-main/excel/workbook.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const corpus = process.env.CORPUS_DIR ? join(process.env.CORPUS_DIR, 'dev') : undefined

async function copied(path: string): Promise<ReadWorkbook> {
  const out = join(tempFolder(), '退回.xlsx')
  await patchWorkbook(path, out, { sheets: [] })
  return await readWorkbook(out)
}

/** What is seen of a book: where formulas were, only their values are left. */
function seen({ sheets }: ReadWorkbook) {
  return sheets.map(({ rows, ...sheet }) => ({
    ...sheet,
    rows: rows.map(({ cells, ...row }) => ({
      ...row,
      cells: cells.map(({ address, kind, text, date }) => ({ address, kind, text, date })),
    })),
  }))
}

it('a text table becomes a workbook with the same cells, and takes edits', async () => {
  const path = saveBytes(Buffer.from('\uFEFF姓名,备注\n=1+1,"一行\n二行"\n0012, 空 \n'), '名册.csv')
  expect(seen(await copied(path))).toEqual(seen(await readWorkbook(path)))
  const out = join(tempFolder(), '退回.xlsx')
  const cells = [{ row: 2, column: 3, value: { text: '原因' }, style: { like_column: 2, is_note: true } }]
  await patchWorkbook(path, out, { sheets: [{ sheet: '名册', cells }] })
  const { sheets } = await readWorkbook(out)
  expect(sheets[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual(['=1+1', '一行\n二行', '原因'])
})

describe.skipIf(!corpus)('real files in other formats (not run without CORPUS_DIR)', () => {
  const names = readdirSync(corpus ?? '.').filter(
    (name) => /\.(xls|et|csv)$|实为xls/.test(name) && !name.startsWith('r099'),
  )
  it.each(names)('%s keeps its cells', async (name) => {
    const path = join(corpus ?? '', name)
    expect(seen(await copied(path))).toEqual(seen(await readWorkbook(path)))
  })

  it.skipIf(!hasLibreOffice)(
    'LibreOffice opens the copies',
    async () => {
      const folder = tempFolder()
      const copies = await Promise.all(
        names.slice(0, 6).map(async (name) => {
          const out = join(folder, `${name}.xlsx`)
          await patchWorkbook(join(corpus ?? '', name), out, { sheets: [] })
          return out
        }),
      )
      const opened = convertWithLibreOffice(copies, 'xlsx:Calc MS Excel 2007 XML')
      for (const [index, path] of opened.entries()) {
        const texts = async (one: string) =>
          (await readWorkbook(one)).sheets.flatMap(({ rows }) =>
            rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
          )
        expect(await texts(path)).toEqual(await texts(copies[index] ?? ''))
      }
    },
    60_000,
  )
})

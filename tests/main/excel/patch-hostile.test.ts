import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openExcel } from '../../../src-main/excel/excel.ts'
import type { WorkbookEdits } from '../../../src-main/excel/patch-edits.ts'
import { patchWorkbook } from '../../../src-main/excel/patch-workbook.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { workbookEntries } from '../../helpers/build-workbook.ts'
import { buildZip, type ZipEntry } from '../../helpers/build-zip.ts'
import { hostileCases } from '../../helpers/hostile-workbooks/all-cases.ts'
import { randomNumbers } from '../../helpers/random-numbers.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (...links: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** A book with all that a patch looks at. */
function parts(): ZipEntry[] {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const row = index + 1
    return `<row r="${row}" spans="1:4" ht="20"><c r="A${row}" s="1"><v>${row}</v></c><c r="B${row}" t="s"><v>0</v></c><c r="C${row}"><f>SUM(A$1:A${row})*'附 表'!$B$${row}</f><v>1</v></c></row>`
  })
  return workbookEntries({
    shared: ['张三'],
    formats: [14],
    sheets: [
      {
        before: '<dimension ref="A1:C12"/><cols><col min="1" max="3" width="9"/></cols>',
        data: `${rows.join('')}<row r="13"><c r="D13"><f t="shared" si="0" ref="D13:D14">A12</f></c></row><row r="14"><c r="D14"><f t="shared" si="0"/></c></row>`,
        after:
          '<mergeCells count="1"><mergeCell ref="E1:F1"/></mergeCells><conditionalFormatting sqref="A1:A9"><cfRule type="expression"><formula>A1&gt;$A$9</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="B5"><formula1>$A$9</formula1></dataValidation></dataValidations><drawing r:id="rId3"/><legacyDrawing r:id="rId2"/>',
      },
      { name: '附 表', data: '<row r="9"><c r="A9"><f>Sheet1!A9</f><v>1</v></c></row>' },
    ],
    replace: {
      'xl/worksheets/_rels/sheet1.xml.rels': rels(
        ['rId1', 'comments', '../comments1.xml'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId3', 'drawing', '../drawings/drawing1.xml'],
      ),
      'xl/comments1.xml':
        '<comments><authors><author>上级</author></authors><commentList><comment ref="A9" authorId="0"><text><t>说明</t></text></comment></commentList></comments>',
      'xl/drawings/vmlDrawing1.vml':
        '<xml><v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Anchor>1, 2, 8, 3, 4, 5, 12, 6</x:Anchor><x:Row>8</x:Row><x:Column>0</x:Column></x:ClientData></v:shape></xml>',
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:row>6</xdr:row></xdr:from><xdr:to><xdr:row>9</xdr:row><xdr:rowOff>1</xdr:rowOff></xdr:to></xdr:twoCellAnchor></xdr:wsDr>',
    },
  })
}

const edits: WorkbookEdits = {
  recalculates: true,
  sheets: [
    {
      sheet: 'Sheet1',
      insert_rows: [{ before: 5, count: 3, like: 4, grows_ranges_above: true }],
      clears_marks: true,
      cells: [
        { row: 6, column: 1, value: { date: '2026-11-16' }, style: { mark: 'wrong' } },
        { row: 12, column: 7, value: { text: '原因' }, style: { like_column: 2, is_note: true } },
        { row: 99, column: 2, style: { mark: 'warning' } },
      ],
      comments: [
        { row: 12, column: 1, text: '又一条' },
        { row: 6, column: 1, text: '新的' },
      ],
      columns: [{ column: 7, width: 30 }],
      rows: [{ row: 12, at_least: 40 }],
    },
  ],
}

/** Bytes changed, cut out, doubled or cut off. */
function spoil(content: Buffer, random: () => number): Buffer {
  const place = () => Math.floor(random() * content.length)
  const [one, other] = [place(), place()].sort((a, b) => a - b) as [number, number]
  const kind = Math.floor(random() * 4)
  const middle = content.subarray(one, Math.min(other, one + 40))
  if (kind === 0) return Buffer.concat([content.subarray(0, one), content.subarray(one + middle.length)])
  if (kind === 1) return Buffer.concat([content.subarray(0, one), middle, content.subarray(one)])
  if (kind === 2) return content.subarray(0, one)
  const changed = Buffer.from(content)
  for (let count = 3; count > 0; count -= 1) changed[place()] = Math.floor(random() * 256)
  return changed
}

async function outcome(path: string, work: () => Promise<unknown>): Promise<'done' | 'refused'> {
  try {
    await work()
    return 'done'
  } catch (error) {
    if (!(error instanceof UserProblem)) throw new Error(`a bug in ${path}`, { cause: error })
    expect(error.problem.message).toMatch(/^“[^”]+”.+。$/s)
    return 'refused'
  }
}

it('a book with one part spoilt is patched into one that can be read, or refused in words', async () => {
  const good = parts()
  const random = randomNumbers(2026)
  const folder = tempFolder()
  const out = join(folder, '改后.xlsx')
  const tally = { done: 0, refused: 0 }
  for (let mutant = 0; mutant < 600; mutant += 1) {
    const victim = Math.floor(random() * good.length)
    const entries = good.map((entry, index) =>
      index === victim ? { ...entry, content: spoil(Buffer.from(entry.content), random) } : entry,
    )
    const path = saveBytes(buildZip(entries), '周报.xlsx')
    const result = await outcome(`${mutant} ${String(good[victim]?.name)}`, () =>
      patchWorkbook(path, out, edits),
    )
    tally[result] += 1
    if (result === 'done') await readWorkbook(out)
  }
  expect(tally.done).toBeGreaterThan(100)
  expect(tally.refused).toBeGreaterThan(100)
}, 60_000)

it('the book itself is patched', async () => {
  const out = join(tempFolder(), '改后.xlsx')
  await patchWorkbook(saveBytes(buildZip(parts())), out, edits)
  const { sheets } = await readWorkbook(out)
  const cells = sheets[0]?.rows.flatMap(({ cells }) => cells.map(({ address, text }) => [address, text]))
  expect(Object.fromEntries(cells ?? [])).toMatchObject({
    A6: '2026-11-16',
    G12: '原因',
    C15: '1',
    B15: '张三',
  })
})

const excel = openExcel(startNodeProcess)
afterAll(() => excel.stop())

it.each(hostileCases.map((one) => [`${one.id} ${one.what}`, one] as const))(
  '%s is patched or refused',
  async (_, one) => {
    const path = saveBytes(one.bytes(), one.name)
    const out = join(tempFolder(), '改后.xlsx')
    let sheet = 'Sheet1'
    const read = await outcome(path, async () => {
      sheet = (await excel.read(path)).sheets[0]?.name ?? ''
    })
    const cells = [
      { row: 3, column: 1, style: { mark: 'wrong' as const } },
      { row: 3, column: 180, value: { text: '原因' }, style: { like_column: 1, is_note: true } },
    ]
    const insert_rows = [{ before: 2, count: 1, like: 2 }]
    const patch = { sheet, insert_rows, cells, comments: [{ row: 3, column: 1, text: '不对' }] }
    const patched = await outcome(path, () => excel.patch(path, out, { recalculates: true, sheets: [patch] }))
    // What cannot be read is never patched.
    if (read === 'refused') expect(patched).toBe('refused')
    if (patched === 'done') expect((await excel.read(out)).sheets.length).toBeGreaterThan(0)
  },
  30_000,
)

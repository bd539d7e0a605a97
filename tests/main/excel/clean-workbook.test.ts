import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { cleanWorkbook } from '../../../src-main/excel/clean-workbook.ts'
import { readPackageFacts } from '../../../src-main/excel/package-facts.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { buildZip } from '../../helpers/build-zip.ts'
import { convertWithLibreOffice, hasLibreOffice } from '../../helpers/libreoffice.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { differentParts, partText, unzip } from '../../helpers/unzip.ts'

/** Two sheets, one of them with comments, and the names of those who wrote it. */
async function commented(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '某同志'
  workbook.lastModifiedBy = '另一同志'
  workbook.company = '某单位'
  const sheet = workbook.addWorksheet('汇总')
  sheet.addRows([
    ['序号', '姓名'],
    [1, '周敏'],
  ])
  sheet.mergeCells('A4:B4')
  sheet.getCell('B2').note = '这里要改'
  sheet.getCell('A1').note = '再看看'
  workbook.addWorksheet('底稿').addRow(['甲'])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function cleaned(bytes: Buffer): Promise<{ path: string; bytes: Buffer }> {
  const path = join(tempFolder(), '干净.xlsx')
  await cleanWorkbook(saveBytes(bytes), path)
  return { path, bytes: readFileSync(path) }
}

/** The package with parts changed or added, as other programs write them. */
function withParts(
  bytes: Buffer,
  edit: (name: string, text: string) => string,
  more: Record<string, string> = {},
) {
  const parts = unzip(bytes).map(({ name, content }) => ({
    name,
    content: edit(name, content.toString('utf8')),
  }))
  return buildZip([...parts, ...Object.entries(more).map(([name, content]) => ({ name, content }))])
}

it('takes comments, their drawing and all names away, and leaves every other part byte for byte', async () => {
  const before = await commented()
  const { path, bytes } = await cleaned(before)
  expect(differentParts(before, bytes)).toEqual([
    '[Content_Types].xml',
    'docProps/app.xml',
    'docProps/core.xml',
    'xl/comments1.xml',
    'xl/drawings/vmlDrawing1.vml',
    'xl/worksheets/_rels/sheet1.xml.rels',
    'xl/worksheets/sheet1.xml',
  ])
  const sheet = partText(before, 'xl/worksheets/sheet1.xml')
  expect(partText(bytes, 'xl/worksheets/sheet1.xml')).toBe(sheet.replace(/<legacyDrawing[^>]*\/>/, ''))
  expect(partText(bytes, '[Content_Types].xml')).not.toContain('comments')
  expect(await readPackageFacts(path)).toMatchObject({
    creator: '',
    last_modified_by: '',
    company: '',
    sheets: [{ comments: [] }, { comments: [] }],
  })
  expect((await readWorkbook(path)).sheets).toEqual((await readWorkbook(saveBytes(before))).sheets)
})

it('keeps the buttons that are drawn beside the comments', async () => {
  const button = '<v:shape id="_x0000_s9"><x:ClientData ObjectType="Button"/></v:shape>'
  const before = withParts(await commented(), (name, text) =>
    name.endsWith('.vml') ? text.replace('</xml>', `${button}</xml>`) : text,
  )
  const { bytes } = await cleaned(before)
  const vml = partText(bytes, 'xl/drawings/vmlDrawing1.vml')
  expect(vml).toContain(button)
  expect(vml).not.toContain('ObjectType="Note"')
  expect(differentParts(before, bytes)).not.toContain('xl/worksheets/sheet1.xml')
})

it('takes away the newer comments too, with the list of the people who wrote them', async () => {
  const office = 'http://schemas.microsoft.com/office/2017/10/relationships'
  const before = withParts(
    await commented(),
    (name, text) => {
      const link = (type: string, target: string) =>
        text.replace(
          '</Relationships>',
          `<Relationship Id="rIdX" Type="${office}/${type}" Target="${target}"/></Relationships>`,
        )
      if (name === 'xl/worksheets/_rels/sheet1.xml.rels')
        return link('threadedComment', '/xl/threadedComments/threadedComment1.xml')
      return name === 'xl/_rels/workbook.xml.rels' ? link('person', 'persons/person.xml') : text
    },
    {
      'xl/threadedComments/threadedComment1.xml': '<ThreadedComments/>',
      'xl/persons/person.xml': '<personList><person displayName="某同志"/></personList>',
    },
  )
  const { bytes } = await cleaned(before)
  const names = unzip(bytes).map(({ name }) => name)
  expect(names.filter((name) => /comment|person|vml/i.test(name))).toEqual([])
  for (const part of ['xl/_rels/workbook.xml.rels', 'xl/worksheets/_rels/sheet1.xml.rels']) {
    expect(partText(bytes, part)).not.toMatch(/comment|person|vml/i)
  }
})

it('leaves a book without any of it as it is, and says of other formats what to do', async () => {
  const { bytes: clean } = await cleaned(await commented())
  expect(differentParts(clean, (await cleaned(clean)).bytes)).toEqual([])
  const csv = saveBytes(Buffer.from('姓名\n甲\n'), '名单.csv')
  const problem = await problemOf(cleanWorkbook(csv, join(tempFolder(), '干净.csv')))
  expect(problem).toMatchObject({ code: 'not_cleanable' })
})

it.skipIf(!hasLibreOffice)('LibreOffice opens the copy', async () => {
  const { path } = await cleaned(await commented())
  const [opened = ''] = convertWithLibreOffice([path], 'xlsx:Calc MS Excel 2007 XML')
  const { sheets } = await readWorkbook(opened)
  expect(sheets[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual(['1', '周敏'])
})

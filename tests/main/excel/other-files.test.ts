import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import { buildOle } from '../../helpers/build-ole.ts'
import { buildWorkbook, contentTypes, relationships } from '../../helpers/build-workbook.ts'
import { buildXls } from '../../helpers/build-xls.ts'
import { buildZip } from '../../helpers/build-zip.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { saveBytes } from '../../helpers/read-bytes.ts'
import { refusal, refuses } from '../../helpers/refusals.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const good = buildWorkbook()

const ole = (...streams: string[]) =>
  buildOle(Object.fromEntries(streams.map((name) => [name, Buffer.from('x')])))

describe('what is no workbook is told by its content', () => {
  refuses([
    ['an empty file', () => Buffer.alloc(0), 'file_empty', /空文件/],
    ['one byte', () => Buffer.from('P'), 'file_not_workbook', /只有一小段文字/],
    ['a sentence', () => Buffer.from('本周无事项。\r\n'), 'file_not_workbook', /只有一小段文字/],
    ['noise', () => randomBytes(3000).fill(0, 0, 8), 'file_not_workbook', /不是 Excel 工作簿/],
    [
      'BIFF without its envelope',
      () => Buffer.from([9, 8, 8, 0, 0, 6]),
      'workbook_old_format',
      /很早的 Excel/,
    ],
    ['a password', () => ole('EncryptionInfo', 'EncryptedPackage'), 'workbook_encrypted', /打开密码/],
    ['a Word document of old', () => ole('WordDocument'), 'file_not_workbook', /文字文档/],
    ['an OLE file of something else', () => ole('Contents'), 'file_not_workbook', /没有工作簿/],
    [
      'a web page',
      () => Buffer.from('\uFEFF<html><table><tr><td>甲</td></tr></table></html>'),
      'workbook_other_format',
      /网页/,
    ],
    [
      'a web page in UTF-16',
      () => Buffer.from('\uFEFF<table><tr><td>甲</td></tr></table>', 'utf16le'),
      'workbook_other_format',
      /网页/,
    ],
    [
      'a 2003 XML table',
      () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      'workbook_other_format',
      /XML 表格 2003/,
    ],
    ['other XML', () => Buffer.from('<?xml version="1.0"?><a/>'), 'file_not_workbook', /XML 文件/],
    [
      'a web page in one file',
      () => Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n'),
      'workbook_other_format',
      /MHT/,
    ],
    ['SYLK', () => Buffer.from('ID;PWXL;N;E\r\nP;PGeneral\r\n'), 'workbook_other_format', /SYLK/],
    ['DIF', () => Buffer.from('TABLE\r\n0,1\r\n"EXCEL"\r\n'), 'workbook_other_format', /DIF/],
    ['JSON', () => Buffer.from('[{"姓名":"张三"},\n{"姓名":"李四"}]'), 'file_not_workbook', /JSON/],
    [
      'text with zeros in it',
      () => Buffer.from(`姓名,事项\n${'张三,收党费\n'.repeat(900)}\0\n`),
      'file_not_workbook',
      /不是文字/,
    ],
    ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'file_not_workbook', /PDF/],
    ['a RAR archive', () => Buffer.from('Rar!\x1a\x07\0'), 'file_not_workbook', /RAR/],
    ['serialised Java', () => Buffer.from([0xac, 0xed, 0, 5, 0x73, 0x72]), 'file_not_workbook', /Java/],
    ['a program', () => Buffer.from('MZ\x90\0'), 'file_not_workbook', /程序/],
    [
      'a program before a workbook',
      () => Buffer.concat([Buffer.from('MZ\x90\0'), good]),
      'file_not_workbook',
      /程序/,
    ],
    [
      'an .ods',
      () =>
        buildZip([
          { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
        ]),
      'workbook_other_format',
      /\.ods/,
    ],
    [
      'an .odt',
      () => buildZip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 }]),
      'file_not_workbook',
      /OpenDocument/,
    ],
    ['an .ofd', () => buildZip([{ name: 'OFD.xml', content: '<a/>' }]), 'file_not_workbook', /OFD/],
    [
      'a .docx',
      () =>
        office(
          'word/document.xml',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
        ),
      'file_not_workbook',
      /\.docx/,
    ],
    [
      'a .pptx',
      () =>
        office(
          'ppt/presentation.xml',
          'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
        ),
      'file_not_workbook',
      /\.pptx/,
    ],
    [
      'an .xlsb',
      () => office('xl/workbook.bin', 'application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
      'workbook_other_format',
      /\.xlsb/,
    ],
    [
      'an .xlsb as Excel writes it, with one type for all its parts',
      () => office('xl/workbook.bin', 'application/xml'),
      'workbook_other_format',
      /\.xlsb/,
    ],
    [
      'an archive of files',
      () => buildZip([{ name: '周报.xlsx', content: good }]),
      'file_not_workbook',
      /压缩包/,
    ],
    ['an empty archive', () => buildZip([]), 'file_not_workbook', /压缩包/],
  ])

  function office(part: string, type: string): Buffer {
    return buildZip([
      { name: '[Content_Types].xml', content: contentTypes(0, type).replace('/xl/workbook.xml', `/${part}`) },
      { name: '_rels/.rels', content: relationships([['rId1', 'officeDocument', part]]) },
      { name: part, content: '<a/>' },
    ])
  }

  it.each(['~$周报.xlsx', '.~周报.xlsx'])(
    'the lock file %s, and names the file that is meant',
    async (name) => {
      const problem = await refusal(Buffer.from('\x05clerk'.padEnd(165)), name)
      expect(problem).toEqual({
        code: 'lock_file',
        message: `“${name}”是 WPS/Excel 打开文件时生成的临时锁定文件，不是工作簿。`,
        where: name,
        next: '请选择同一文件夹里的“周报.xlsx”；如果它正被打开，请先保存并关闭。',
      })
    },
  )

  it('but a good workbook is read whatever its name', async () => {
    const files = { xlsx: good, xls: buildXls(), csv: Buffer.from('姓名,事项\n张三,收党费') }
    for (const [format, bytes] of Object.entries(files)) {
      for (const name of ['周报.xlsx', '周报.xls', '周报.et', '周报.csv', '周报.txt', '周报']) {
        expect((await readWorkbook(saveBytes(bytes, name))).format).toBe(format)
      }
    }
    for (const bytes of [good, buildXls()]) {
      expect((await readWorkbook(saveBytes(bytes, '~$周报.xlsx'))).sheets).toHaveLength(1)
    }
  })

  it('but text is read that only looks like something else', async () => {
    const texts = ['ID;Person\n1;张三', '代码,说明\n<table>,表格标签', '[附件],名称\n1,通知']
    for (const text of texts) expect((await readWorkbook(saveBytes(Buffer.from(text)))).format).toBe('csv')
  })

  it('a file that is gone, and a folder', async () => {
    const folder = tempFolder()
    expect((await problemOf(readWorkbook(`${folder}/没有.xlsx`))).message).toBe(
      '“没有.xlsx”找不到，可能已被移动、改名或删除。',
    )
    expect((await problemOf(readWorkbook(folder))).message).toMatch(/是文件夹，不是文件/)
  })
})

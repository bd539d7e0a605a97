import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseFonts, facesOf } from '../../../src-main/reports/choose-fonts.ts'
import { familiesIn, fontFolders } from '../../../src-main/reports/font-files.ts'
import { default_settings } from '../../../src-shared/settings.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

/** The name table of a font that calls itself so, in two languages, and whatever stands around it. */
function fontFile(...families: string[]): Buffer {
  const texts = families.map((name) => Buffer.from(name, 'utf16le').swap16())
  const names = Buffer.alloc(6 + families.length * 12)
  names.writeUInt16BE(families.length, 2)
  names.writeUInt16BE(names.length, 4)
  let offset = 0
  for (const [at, text] of texts.entries()) {
    for (const [place, value] of [3, 1, 2052, 1, text.length, offset].entries()) {
      names.writeUInt16BE(value, 6 + at * 12 + place * 2)
    }
    offset += text.length
  }
  const table = Buffer.concat([names, ...texts])
  const head = Buffer.alloc(28)
  head.writeUInt32BE(0x00010000, 0)
  head.writeUInt16BE(1, 4)
  head.write('name', 12, 'latin1')
  head.writeUInt32BE(head.length, 20)
  head.writeUInt32BE(table.length, 24)
  return Buffer.concat([head, table])
}

function collection(font: Buffer): Buffer {
  const head = Buffer.alloc(16)
  head.write('ttcf', 'latin1')
  head.writeUInt32BE(1, 8)
  head.writeUInt32BE(16, 12)
  const moved = Buffer.from(font)
  moved.writeUInt32BE(font.readUInt32BE(20) + 16, 20)
  return Buffer.concat([head, moved])
}

describe('the fonts of this PC', () => {
  it('are those that their files name, also in collections and subfolders; a spoilt file names none', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, '方正'))
    writeFileSync(join(folder, 'simsun.ttc'), collection(fontFile('宋体', 'SimSun')))
    writeFileSync(join(folder, '方正', 'fz.TTF'), fontFile('方正小标宋简体'))
    writeFileSync(join(folder, 'half.ttf'), fontFile('黑体').subarray(0, 40))
    writeFileSync(join(folder, 'empty.otf'), '')
    writeFileSync(join(folder, '说明.txt'), fontFile('楷体'))
    const families = await familiesIn([folder, join(folder, 'missing')])
    expect([...families].sort()).toEqual(['SimSun', '宋体', '方正小标宋简体'].sort())
  })

  it('lie in the folders of Windows and of its user, or in those of Linux', () => {
    const env = { SystemRoot: 'D:\\Windows', LOCALAPPDATA: 'D:\\Users\\a\\AppData\\Local' }
    expect(fontFolders('win32', env, 'D:\\Users\\a')).toEqual([
      join('D:\\Windows', 'Fonts'),
      join('D:\\Users\\a\\AppData\\Local', 'Microsoft/Windows/Fonts'),
    ])
    expect(fontFolders('linux', {}, '/home/a')).toContain(join('/home/a', '.local/share/fonts'))
  })
})

describe('a font that this PC does not have', () => {
  const used = (installed: readonly string[] | undefined) =>
    chooseFonts(default_settings, installed && new Set(installed)).map(({ used: name, words }) => [
      name,
      words,
    ])

  it('is replaced in the file by its substitute, in words', () => {
    expect(used(['SimSun', '黑体'])).toEqual([
      ['宋体 加粗', '本机没有“方正小标宋简体”，打印时将用“宋体 加粗”代替。'],
      ['黑体', ''],
      ['宋体', ''],
    ])
  })

  it('stays in the file where the substitute is missing too, and where nobody could look', () => {
    const [title] = used(['SimHei']) ?? []
    expect(title).toEqual([
      '方正小标宋简体',
      '本机没有“方正小标宋简体”，也没有代替它的“宋体”；文件里仍写“方正小标宋简体”，在本机打印时由 Excel 或 WPS 自选字体。',
    ])
    expect(used(undefined)).toEqual([
      ['方正小标宋简体', ''],
      ['黑体', ''],
      ['宋体', ''],
    ])
  })

  it('is a name and a weight to the Excel room', () => {
    expect(facesOf(chooseFonts(default_settings, new Set(['宋体'])))).toEqual({
      title: { name: '宋体', is_bold: true },
      heading: { name: '宋体', is_bold: true },
      body: { name: '宋体', is_bold: false },
    })
  })
})

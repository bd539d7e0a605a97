import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { capture } from '../../tools/command.ts'
import type { IntakeLine } from '../../tools/intake/take-in.ts'
import { buildSheet } from '../helpers/build-workbook.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const samples = join(import.meta.dirname, '../../samples')

async function intake(...args: string[]) {
  const { exitCode, output } = await capture(process.execPath, ['tools/intake.ts', ...args])
  return { exitCode, output, lines: args.includes('--json') ? linesOf(output) : [] }
}

function linesOf(output: string): IntakeLine[] {
  return output
    .trim()
    .split('\n')
    .map((line): IntakeLine => JSON.parse(line))
}

/** A sheet of texts as the file format has it. */
function sheetOf(rows: readonly (readonly string[])[]): Buffer {
  const cells = (row: readonly string[], at: number) =>
    row.map(
      (text, column) =>
        `<c r="${String.fromCharCode(65 + column)}${at + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
  return buildSheet(rows.map((row, at) => `<row r="${at + 1}">${cells(row, at).join('')}</row>`).join(''))
}

describe('npm run intake', () => {
  it('answers one JSON object a line for every file, whatever it is', async () => {
    const folder = tempFolder()
    const write = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    }
    const files = [
      join(samples, '人员名册.xlsx'),
      join(samples, '岗位职责清单.xlsx'),
      join(samples, '周报-有错误.xlsx'),
      write(
        '价目.xlsx',
        sheetOf([
          ['品名', '单价'],
          ['纸', '20'],
          ['笔', '2'],
        ]),
      ),
      write('空表.xlsx', sheetOf([])),
      write('名册.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
      join(folder, '没有这个文件.xlsx'),
    ]
    const { exitCode, lines } = await intake('--json', ...files)
    expect(exitCode).toBe(0)
    expect(
      lines.map(({ status, kind, sheet, header_row, rows }) => [status, kind, sheet, header_row, rows]),
    ).toEqual([
      ['accepted', 'staff', '人员名册', 3, { read: 17, new: 16, changed: 0, same: 0, skipped: 1, wrong: 0 }],
      [
        'accepted',
        'duties',
        '岗位职责清单',
        3,
        { read: 151, new: 150, changed: 0, same: 0, skipped: 1, wrong: 0 },
      ],
      ['accepted', 'weekly', '第47周', 4, expect.objectContaining({ read: 17, wrong: 2 })],
      ['accepted', 'table', 'Sheet1', 1, { read: 2, new: 0, changed: 0, same: 0, skipped: 2, wrong: 0 }],
      ...[0, 0, 0].map(() => [
        'rejected',
        null,
        null,
        null,
        { read: 0, new: 0, changed: 0, same: 0, skipped: 0, wrong: 0 },
      ]),
    ])
    expect(lines.map(({ file }) => file)).toEqual(files)
    expect(lines.every(({ milliseconds, peak_mib }) => milliseconds > 0 && peak_mib >= 0)).toBe(true)
    expect(lines[2]?.issues).toContainEqual({
      cell: 'D7',
      text: '“2026.2.30”不是一个日期：2月只有28天。是不是2026年2月28日？',
    })
    expect(lines.slice(4).map(({ issues }) => issues[0]?.text)).toEqual([
      expect.stringContaining('空表.xlsx'),
      expect.stringContaining('名册.xlsx'),
      expect.stringContaining('没有这个文件.xlsx'),
    ])
  })

  it('takes a file for what it is told, and tells what is missing by cell', async () => {
    const { lines } = await intake('--kind', 'staff', '--json', join(samples, '周报-综合组.xlsx'))
    expect(lines).toMatchObject([{ status: 'accepted', kind: 'staff', header_row: null, rows: { read: 0 } }])
    expect(lines[0]?.issues[0]).toMatchObject({ text: expect.stringContaining('没有“姓名”一列') })
  })

  it('says how it is called when it is called otherwise', async () => {
    expect(await intake()).toMatchObject({ exitCode: 1, output: expect.stringContaining('npm run intake') })
    expect((await intake('--kind', 'poems', 'x.xlsx')).exitCode).toBe(1)
    expect((await intake('--jsn', 'x.xlsx')).exitCode).toBe(1)
  })
})

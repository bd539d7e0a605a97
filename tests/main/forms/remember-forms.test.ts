// A form is pointed at once: known again by its words, followed when it changes, and never overwritten where it is closed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { readWorkbook } from '../../../src-main/excel/read-workbook.ts'
import type { FormAtHand } from '../../../src-shared/forms.ts'
import { buildXls, textCell } from '../../helpers/build-xls.ts'
import { formDesk } from '../../helpers/form-desk.ts'
import { hasOpenpyxl } from '../../helpers/openpyxl.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { makeSuperiorForms } from '../../helpers/superior-forms.ts'

let forms: Record<string, string> = {}
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duty-ledger-forms-'))
  forms = makeSuperiorForms(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const pathOf = (name: string) => forms[name] ?? ''
const ledger = '附件1-重点工作推进台账（空表）'

const asked = ({ opened_id, mapping, name }: FormAtHand) => ({
  opened_id,
  mapping,
  name,
  on: '2026-11-20',
  is_new: false,
})

/** Texts of one column from a row down, until the first gap. */
async function columnOf(path: string, column: number, from: number): Promise<string[]> {
  const { sheets } = await readWorkbook(path)
  const texts = new Map(
    sheets[0]?.rows.map(({ number, cells }) => [number, cells.find((cell) => cell.column === column)?.text]),
  )
  const found: string[] = []
  for (let row = from; texts.get(row) !== undefined; row += 1) found.push(texts.get(row) ?? '')
  return found
}

describe.skipIf(!hasOpenpyxl)('a form that is remembered (not run without python3-openpyxl)', () => {
  it('fills itself from its kept blank without the file, the same as the first time', async () => {
    const { forms: room, drop, save } = await formDesk()
    const first = await save(await drop(pathOf(ledger)))
    expect(await room.list()).toMatchObject([
      { name: '重点工作推进台账', filled_on: '2026-11-20', holds: '每周事项，另有 5 处单项' },
    ])
    const answer = await room.use({ form_id: first.answer.form_id })
    if (answer.state !== 'open') throw new Error('it was not opened')
    expect(answer.form.known?.differences).toEqual([])
    const second = await save(answer.form)
    expect(second.answer.form_id).toBe(first.answer.form_id)
    expect(await columnOf(second.path, 2, 5)).toEqual(await columnOf(first.path, 2, 5))
    expect(await room.list()).toHaveLength(1)
  })

  it('is known again when last week’s filled copy is dropped, and loses its rows', async () => {
    const { drop, save } = await formDesk()
    const before = await save(await drop(pathOf(ledger)))
    const copy = await drop(before.path)
    expect(copy.known?.differences.filter(({ is_followed }) => !is_followed)).toEqual([])
    const [block] = copy.mapping.blocks
    expect(block?.last_row).toBe(4 + before.answer.rows)
    if (block) block.state = 'overdue'
    const after = await save(copy)
    const titles = await columnOf(after.path, 2, 5)
    expect(titles).toHaveLength(after.answer.rows)
  })

  it('is followed by its headers when a newer version comes, and asks only about the rest', async () => {
    const { drop, save } = await formDesk()
    await save(await drop(pathOf(ledger)))
    const newer = await drop(pathOf('附件1-重点工作推进台账（新）'))
    const said = newer.known?.differences.map(({ kind, use, old_address, new_address, is_followed }) =>
      [kind, use, old_address, new_address, is_followed ? '' : '?'].join(' '),
    )
    expect(said?.toSorted()).toEqual(
      [
        'moved 序号 A4 A5 ',
        'renamed 工作事项 B4 B5 ?',
        'moved 责任领导 C4 E5 ',
        'moved 责任人 D4 D5 ',
        'renamed 完成时限 E4 F5 ?',
        'moved 完成情况 F4 G5 ',
        'moved 是否完成 G4 H5 ',
        'moved 备注 H4 I5 ',
        'new 来源  C5 ?',
        'moved 填报人 A11 A12 ',
        'moved 填报人电话 A11 A12 ',
      ].toSorted(),
    )
    const { path } = await save(newer)
    expect((await columnOf(path, 2, 6))[0]).toBe('督办11月党委会议定事项')
    expect((await columnOf(path, 6, 6))[0]).toBe('2026.11.17')
  })

  it('is kept beside another of the same words when she says so', async () => {
    const { forms: room, drop, save } = await formDesk()
    await save(await drop(pathOf(ledger)))
    const other = await drop(pathOf(ledger))
    await room.keep({ ...asked(other), name: '党建组的台账', is_new: true })
    expect((await room.list()).map(({ name }) => name).toSorted()).toEqual([
      '党建组的台账',
      '重点工作推进台账',
    ])
  })

  it('is forgotten, and back after undoing that', async () => {
    const { forms: room, drop, save, book } = await formDesk()
    const { answer } = await save(await drop(pathOf(ledger)))
    await room.forget(answer.form_id)
    expect(await room.list()).toEqual([])
    expect((await drop(pathOf(ledger))).known).toBeNull()
    const { id } = await book.db
      .selectFrom('changes')
      .select('id')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    await undoChange(book, book.clock, id)
    expect((await drop(pathOf(ledger))).known?.form_id).toBe(answer.form_id)
  })
})

describe.skipIf(!hasOpenpyxl)('a form that guards itself (not run without python3-openpyxl)', () => {
  it('is not saved when rows are missing that may not be put in', async () => {
    const { forms: room, drop, desk } = await formDesk()
    const form = await drop(pathOf('办结事项归档目录'))
    desk.save_into = folder
    const problem = await problemOf(room.save(asked(form)))
    expect(problem.code).toBe('form_stopped')
    expect(problem.details?.[0]).toMatch(/^工作表“归档”受保护，不能加行：表里只有 26 行，要填 \d+ 行。/)
  })

  it('keeps formulas, closed cells and hidden rows, and gets its own words for ours', async () => {
    const { forms: room, drop, save } = await formDesk()
    const form = await drop(pathOf('办结事项归档目录'))
    const [block] = form.mapping.blocks
    if (block) block.period = 'week'
    const { issues, words, rows } = await room.preview(asked(form))
    expect(rows).toBeLessThanOrEqual(26)
    expect(words).toEqual([])
    expect(issues.map(({ level, message }) => `${level} ${message}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^look G(4| 列从 G4 起 \d+ 格)被表样锁定，没有填写/),
        'note “30年”按表样的下拉选项写成“三十年”。',
      ]),
    )
    const { path } = await save(form)
    const { sheets } = await readWorkbook(path)
    const at = (row: number, column: number) =>
      sheets[0]?.rows.find(({ number }) => number === row)?.cells.find((cell) => cell.column === column)
    expect([at(6, 2), at(4, 7), at(4, 1)?.text]).toEqual([undefined, undefined, '1'])
    expect(at(7, 1)?.text).toBe(rows > 2 ? '3' : undefined)
  })

  it('asks about a word that its list does not know, and remembers the answer', async () => {
    const { forms: room, drop, save } = await formDesk()
    const form = await drop(pathOf(ledger))
    const { words } = await room.preview(asked(form))
    expect(words.map(({ header, value, options }) => [header, value, options])).toEqual([
      ['是否完成', '已撤销', ['已完成', '未完成', '推进中']],
    ])
    const column = form.mapping.blocks[0]?.columns.find(({ field }) => field === 'is_done')
    if (column) column.words = { 否: '推进中', 是: '已完成', 已撤销: '未完成' }
    const { path } = await save(form)
    expect(new Set(await columnOf(path, 7, 5))).toEqual(new Set(['已完成', '推进中', '未完成']))
    const again = await drop(pathOf(ledger))
    expect(again.mapping.blocks[0]?.columns.find(({ field }) => field === 'is_done')?.words).toEqual({
      否: '推进中',
      是: '已完成',
      已撤销: '未完成',
    })
  })

  it('is written in its own way: ditto marks, only the first of equals, a text in every row, sorted', async () => {
    const { drop, save } = await formDesk()
    const form = await drop(pathOf('岗位职责清单汇总表'))
    const [block] = form.mapping.blocks
    const [group, , , basis] = block?.columns ?? []
    if (!block || !group || !basis) throw new Error('it was not understood')
    Object.assign(group, { repeat: 'ditto' })
    Object.assign(basis, { field: 'text', text: '见制度汇编', repeat: 'first' })
    block.sort = { field: 'content', is_down: false }
    const { path } = await save(form)
    const groups = await columnOf(path, 1, 3)
    expect(groups[0]).not.toBe('同上')
    expect(groups.filter((text) => text === '同上').length).toBeGreaterThan(10)
    const { sheets } = await readWorkbook(path)
    const bases = sheets[0]?.rows.flatMap(({ cells }) => cells.filter(({ text }) => text === '见制度汇编'))
    expect(bases).toHaveLength(groups.filter((text) => text !== '同上' && text !== '小计').length)
    const contents = (await columnOf(path, 3, 3)).slice(0, 150)
    expect(contents).toEqual(contents.toSorted(new Intl.Collator('zh-CN', { numeric: true }).compare))
  })
})

describe('a form in an older format', () => {
  const rows = [['岗位职责清单'], ['序号', '职责内容', 'A岗', 'B岗'], ['1', '', '', '']]
  const records = rows.flatMap((cells, row) => cells.map((text, column) => textCell(row, column, text)))

  it('is asked about, and becomes a new .xlsx only then', async () => {
    const { forms: room, drop, save, desk } = await formDesk()
    const path = join(folder, '职责表.et')
    writeFileSync(path, buildXls({ sheets: [{ name: '表', records }] }))
    const { files } = await desk.incoming.take([{ path }])
    const token = files[0]?.token ?? ''
    expect(await room.open({ token, converts: false })).toEqual({
      state: 'convert',
      token,
      file_name: '职责表.et',
    })
    const form = await drop(path, true)
    expect([form.file_name, form.is_converted]).toEqual(['职责表.xlsx', true])
    const { path: out, answer } = await save(form)
    expect(answer.rows).toBeGreaterThan(100)
    expect((await columnOf(out, 2, 3))[0]).toBe('制定年度党建工作要点及任务分工，按季度调度落实情况')
  })

  it('is refused kindly when it is a .csv', async () => {
    const { desk, forms: room } = await formDesk()
    const path = join(folder, '表.csv')
    writeFileSync(path, '序号,职责内容\n')
    const { files } = await desk.incoming.take([{ path }])
    const problem = await problemOf(room.open({ token: files[0]?.token ?? '', converts: false }))
    expect(problem).toMatchObject({ code: 'form_is_csv', next: expect.stringContaining('.xlsx') })
  })
})

// Blank forms as superiors send them: understood by their words, filled from the sample year, read back by openpyxl.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FormMapping } from '../../../src-shared/forms.ts'
import { formDesk } from '../../helpers/form-desk.ts'
import { hasOpenpyxl, type OpenpyxlCell, readWithOpenpyxl } from '../../helpers/openpyxl.ts'
import { makeSuperiorForms } from '../../helpers/superior-forms.ts'
import { differentParts } from '../../helpers/unzip.ts'

let forms: Record<string, string> = {}
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duty-ledger-forms-'))
  forms = makeSuperiorForms(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const head = '填报单位（盖章）：云泽省农业技术示范中心　　填报时间：2026年11月20日　　单位：项'
const pathOf = (name: string) => forms[name] ?? ''

/** What openpyxl finds in a cell, as one reads it. */
function cellsOf(path: string, sheet = 0): (address: string) => string | number | undefined {
  const cells = readWithOpenpyxl([path])[0]?.sheets?.[sheet]?.cells ?? {}
  const plain = ({ text, number, date }: OpenpyxlCell) => text ?? date ?? number
  return (address) => {
    const cell = cells[address]
    return cell && plain(cell)
  }
}

/** `A=serial C=content`, each table with its source and rows. */
function understood({ blocks, facts }: FormMapping): string[] {
  return [
    ...blocks.map(({ source, first_row, last_row, columns }) => {
      const uses = columns.map(({ column, field }) => `${String.fromCharCode(64 + column)}=${field || '-'}`)
      return `${source} ${first_row}-${last_row} ${uses.join(' ')}`
    }),
    ...facts.map(
      ({ row, column, slot, fact }) => `${String.fromCharCode(64 + column)}${row}[${slot}]=${fact}`,
    ),
  ]
}

describe.skipIf(!hasOpenpyxl)('a blank form (not run without python3-openpyxl)', () => {
  it.each([
    [
      '附件1-重点工作推进台账（空表）',
      [
        'week 5-9 A=serial B=title C=leader D=staff E=due F=progress G=is_done H=remark',
        'A2[#week]=week',
        'A3[填报单位（盖章）]=unit',
        'A3[填报时间]=today',
        'A11[填报人]=clerk',
        'A11[联系电话]=clerk_phone',
      ],
    ],
    [
      'AB岗设置情况登记表',
      [
        'duties 6-11 A=serial B=group C=content D=a_name E=a_post F=a_phone G=b_name H=b_post I=b_phone',
        'B2[]=unit',
        'E2[]=clerk',
        'H2[]=today',
      ],
    ],
    [
      '附件3在岗人员花名册',
      [
        'staff 4-9 A=serial B=name C=group D=post E=staff_code F=joined_on G=phone H=-',
        'A2[单位]=unit',
        'E10[]=staff_count',
      ],
    ],
    [
      '周报表样',
      [
        'week 5-7 A=serial B=title C=staff D=due E=progress F=reason',
        'plan 10-12 A=serial B=title C=staff D=due E=detail F=remark',
        'A2[填报处室]=department',
        'A2[#week]=week',
        'A2[填表人]=clerk',
        'A13[填报日期]=today',
      ],
    ],
    ['岗位职责清单汇总表', ['duties 3-8 A=group B=serial C=content D=basis E=due_rule F=a_name']],
    [
      '办结事项归档目录',
      [
        'archive 4-30 A=serial B=title C=staff D=finished_on E=retention F=- G=location',
        'A2[年度]=year',
        'A2[归档部门]=department',
      ],
    ],
  ])('is understood by its words: %s', async (name, wanted) => {
    const { drop } = await formDesk()
    const { mapping, known } = await drop(pathOf(name))
    expect(known).toBeNull()
    expect(understood(mapping)).toEqual(wanted)
  })

  it('has its rows, dates, texts and single cells filled, and everything below moved along', async () => {
    const { drop, save, forms: room } = await formDesk()
    const form = await drop(pathOf('附件1-重点工作推进台账（空表）'))
    const question = {
      opened_id: form.opened_id,
      mapping: form.mapping,
      name: form.name,
      on: '2026-11-20',
      is_new: false,
    }
    const { rows, inserted } = await room.preview(question)
    expect(inserted).toBe(rows - 5)
    const { path } = await save(form)
    expect(basename(path)).toBe('组织人事处（监察室）-重点工作推进台账（第47周）.xlsx')
    const cell = cellsOf(path)
    expect(cell('A2')).toBe('2026年第47周重点工作推进台账')
    expect(cell('A3')).toBe(head)
    expect([cell('A5'), cell('B5'), cell('E5')]).toEqual([1, '督办11月党委会议定事项', '2026.11.17'])
    expect(cell(`A${4 + rows}`)).toBe(rows)
    expect(cell(`A${5 + rows}`)).toBe('合计')
    expect(cell(`A${6 + rows}`)).toMatch(/^填报人：周敏/)
  })

  it('keeps real dates in date cells, numbers as texts in text cells, and merges its groups anew', async () => {
    const { drop, save } = await formDesk()
    const posts = cellsOf((await save(await drop(pathOf('AB岗设置情况登记表')))).path)
    expect([posts('B2'), posts('H2'), posts('C6')]).toEqual([
      '云泽省农业技术示范中心',
      '2026-11-20',
      '制定年度党建工作要点及任务分工，按季度调度落实情况',
    ])
    expect(posts('F6')).toBe('6102')
    const duties = cellsOf((await save(await drop(pathOf('岗位职责清单汇总表')))).path)
    expect([duties('A3'), duties('A4'), duties('B4')]).toEqual(['党建组', undefined, 2])
  })

  it('without new rows differs in the sheet and in the wish to be calculated, and nowhere else', async () => {
    const { drop, save } = await formDesk()
    const form = await drop(pathOf('附件1-重点工作推进台账（空表）'))
    const [block] = form.mapping.blocks
    if (block) block.state = 'overdue'
    const { path, answer } = await save(form)
    expect(answer.rows).toBeLessThanOrEqual(5)
    const parts = differentParts(readFileSync(pathOf('附件1-重点工作推进台账（空表）')), readFileSync(path))
    // openpyxl has asked to be calculated itself.
    expect(parts).toEqual(['xl/worksheets/sheet1.xml'])
  })

  it('keeps its chart, and every part but the sheet, the styles and what points at rows', async () => {
    const { drop, save } = await formDesk()
    const { path } = await save(await drop(pathOf('附件3在岗人员花名册')))
    const parts = differentParts(readFileSync(pathOf('附件3在岗人员花名册')), readFileSync(path))
    const other = parts.filter(
      (name) => !/^xl\/(workbook|worksheets\/sheet1|charts\/chart1|drawings\/drawing1)\.xml$/.test(name),
    )
    expect(other).toEqual([])
  })

  it('loses the example that stood in its rows, and tells of one in a column nobody pointed at', async () => {
    const { drop, save, forms: room } = await formDesk()
    const form = await drop(pathOf('附件3在岗人员花名册'))
    const [block] = form.mapping.blocks
    if (block) block.group_id = 1
    const question = {
      opened_id: form.opened_id,
      mapping: form.mapping,
      name: form.name,
      on: '2026-11-20',
      is_new: false,
    }
    const { issues } = await room.preview(question)
    expect(issues.map(({ address, message }) => `${address} ${message}`)).toContain(
      'H4 这一列没有指认，表样里原有的“党员”会留在表里。',
    )
    const cell = cellsOf((await save(form)).path)
    expect(cell('B4')).not.toMatch(/^例/)
  })
})

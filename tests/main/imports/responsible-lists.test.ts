// 责任分工表: who comes first, second and third, in the many ways such lists head their columns; read from real workbooks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imports } from '../../../src-main/imports/imports.ts'
import { in_one_go } from '../../../src-main/imports/pace.ts'
import { ImportChoices } from '../../../src-shared/imports.ts'
import { buildWorkbook } from '../../helpers/build-workbook.ts'
import { addDepartment, type Department } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { verdictsOf } from '../../helpers/plan-on.ts'
import { readBytes } from '../../helpers/read-bytes.ts'
import { type Line, sheetOf } from '../../helpers/write-sheet.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook()
  department = await addDepartment(book)
})
afterEach(() => book.close())

async function read(rows: readonly Line[], merges: readonly string[] = []) {
  const cells = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const after = merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${cells}</mergeCells>`
  const workbook = await readBytes(buildWorkbook({ sheets: [sheetOf(rows, { after })] }), '责任分工表.xlsx')
  const choices = ImportChoices.parse({ group_id: department.organisation, category_id: 1 })
  const question = { workbook, file_name: '责任分工表.xlsx', choices }
  return imports.duties(book.db, book.clock.today(), question, in_one_go)
}

/** What the first duty of such a list says of its people: label and value. */
async function peopleOf(rows: readonly Line[], merges: readonly string[] = []): Promise<string[]> {
  const { preview } = await read(rows, merges)
  const values = preview.rows[0]?.values ?? []
  const people = values.filter(({ label }) => ['责任领导', 'A岗', 'B岗', '备注'].includes(label))
  return people.map(({ label, value }) => `${label} ${value}`)
}

describe('a list of who answers first, second and third', () => {
  it('has its first as A and the others as Bs in their order', async () => {
    const plan = await read([
      ['2026年重点工作责任分工表'],
      ['序号', '工作内容', '责任领导', '第一责任人', '第二责任人', '第三责任人', '时限'],
      [1, '党费收缴', '赵处长', '张三', '李四', '王五', '每月25日前'],
      [2, '换届选举', '赵处长', '李四', '王五', null, '12月底前'],
      [3, '发展党员', '赵处长', '王五', null, '张三', '12月底前'],
    ])
    const said = plan.preview.rows.map(({ values }) =>
      values.flatMap(({ label, value }) =>
        ['职责内容', '办理时限', '责任领导', 'A岗', 'B岗'].includes(label) ? [value] : [],
      ),
    )
    expect(said).toEqual([
      ['党费收缴', '每月25日前', '赵处长', '张三', '李四、王五'],
      ['换届选举', '12月底前', '赵处长', '李四', '王五'],
      ['发展党员', '12月底前', '赵处长', '王五', '张三'],
    ])
    expect(plan.doubts).toEqual([])
  })

  it('may have 责任人 merged over 第一, 第二, 第三 in a header of two rows', async () => {
    const rows: Line[] = [
      ['重点工作责任分工表'],
      ['序号', '工作内容', '责任领导', '责任人', null, null, '时限'],
      [null, null, null, '第一', '第二', '第三', null],
      [1, '党费收缴', '赵处长', '张三', '李四', '王五', '每月25日前'],
    ]
    const merges = ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3']
    expect(await peopleOf(rows, merges)).toEqual(['责任领导 赵处长', 'A岗 张三', 'B岗 李四、王五'])
    expect((await read(rows, merges)).doubts).toEqual([])
  })

  it.each([
    [
      ['责任人', '第二责任人', '第三责任人'],
      ['A岗 张三', 'B岗 李四、王五'],
    ],
    [
      ['A角', 'B角'],
      ['A岗 张三', 'B岗 李四'],
    ],
    [
      ['A岗责任人', 'B岗责任人'],
      ['A岗 张三', 'B岗 李四'],
    ],
    [
      ['A岗', 'B1', 'B2'],
      ['A岗 张三', 'B岗 李四、王五'],
    ],
    [
      ['A岗', 'B岗（1）', 'B岗（2）'],
      ['A岗 张三', 'B岗 李四、王五'],
    ],
    [
      ['A岗', 'B岗', 'B岗'],
      ['A岗 张三', 'B岗 李四、王五'],
    ],
    [
      ['主办', '协办'],
      ['A岗 张三', 'B岗 李四'],
    ],
    [
      ['主要责任人', '直接责任人'],
      ['A岗 张三', 'B岗 李四'],
    ],
    [['直接责任人'], ['A岗 张三']],
    [
      ['A岗', 'B岗', '协办'],
      ['A岗 张三', 'B岗 李四', '备注 协办：王五'],
    ],
    // However they are put, the order is that of the words.
    [
      ['第二责任人', '第一责任人', '第三责任人'],
      ['A岗 李四', 'B岗 张三、王五'],
    ],
  ])('headed %j', async (heads, people) => {
    const names = ['张三', '李四', '王五'].slice(0, heads.length)
    expect(
      await peopleOf([
        ['工作内容', ...heads, '时限'],
        ['党费收缴', ...names, '每月'],
      ]),
    ).toEqual(people)
  })

  it('has its issues at the cell that they are about', async () => {
    const plan = await read([
      ['工作内容', '第一责任人', '第二责任人', '第三责任人'],
      ['党费收缴', '张三', '李四', '张三'],
      ['换届选举', '张三', '李四', '王六'],
      ['发展党员', '张三', '李四', '李四'],
    ])
    expect(verdictsOf(plan)).toEqual([
      '2 new D2 A岗、B岗都是“张三”。',
      '3 new D3 B岗没有登记：人员名册里没有“王六”。',
      '4 new',
    ])
  })
})

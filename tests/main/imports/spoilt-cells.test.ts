import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { imports } from '../../../src-main/imports/imports.ts'
import { in_one_go } from '../../../src-main/imports/pace.ts'
import { ImportChoices } from '../../../src-shared/imports.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { planOn, verdictsOf } from '../../helpers/plan-on.ts'
import { workbookOf } from '../../helpers/workbook-of.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

const header = ['序号', '姓名', '工号', '岗位']

describe('cells that a program has spoilt', () => {
  it('hold their row back: a number that lost its digits', async () => {
    const plan = await planOn(book, 'staff', {
      rows: [header, [1, '张三', 110101199003071230, '干事'], [2, '李四', 'A02', '干事']],
    })
    expect(verdictsOf(plan)).toEqual([
      '2 wrong C2 18 位的编号被当作数字存放，第 15 位以后的数字已经丢失，位数对、数字不对。',
      '3 new',
    ])
  })

  it('hold their row back: an error of a formula, but not in 序号', async () => {
    const workbook = workbookOf({
      rows: [header, ['#REF!', '张三', 'A01', '干事'], [2, '李四', 'A02', '#N/A']],
    })
    for (const { cells } of workbook.sheets[0]?.rows ?? []) {
      for (const cell of cells) if (cell.text.startsWith('#')) cell.kind = 'error'
    }
    const question = { workbook, file_name: '名册.xlsx', choices: ImportChoices.parse({}) }
    const plan = await imports.staff(book.db, book.clock.today(), question, in_one_go)
    expect(verdictsOf(plan)).toEqual(['2 new', '3 wrong D3 单元格里是错误值 #N/A。'])
  })
})

describe('a column that stands twice', () => {
  const issuesOf = async (...rows: string[][]) => {
    const { preview } = await planOn(book, 'staff', { rows })
    return [preview.totals.new, ...preview.issues.map(({ address, why }) => `${address} ${why}`)]
  }

  it('is asked about and nothing is taken', async () => {
    const why = 'B1 “姓名”一列出现了两次，看不出用哪一列。'
    expect(await issuesOf(['姓名', '姓名', '工号'], ['张三', '张叁', 'A01'])).toEqual([0, why])
  })

  it('is none where tables or lists of names stand side by side', async () => {
    expect(await issuesOf(['姓名', '岗位', '姓名', '岗位'], ['张三', '组长', '李四', '干事'])).toEqual([2])
    expect(await issuesOf(['姓名', '姓名', '姓名'], ['张三', '李四', '王五'])).toEqual([3])
  })
})

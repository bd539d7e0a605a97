// How a sheet is understood, told by what becomes of its rows.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { planOn, verdictsOf } from '../../helpers/plan-on.ts'
import type { SheetValues } from '../../helpers/workbook-of.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook()
})
afterAll(() => book.close())

async function rosterOf(sheets: SheetValues | readonly SheetValues[]) {
  const { preview } = await planOn(book, 'staff', sheets)
  const people = preview.rows.map(({ row, verdict, values, reason }) => {
    const said = values.map(({ value }) => value).join(' ')
    return verdict === 'new' ? `${row} ${said}` : `${row} ${verdict} ${reason}`
  })
  return { sheet: preview.sheet, header_row: preview.header_row, people }
}

describe('the table in a sheet', () => {
  it('is found below titles and above footers, and every row between is accounted for', async () => {
    expect(
      await rosterOf({
        merges: ['A1:D1', 'A2:D2', 'A9:D9'],
        rows: [
          ['组织人事处人员名册'],
          ['填报单位：组织人事处　　填报时间：2026年11月16日'],
          ['序号', '姓　名', '部 门', '职务\n（岗位）'],
          [1, '王　伟', '党建组', '组长'],
          [],
          [2, '张三', '党建组', '干事'],
          [3],
          ['合计', '2人'],
          ['填报人：周敏　　审核人：'],
          ['注：此表一式两份'],
        ],
      }),
    ).toEqual({
      sheet: 'Sheet1',
      header_row: 3,
      people: [
        '4 王伟 党建组 组长',
        '6 张三 党建组 干事',
        '7 skipped 只有序号或工号，没有内容',
        '8 skipped 合计行',
        '9 skipped 表格下方的签字、日期或说明',
        '10 skipped 表格下方的签字、日期或说明',
      ],
    })
  })

  it('may have a header of two levels, with merged cells in both directions', async () => {
    const { preview } = await planOn(book, 'duties', {
      merges: ['A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'],
      rows: [
        ['岗位职责清单'],
        ['组别', '职责内容', 'AB岗设置', null, '备注'],
        [null, null, 'A岗', 'B岗', null],
        ['党建组', '组织主题党日', '张三', '李四', '重点'],
      ],
    })
    expect(preview.header_row).toBe(2)
    expect(preview.columns.map(({ address, header, used_as }) => [address, header, used_as])).toEqual([
      ['A2', '组别', '组别'],
      ['B2', '职责内容', '职责内容'],
      ['C3', 'AB岗设置 A岗', 'A岗'],
      ['D3', 'AB岗设置 B岗', 'B岗'],
      ['E2', '备注', '备注'],
    ])
  })

  it('may stand beside another: each is read, with the caption above it', async () => {
    expect(
      await rosterOf({
        merges: ['A1:C1', 'E1:H1'],
        rows: [
          ['在职', null, null, null, '离职'],
          ['工号', '姓名', '部门', null, '工号', '姓名', '部门', '离职时间'],
          [1, '张三', '党建组', null, 7, '赵六', '党建组', '2026.10.31'],
          [2, '李四', '人事组', null, 8, '钱七', '人事组'],
        ],
      }),
    ).toEqual({
      sheet: 'Sheet1',
      header_row: 2,
      people: [
        '3 张三 党建组 1',
        '4 李四 人事组 2',
        '3 赵六 党建组 7 2026-10-31',
        '4 skipped 列在离职一栏，没有离开日期，不登记',
      ],
    })
  })

  it('may have another below it that is none of ours', async () => {
    const { people } = await rosterOf([
      {
        rows: [['姓名', '部门'], ['张三', '党建组'], [], ['开发工具'], ['电脑']],
      },
    ])
    expect(people).toEqual([
      '2 张三 党建组',
      '4 skipped 与上面的表隔着空行，只有一格有内容（开发工具）',
      '5 skipped 与上面的表隔着空行，只有一格有内容（电脑）',
    ])
    expect(
      (
        await rosterOf({
          rows: [
            ['姓名', '部门', '备注'],
            ['张三', '党建组', null],
            ['序号', '内容', '备注'],
            [1, '一条建议', null],
          ],
        })
      ).people,
    ).toEqual(['2 张三 党建组', '3 skipped 下面是另一张表', '4 skipped 下面是另一张表'])
  })

  it('goes on where a value is worded like the name of its column', async () => {
    const rows = [
      ['序号', '姓名', '部门', '邀约成功', '备注'],
      [1, '张三', '党建组', '邀约成功', '备注'],
      [2, '李四', '党建组', '邀约失败', null],
    ]
    expect((await rosterOf({ rows })).people).toEqual(['2 张三 党建组 备注', '3 李四 党建组'])
  })

  it('gives a merged cell to all its rows, and a group written once to the rows below it', async () => {
    const merged = {
      merges: ['A2:A3'],
      rows: [
        ['部门', '姓名'],
        ['党建组', '张三'],
        [null, '李四'],
        ['人事组', '王五'],
      ],
    }
    expect((await rosterOf(merged)).people).toEqual(['2 张三 党建组', '3 李四 党建组', '4 王五 人事组'])
    const { preview } = await planOn(book, 'staff', {
      rows: [
        ['部门', '姓名'],
        ['党建组', '张三'],
        [null, '李四'],
        [null, '王五'],
        ['人事组', '赵六'],
      ],
    })
    expect(preview.rows.map(({ values }) => values.map(({ value }) => value))).toEqual([
      ['张三', '党建组'],
      ['李四', '党建组'],
      ['王五', '党建组'],
      ['赵六', '人事组'],
    ])
    expect(preview.warnings).toEqual(['“部门”一列只在每组的第一行有字，下面的空格按上一行理解。'])
  })

  it('takes 同上 from the row above, and a merged line across the table as a heading', async () => {
    const plan = await planOn(book, 'duties', {
      merges: ['A2:C2'],
      rows: [
        ['职责内容', '责任人', '频次'],
        ['（一）党建'],
        ['组织主题党日', '张三', '每月'],
        ['组织党课', '同上', '〃'],
      ],
    })
    const values = plan.preview.rows.map(({ values }) => values.map(({ value }) => value))
    expect(values.slice(1)).toEqual([
      ['组织主题党日', '每月'],
      ['组织党课', '每月'],
    ])
    expect(verdictsOf(plan)[0]).toBe('2 skipped 分组标题')
  })

  it('is read with what is hidden in it, and says so', async () => {
    const { preview } = await planOn(book, 'staff', {
      hidden_rows: [3],
      hidden_columns: [2, 9],
      rows: [
        ['姓名', '部门'],
        ['张三', '党建组'],
        ['李四', '党建组'],
      ],
    })
    expect([preview.totals.new, preview.warnings]).toEqual([
      2,
      ['第 3 行（共 1 行）在文件里是隐藏的，也读进来了。', '“部门”列在文件里是隐藏的，也读进来了。'],
    ])
  })

  it('is looked for on the sheet that fits best, not on a hidden or an empty one', async () => {
    const roster = {
      rows: [
        ['姓名', '部门'],
        ['张三', '党建组'],
      ],
    }
    const sheets = [
      { name: '说明', rows: [['请如实填写']] },
      { name: '旧表', is_hidden: true, ...roster },
      { name: '空表', rows: [] },
      { name: '名册', ...roster },
    ]
    expect((await rosterOf(sheets)).sheet).toBe('名册')
    const { preview } = await planOn(book, 'staff', sheets, { choices: { sheet: '旧表' } })
    expect(preview).toMatchObject({ sheet: '旧表', warnings: ['工作表“旧表”在文件里是隐藏的。'] })
    await expect(planOn(book, 'staff', sheets, { choices: { sheet: '没有' } })).rejects.toMatchObject({
      problem: { message: '“表.xlsx”里没有工作表“没有”。' },
    })
  })

  it('is told what is missing when there is none', async () => {
    const issuesOf = async (sheet: SheetValues) => (await planOn(book, 'staff', sheet)).preview.issues
    expect(
      await issuesOf({
        rows: [
          ['工号', '部门', '岗位'],
          [1, '党建组', '干事'],
        ],
      }),
    ).toEqual([
      {
        severity: 'wrong',
        file: '表.xlsx',
        sheet: 'Sheet1',
        address: 'A1',
        found: '工号、部门、岗位',
        why: '没有“姓名”一列，看不出哪里是内容。',
        suggestion: '请在表头写上“姓名”后再导入，或另选一张工作表、另一种内容。',
      },
    ])
    expect(await issuesOf({ rows: [] })).toMatchObject([{ address: 'A1', why: '这张工作表是空的。' }])
    expect(await issuesOf({ rows: [['姓名', '部门']] })).toMatchObject([
      { address: 'A1', found: '姓名、部门', why: '只有表头，下面是空的。' },
    ])
  })

  it('is not seen in a form card, where names of columns stand where values should', async () => {
    const card = {
      rows: [
        ['姓名', '张三', '部门', '党建组'],
        ['姓名拼音', 'zhang san', '职务', '干事'],
        ['电话', '6101', '备注', ''],
      ],
    }
    expect(
      (await planOn(book, 'staff', card)).preview.rows.filter(({ verdict }) => verdict === 'new'),
    ).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillPages, pageStarts } from '../../../src-main/excel/page-estimate.ts'
import { columnPoints, heightOf } from '../../../src-main/excel/row-height.ts'
import { layOutSheet } from '../../../src-main/excel/sheet-layout.ts'
import { SheetNames } from '../../../src-main/excel/sheet-names.ts'
import { countLines } from '../../../src-main/excel/text-lines.ts'
import type { SheetToWrite, TableValue } from '../../../src-main/excel/workbook.ts'

/** `width` in full-width characters. */
const lines = (text: string, width: number) => countLines(text, { width: width * 10, size: 10 })

describe('lines of a text', () => {
  it('are counted with full-width characters twice as wide as others', () => {
    expect(lines('', 5)).toBe(1)
    expect(lines('一二三四五', 5)).toBe(1)
    expect(lines('一二三四五六', 5)).toBe(2)
    expect(lines('12345678', 5)).toBe(1)
    expect(lines('一\n二\n三', 5)).toBe(3)
  })

  it('break between Chinese characters but not within words', () => {
    expect(lines('一二 2026-11-20 三', 6)).toBe(3)
    expect(lines('1234567890123456789012345', 5)).toBe(3)
  })

  it('do not begin with a full stop or end with an opening bracket', () => {
    expect(lines('一二三四五。六七八九', 5)).toBe(3)
    expect(lines('一二三四（五六七', 5)).toBe(2)
  })

  it('never grow fewer when text is added or the column made narrower', () => {
    const text = fc.string({ unit: fc.constantFrom(...'一二，。（）ab1 \n') })
    fc.assert(
      fc.property(text, text, fc.integer({ min: 3, max: 40 }), (one, more, width) => {
        expect(lines(one + more, width)).toBeGreaterThanOrEqual(lines(one, width))
        expect(lines(one, width)).toBeGreaterThanOrEqual(lines(one, width + 1) - 1)
      }),
    )
  })
})

describe('pages', () => {
  const page = (heights: number[], keep: number[] = []) => ({
    heights,
    room: 100,
    repeated: 10,
    keep_with_next: new Set(keep),
  })

  it('end where the next row finds no room, and count the repeated head', () => {
    expect(pageStarts(page([40, 40, 20, 40, 40, 10, 40]))).toEqual([3, 6])
    expect(pageStarts(page([300, 300]))).toEqual([1])
    expect(pageStarts(page([]))).toEqual([])
  })

  it('keep together what belongs together, unless it fills a page by itself', () => {
    expect(pageStarts(page([40, 40, 15, 40, 30], [2]))).toEqual([2])
    expect(pageStarts(page([40, 40, 40, 40, 40], [0, 1, 2, 3]))).toEqual([2, 4])
  })

  it('are filled where rows were moved on, so that a program without the breaks comes to the same end', () => {
    const rows = page([30, 20, 20, 20, 60, 10], [3])
    fillPages(rows, (row) => row < 3)
    const without_breaks = pageStarts({ ...rows, keep_with_next: new Set() })
    expect(without_breaks).toEqual([3])
    expect(pageStarts(rows)).toEqual([3])
  })
})

const plan = (more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: '清单',
  title: '岗位职责清单',
  head: { left: '填报单位：组织人事处', right: '填报时间：2026年11月20日' },
  widths: [6, 10, 12, 40],
  tables: [],
  foot: '填报人：　　审核人：　　填报日期：　　年　　月　　日',
  orientation: 'landscape',
  ...more,
})

/** Which rows of a column are merged, by value: `党建 3-5`, counted from the first row of the table's body. */
function mergesOf(rows: TableValue[][], grouped: boolean[], place: number): string[] {
  const columns = grouped.map((merge_equal, index) => ({ header: `${index}`, merge_equal }))
  const { cells, header_row = 0 } = layOutSheet(
    plan({ widths: columns.map(() => 10), tables: [{ columns, rows }] }),
  )
  const body = header_row + 1
  return cells
    .filter((cell) => cell.column === place && cell.row >= body && cell.rows > 1)
    .map((cell) => `${cell.value} ${cell.row - body}-${cell.row - body + cell.rows - 1}`)
}

describe('equal neighbours', () => {
  const rows = [
    ['党建', '专员', 'a'],
    ['党建', '专员', 'a'],
    ['党建', '主管', 'a'],
    ['人事', '主管', 'a'],
    ['人事', null, 'a'],
    ['人事', null, 'b'],
    ['综合', '', 'b'],
  ]

  it('become one cell in the columns that ask for it, never across a change in one before', () => {
    expect(mergesOf(rows, [true, true, false], 0)).toEqual(['党建 0-2', '人事 3-5'])
    expect(mergesOf(rows, [true, true, false], 1)).toEqual(['专员 0-1'])
    expect(mergesOf(rows, [false, true, false], 1)).toEqual(['专员 0-1', '主管 2-3'])
    expect(mergesOf(rows, [true, false, true], 2)).toEqual(['a 0-2', 'a 3-4'])
    expect(mergesOf(rows, [false, false, false], 0)).toEqual([])
  })

  it('lie side by side without gap or overlap, whatever the rows are', () => {
    const value = fc.constantFrom('甲', '乙', null, '很长的文字'.repeat(30))
    const any_rows = fc.array(fc.tuple(value, value, value), { maxLength: 80 })
    fc.assert(
      fc.property(any_rows, fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (rows, merge) => {
        const columns = merge.map((merge_equal, index) => ({ header: `${index}`, merge_equal }))
        const laid = layOutSheet(plan({ widths: [8, 8, 8], tables: [{ columns, rows }] }))
        const covered = new Map<string, number>()
        for (const { row, column, rows: down, columns: across } of laid.cells)
          for (let r = row; r < row + down; r += 1)
            for (let c = column; c < column + across; c += 1)
              covered.set(`${r} ${c}`, (covered.get(`${r} ${c}`) ?? 0) + 1)
        expect(covered.size).toBe(laid.heights.length * 3)
        expect(new Set(covered.values())).toEqual(new Set([1]))
        expect(Math.max(...laid.heights)).toBeLessThanOrEqual(409)
      }),
    )
  })

  it('are told again on top of a new page', () => {
    const many = Array.from({ length: 60 }, (_, index) => ['党建组', `${index}`, '专员', '收党费'])
    const columns = ['组别', '序号', '岗位', '职责'].map((header) => ({
      header,
      merge_equal: header === '组别',
    }))
    const { cells, page_starts } = layOutSheet(plan({ tables: [{ columns, rows: many }] }))
    const groups = cells.filter(({ value }) => value === '党建组')
    expect(page_starts.length).toBeGreaterThan(1)
    expect(groups.slice(1).map(({ row }) => row)).toEqual(page_starts)
    expect(groups.reduce((sum, group) => sum + group.rows, 0)).toBe(60)
  })
})

describe('row heights', () => {
  const table = (rows: TableValue[][], merge_equal = false) => ({
    columns: [{ header: '序号' }, { header: '组别', merge_equal }, { header: '岗位' }, { header: '职责' }],
    rows,
  })

  it('hold the longest text of the row', () => {
    const long = '完成第四季度党费收缴工作，核对各支部上交金额并开具票据。'.repeat(8)
    const {
      heights,
      widths,
      header_row = 0,
    } = layOutSheet(
      plan({
        tables: [
          table([
            [1, '党建', '专员', '短'],
            [2, '党建', '专员', long],
          ]),
        ],
      }),
    )
    const [short = 0, high = 0] = heights.slice(header_row + 1)
    expect(short).toBe(22)
    expect(high).toBe(heightOf(long, 'left', columnPoints(widths[3] ?? 0)))
    expect(high).toBeGreaterThan(4 * 15)
  })

  it('grow together where a merged cell has more to say than its rows', () => {
    const group = '监督执纪、廉政档案、风险防控、作风建设和巡察整改工作组'.repeat(2)
    const {
      heights,
      widths,
      header_row = 0,
    } = layOutSheet(
      plan({
        tables: [
          table(
            [
              [1, group, '甲', '短'],
              [2, group, '乙', '短'],
            ],
            true,
          ),
        ],
      }),
    )
    const [one = 0, two = 0] = heights.slice(header_row + 1)
    expect(one).toBe(two)
    expect(one + two).toBeGreaterThanOrEqual(heightOf(group, 'center', columnPoints(widths[1] ?? 0)))
    expect(one).toBeGreaterThan(22)
  })

  it('never pass what Excel allows: a longer text gets several rows', () => {
    const {
      heights,
      widths,
      cells,
      header_row = 0,
    } = layOutSheet(plan({ tables: [table([[1, '党建', '专员', '字'.repeat(2000)]])] }))
    const text = cells.find(({ value }) => typeof value === 'string' && value.length === 2000)
    const rows = heights.slice(header_row + 1, -1)
    expect(text?.rows).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(1)
    expect(Math.max(...rows)).toBeLessThanOrEqual(409)
    expect(rows.reduce((sum, height) => sum + height, 0)).toBeGreaterThanOrEqual(
      heightOf('字'.repeat(2000), 'left', columnPoints(widths[3] ?? 0)),
    )
  })

  it('are right for an empty table', () => {
    const { cells } = layOutSheet(plan({ tables: [{ ...table([]), empty_text: '本周无事项' }] }))
    expect(cells.find(({ value }) => value === '本周无事项')).toMatchObject({
      column: 0,
      columns: 4,
      rows: 1,
      style: 'center',
    })
  })
})

describe('the sheet', () => {
  it('has title, head, tables with captions, foot and notes from top to bottom', () => {
    const columns = [{ header: '序号' }, { header: '事项', span: 2 }, { header: '情况' }]
    const { cells, header_row, print_titles } = layOutSheet(
      plan({
        tables: [
          { caption: '一、本周', columns, rows: [[1, '收党费', '完成']] },
          { caption: '二、下周', columns, rows: [], empty_text: '无' },
        ],
        notes: ['注：一式两份。'],
      }),
    )
    const places = cells.map(
      ({ row, column, columns: across, value }) => `${row}:${column}+${across} ${String(value).trim()}`,
    )
    expect(places).toEqual([
      '0:0+4 岗位职责清单',
      '1:0+3 填报单位：组织人事处',
      '1:3+1 填报时间：2026年11月20日',
      '2:0+4 一、本周',
      '3:0+1 序号',
      '3:1+2 事项',
      '3:3+1 情况',
      '4:0+1 1',
      '4:1+2 收党费',
      '4:3+1 完成',
      '6:0+4 二、下周',
      '7:0+1 序号',
      '7:1+2 事项',
      '7:3+1 情况',
      '8:0+4 无',
      expect.stringMatching(/^9:0\+4 填报人：　+审核人：　+填报日期：　　年　　月　　日$/),
      '10:0+4 注：一式两份。',
    ])
    expect([header_row, print_titles]).toEqual([undefined, [0, 1]])
  })

  it('repeats the column heads of its only table', () => {
    const { header_row, print_titles } = layOutSheet(
      plan({ tables: [{ columns: [{ header: '甲' }], rows: [] }] }),
    )
    expect([header_row, print_titles]).toEqual([2, [2, 2]])
  })

  it('makes room for dates and numbers, which would be shown as #### otherwise, and for short words', () => {
    const columns = [
      { header: '时限', kind: 'date' as const },
      { header: '金额' },
      { header: '编号' },
      { header: '网址' },
      { header: '事项' },
    ]
    const row = ['2026-11-20', 1234567, '见2026-DJ-0047', 'https://www.example.gov.cn', '很长的文字']
    const { widths } = layOutSheet(plan({ widths: [4, 4, 4, 4, 300], tables: [{ columns, rows: [row] }] }))
    const number = (widths[2] ?? 0) * 5.25
    expect(widths.toSpliced(2, 1)).toEqual([11, 8, 4, 300])
    expect([number > 12 * 0.5 * 10.5, number < 12 * 0.8 * 10.5]).toEqual([true, true])
  })

  it('is as wide as its paper; columns of text get most of what was left over', () => {
    const columns = [{ header: '组别', align: 'center' as const }, { header: '事项' }]
    const across = (paper: 'A4' | 'A3') => {
      const { widths } = layOutSheet(plan({ widths: [10, 10], paper, tables: [{ columns, rows: [] }] }))
      const [group = 0, text = 0] = widths
      expect((text - 10) / (group - 10)).toBeCloseTo(3, 1)
      return columnPoints(group) + columnPoints(text)
    }
    // Landscape, without margins of 0.6 inches; A3 is taken to have more on a page and printed a little smaller.
    expect(Math.round((across('A4') / (842 - 86.4)) * 100)).toBe(99)
    expect(Math.round((across('A3') / (1191 - 86.4)) * 86)).toBe(99)
  })

  it('keeps the widths of a table that the paper has no room for', () => {
    const columns = [{ header: '甲' }, { header: '乙' }]
    const { widths } = layOutSheet(plan({ widths: [100, 100], tables: [{ columns, rows: [] }] }))
    expect(widths).toEqual([100, 100])
  })
})

it('names tabs as Excel allows them', () => {
  const names = new SheetNames()
  const wanted = [
    '第47周（11/16）',
    "a:b\\c?[d]*'",
    '',
    'History',
    '',
    'ABC',
    'abc',
    '长'.repeat(40),
    '长'.repeat(40),
    `${'长'.repeat(30)}𠮷`,
  ]
  expect(wanted.map((name) => names.take(name))).toEqual([
    '第47周（11-16）',
    'a-b-c--d--’',
    '工作表',
    '工作表(2)',
    '工作表(3)',
    'ABC',
    'abc(2)',
    '长'.repeat(31),
    `${'长'.repeat(28)}(2)`,
    '长'.repeat(30),
  ])
})

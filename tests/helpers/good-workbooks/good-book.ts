// Workbooks that must be read: what is in them, whoever writes them.
import { addressOf } from '../../../src-main/excel/cell-address.ts'
import { isoDateValue } from '../../../src-main/excel/cell-value.ts'
import type { ReadWorkbook } from '../../../src-main/excel/workbook.ts'

export type GoodValue = string | number | boolean | { date: string } | { percent: number } | null

export interface GoodSheet {
  name: string
  is_hidden?: boolean
  /** From A1 on. */
  rows: readonly (readonly GoodValue[])[]
  /** `A1:C1` */
  merges?: readonly string[]
}

export interface GoodBook {
  name: string
  sheets: readonly GoodSheet[]
}

const day = (date: string) => ({ date })

export const goodBooks: readonly GoodBook[] = [
  {
    name: '人员名册',
    sheets: [
      {
        name: '名册',
        rows: [
          ['组织人事处人员名册', null, null, null, null],
          ['序号', '姓名', '身份证号', '到岗日期', '在岗'],
          [1, '王　伟', '110101199003071234', day('2019-06-17'), true],
          [2, '欧阳娜娜', '11010119900307123X', day('2021-03-01'), false],
          [3, '𠮷田', '000123', day('2026-02-28'), true],
        ],
        merges: ['A1:E1'],
      },
    ],
  },
  {
    name: '岗位职责清单',
    sheets: [
      {
        name: '清单（2026年）',
        rows: [
          ['组别', '职责', null, '时限'],
          [null, '内容', '标准', null],
          ['党建组', '一、收缴党费\n二、登记台账', '每月10日前', day('2026-11-10')],
          [null, '发展党员', '“四张表”齐全', '长期'],
          ['人事组', '=1+1 不是公式', '100%', day('2027-01-03')],
        ],
        merges: ['A1:A2', 'B1:C1', 'D1:D2', 'A3:A4'],
      },
    ],
  },
  {
    name: '第47周周报',
    sheets: [
      {
        name: '第47周',
        rows: [
          ['事项', '完成率', '金额', '时限'],
          ['开展主题党日活动', { percent: 0.8 }, 12.5, day('2026-11-16')],
          ['核对工资（含补发）', { percent: 1 }, 1234567.89, day('2026-12-31')],
          ['整理档案', { percent: 0.285 }, -3, day('1999-12-31')],
        ],
      },
      { name: '说明', rows: [['填表说明'], ['一、每周五12时前报送。']] },
      { name: '选项', is_hidden: true, rows: [['是'], ['否']] },
    ],
  },
  {
    name: '少见的字',
    sheets: [
      {
        name: '少见的字',
        rows: [
          [' 前后有空格 ', '　全角空格　', '制表\t符', '引号"和,逗号;分号'],
          ['㛃娜', '𬭚强', 'Zoë', '①②③ ㎡ ℃'],
          ['<b>&amp;</b>', '#REF', "'单引号", '@提到 +86 -1'],
          ['👨‍👩‍👧 家庭', 'ﬁ', '½', '——'],
        ],
      },
    ],
  },
  {
    name: '两千行台账',
    sheets: [
      {
        name: '台账',
        rows: [
          ['编号', '事项', '责任人', '时限', '数量'],
          ...Array.from({ length: 2000 }, (_, index): GoodValue[] => [
            `2026-DJ-${String(index + 1).padStart(4, '0')}`,
            `第${index + 1}项工作`,
            ['张三', '李四', '王五、赵六'][index % 3] ?? '',
            day(
              `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
            ),
            index * 1.5,
          ]),
        ],
      },
    ],
  },
]

/** What the reader shall find: `A1 text 姓名`, sheet by sheet. */
export function expectedCells({ sheets }: GoodBook): string[][] {
  return sheets.map(({ rows }) => cellsOf(rows, shown))
}

/** In a text table there is one sheet; dates are text, and so is what is no plain number. */
export function expectedInCsv({ sheets }: GoodBook): string[][] {
  return [cellsOf(sheets[0]?.rows ?? [], shownInCsv)]
}

function cellsOf(rows: GoodSheet['rows'], show: (value: Exclude<GoodValue, null>) => string): string[] {
  return rows.flatMap((values, row) =>
    values.flatMap((value, column) =>
      value === null ? [] : [`${addressOf(row + 1, column + 1)} ${show(value)}`],
    ),
  )
}

function shown(value: Exclude<GoodValue, null>): string {
  if (typeof value === 'string') return `text ${value}`
  if (typeof value === 'number') return `number ${value}`
  if (typeof value === 'boolean') return `boolean ${value ? 'TRUE' : 'FALSE'}`
  return 'date' in value ? `date ${value.date}` : `number ${percentOf(value.percent)}`
}

function shownInCsv(value: Exclude<GoodValue, null>): string {
  if (typeof value === 'string' || typeof value === 'number') return shown(value)
  if (typeof value === 'boolean') return `text ${value ? 'TRUE' : 'FALSE'}`
  return 'date' in value ? `text ${value.date}` : `text ${percentOf(value.percent)}`
}

function percentOf(part: number): string {
  return `${Number((part * 100).toPrecision(12))}%`
}

export function foundCells({ sheets }: ReadWorkbook): string[][] {
  return sheets.map(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ address, kind, text }) => `${address} ${kind} ${text}`)),
  )
}

export function serialOf(date: string): number {
  const { number } = isoDateValue(date, false)
  if (number === undefined) throw new Error(`No date: ${date}`)
  return number
}

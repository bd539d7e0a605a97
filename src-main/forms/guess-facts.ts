import { date_facts, type FormFactName } from '../../src-shared/form-fields.ts'
import { type FormGrid, rootOf } from '../../src-shared/form-grid.ts'
import { slotsOf } from '../../src-shared/form-slots.ts'
import type { FormFactUse } from '../../src-shared/forms.ts'

const labels: readonly [RegExp, FormFactName][] = [
  [/^(?:填报|填表|报送|上报|编制)?单位(?:名称|全称)?$/, 'unit'],
  [
    /^(?:填报|填表|报送|上报|归档|立卷|责任)(?:部门|处室|科室)(?:名称)?$|^(?:部门|处室|科室)(?:名称)?$/,
    'department',
  ],
  [/^(?:填报|填表|制表|经办|联系|报送)人(?:员|姓名)?$|^制表$|^填报人及电话$/, 'clerk'],
  [/^(?:联系|办公|填报人|联系人)?电话$|^联系方式$/, 'clerk_phone'],
  [/^(?:填报|填表|报送|上报|制表|报表)(?:日期|时间)$|^日期$/, 'today'],
  [/^(?:统计|报告|填报)(?:期间?|周期|时段)$/, 'period'],
  [/^(?:报告)?周次$/, 'week'],
  [/^(?:报告|统计|填报)?年度$/, 'year'],
  [/^(?:全处|在岗|处室|部门)?人数$|^人员总数$/, 'staff_count'],
  [/^(?:职责|工作职责)(?:项数|总数|数量?)$/, 'duty_count'],
]

/** What is asked of a label: without brackets, blanks and colon. */
export function factOfLabel(label: string): FormFactName | null {
  const plain = label
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s:*_()]/g, '')
  return labels.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** A unit of measure behind 单位： is no place for a name. */
const measure = /^[\s\u3000]*(?:[百千万亿]?元|人|个|项|次|份|%|天|件|平方米|公里)/

/** Single cells that wait for something we know, outside of these rows. */
export function guessFacts(grid: FormGrid, isData: (row: number) => boolean): FormFactUse[] {
  const facts: FormFactUse[] = []
  for (let row = 1; row <= grid.last_row; row += 1) {
    if (isData(row)) continue
    for (let column = 1; column <= grid.last_column; column += 1) {
      const text = grid.text(row, column)
      if (text === '' || text.length > 300 || grid.hasFormula(row, column)) continue
      facts.push(...factsInCell(grid, row, column, text))
    }
  }
  return facts
}

function factsInCell(grid: FormGrid, row: number, column: number, text: string): FormFactUse[] {
  const beside = blankBeside(grid, row, column)
  const whole = factOfLabel(text)
  const place = {
    sheet: grid.sheet.name,
    row,
    column,
    label: text.slice(0, 300),
    text: '',
    date_as: 'own' as const,
  }
  if (whole !== null && beside !== null) return [{ ...place, ...beside, slot: '', fact: whole }]
  const slots = slotsOf(text)
  const labelled = slots.flatMap(({ key, start, end }): FormFactUse[] => {
    if (key === '#week') return [{ ...place, slot: key, fact: 'week' }]
    if (key === '#month') return [{ ...place, slot: key, fact: 'month' }]
    const fact = key === '#date' ? 'today' : factOfLabel(key)
    if (fact === null || measure.test(text.slice(start, end))) return []
    return [{ ...place, slot: key, fact, date_as: date_facts.includes(fact) ? 'long' : 'own' }]
  })
  return labelled
}

/** The empty cell right of a label that fills its own cell. */
function blankBeside(grid: FormGrid, row: number, column: number): { row: number; column: number } | null {
  const area = grid.merge(row, column)
  const next = (area?.last_column ?? column) + 1
  if (next > grid.last_column) return null
  const root = rootOf(grid, row, next)
  const isBlank = grid.text(root.row, root.column).trim() === '' && !grid.hasFormula(root.row, root.column)
  if (!isBlank || root.row !== row) return null
  const text = grid.text(row, column)
  const colon = /[:：]\s*$/.test(text)
  // 填报单位： with room behind it in its own cell is written on there.
  const hasLines = grid.look(root.row, root.column).border !== 0
  return colon && !hasLines && (area !== undefined || widthOf(grid, column) > text.length * 2 + 6)
    ? null
    : root
}

function widthOf(grid: FormGrid, column: number): number {
  return grid.sheet.columns[column - 1]?.width ?? 8
}

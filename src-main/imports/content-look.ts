import { readDate } from '../../src-shared/read-date.ts'
import type { ReadCell } from '../excel/workbook.ts'
import { comparable, isPlaceholder } from './cell-text.ts'
import type { ImportContext, Look } from './import-sheet.ts'
import { readNames } from './read-names.ts'

/** The hundred commonest ones, which nine of ten people have. */
const surnames = new Set(
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚单柏戚',
)

const least_cells = 3
const least_share = 0.8

type Known = Pick<ImportContext, 'people' | 'groups' | 'categories' | 'today'>

/** What most cells of a column are, the most telling look first; null for what could be anything. */
export function lookOf(cells: readonly ReadCell[], known: Known): Look | null {
  const told = cells.filter(({ text }) => !isPlaceholder(text))
  if (told.length < least_cells) return null
  const isMostly = (test: (cell: ReadCell) => boolean) =>
    told.filter(test).length >= told.length * least_share
  if (isMostly((cell) => isPerson(cell, known))) return 'person'
  if (isMostly(({ text }) => known.categories.find(text) !== undefined)) return 'category'
  if (isMostly(({ text }) => known.groups.find(text) !== undefined)) return 'group'
  if (isMostly(({ text }) => /^1\d{10}$|^(?:0\d{2,3}-?)?\d{7,8}$/.test(comparable(text)))) return 'phone'
  if (isMostly((cell) => isDate(cell, known.today))) return 'date'
  if (isMostly(isName)) return 'name'
  const length = told.reduce((sum, { text }) => sum + text.length, 0) / told.length
  return length >= 6 && countDistinct(told) > told.length / 2 && isMostly(({ kind }) => kind === 'text')
    ? 'text'
    : null
}

function isPerson({ kind, text }: ReadCell, { people }: Known): boolean {
  if (kind !== 'text' || text.length > 40) return false
  const names = readNames(text)
  return names.length > 0 && names.every(({ name }) => people.find(name, null).state !== 'unknown')
}

function isName({ kind, text }: ReadCell): boolean {
  const plain = comparable(text)
  return kind === 'text' && /^\p{Script=Han}{2,4}$/u.test(plain) && surnames.has(plain.charAt(0))
}

/** A bare number could be anything; only what is written as a date counts. */
function isDate(cell: ReadCell, today: string): boolean {
  return cell.kind === 'date' || (cell.kind === 'text' && readDate(cell, today).state === 'date')
}

function countDistinct(cells: readonly ReadCell[]): number {
  return new Set(cells.map(({ text }) => comparable(text))).size
}

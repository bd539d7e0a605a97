import type { FormPicture } from '../../src-shared/form-picture.ts'

/** By hand, as every answer of the Excel process is: a picture has up to 24,000 cells. */
export function isFormPicture(value: unknown): value is FormPicture {
  return isRecord(value) && isList(value.looks, isLook) && isList(value.sheets, isSheet)
}

function isSheet(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.name === 'string' &&
    areTruths(value, ['is_hidden', 'is_protected', 'may_insert_rows', 'is_cut']) &&
    isList(value.columns, isColumn) &&
    isList(value.rows, isRow) &&
    isList(value.merges, isArea) &&
    isList(value.lists, isFormList)
  )
}

const isColumn = (value: unknown) =>
  isRecord(value) && areNumbers(value, ['width', 'look']) && areTruths(value, ['is_hidden'])

const isRow = (value: unknown) =>
  isRecord(value) &&
  areNumbers(value, ['height']) &&
  areTruths(value, ['is_hidden']) &&
  (value.look === null || isNumber(value.look)) &&
  isList(value.cells, isCell)

const isCell = (value: unknown) =>
  isRecord(value) &&
  areNumbers(value, ['column', 'look']) &&
  areTruths(value, ['has_formula']) &&
  typeof value.text === 'string'

const isArea = (value: unknown) =>
  isRecord(value) && areNumbers(value, ['first_row', 'first_column', 'last_row', 'last_column'])

const isFormList = (value: unknown) =>
  isRecord(value) &&
  isList(value.areas, isArea) &&
  isList(value.options, (option) => typeof option === 'string')

const isLook = (value: unknown) =>
  isRecord(value) &&
  areTruths(value, ['is_bold', 'wraps', 'is_locked']) &&
  areNumbers(value, ['size', 'border']) &&
  alignments.has(value.align) &&
  kinds.has(value.kind) &&
  [value.fill, value.color].every(
    (color) => color === '' || (typeof color === 'string' && isColor.test(color)),
  )

const isColor = /^#[0-9a-f]{6}$/i
const alignments = new Set<unknown>(['', 'left', 'center', 'right'])
const kinds = new Set<unknown>(['number', 'percent', 'date', 'time', 'elapsed', 'text'])

function isList(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test)
}

function areNumbers(value: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => isNumber(value[name]))
}

function areTruths(value: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'boolean')
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

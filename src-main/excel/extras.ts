import { forbidden, type Unreadable } from './unreadable.ts'
import type { ReadSheet } from './workbook.ts'

// What a book may hold besides its cells: said in the same words for every format.

export const macroWarning = '文件含有宏，已忽略，只读取单元格里的内容。'
export const linkWarning = '文件引用了其他工作簿（外部链接），读取的是上次保存时的数值，请核对。'

export function skippedSheet(name: string): string {
  return `“${name}”不是普通工作表（图表、对话框或模块），已跳过。`
}

/** `first`: the address of one of them. */
export function unsavedResults(count: number, first: string): string {
  return `有 ${count} 个公式没有保存计算结果（如 ${first}），按空白处理；请用 WPS 或 Excel 打开后保存一次再导入。`
}

/** Nothing is ever calculated: what stands there is what was last saved. */
export function formulaWarnings(sheets: readonly ReadSheet[]): string[] {
  let count = 0
  let first = ''
  for (const { name, rows } of sheets) {
    for (const { cells } of rows) {
      for (const { has_formula, address } of cells) {
        if (!has_formula) continue
        count += 1
        first ||= `“${name}”的 ${address}`
      }
    }
  }
  return count === 0 ? [] : [`有 ${count} 个单元格是公式（如${first}），读取的是上次保存的结果，请核对。`]
}

/** The name by which one reaches what all objects inherit. No office writes it. */
export function refuseHostileName(name: string): void {
  if (name.trim() !== '__proto__') return
  throw forbidden(
    '含有“__proto__”这样的名称，是有人特意做的异常文件，不读取。',
    '请向填报人要一份正常的表；来历不明的文件请不要打开。',
  )
}

export function refuseExtra(what: string, remedy: string): Unreadable {
  return forbidden(
    `${what}，为安全起见不读取。`,
    `请用 WPS 或 Excel 打开，${remedy}，另存为新的 .xlsx 后再选择。`,
  )
}

export function refuseMacroSheet(): Unreadable {
  return forbidden(
    '含有 Excel 4.0 宏表，可能带有宏病毒，为安全起见不读取。',
    '请先用杀毒软件检查，再用 WPS 或 Excel 打开，删除宏表，另存为新的 .xlsx 后再选择。',
  )
}

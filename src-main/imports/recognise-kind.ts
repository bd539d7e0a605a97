import type { ImportKind } from '../../src-shared/imports.ts'
import type { ReadWorkbook } from '../excel/workbook.ts'
import { type ChosenSheet, chooseSheet, countRecords } from './choose-sheet.ts'
import { createHeaderReader } from './header-words.ts'
import type { SheetColumn } from './import-sheet.ts'
import { import_columns } from './imports.ts'

/** What a workbook is; `table` is a readable table of none of these. */
export const workbook_kinds = ['staff', 'duties', 'backup-posts', 'weekly', 'archive', 'table'] as const
export type WorkbookKind = (typeof workbook_kinds)[number]

/** Columns by which a list of archived matters or files is known; such lists are not imported. */
export const archive_columns: readonly SheetColumn[] = [
  { field: 'serial', label: '序号', words: ['序号', 'no.', 'no', '顺序号'], is_serial: true },
  { field: 'number', label: '档号', words: ['档号', '归档号', '归档编号', '件号'], is_anchor: true },
  { field: 'title', label: '题名', words: ['题名', '文件题名', '案卷题名', '文件标题'], is_anchor: true },
  { field: 'retention', label: '保管期限', words: ['保管期限'], is_anchor: true },
  { field: 'archived_on', label: '归档时间', words: ['归档时间', '归档日期'], is_anchor: true },
  { field: 'document', label: '文号', words: ['文号', '文件编号', '发文字号'] },
  { field: 'author', label: '责任者', words: ['责任者', '归档人'] },
  { field: 'place', label: '存放位置', words: ['存放位置', '盒号', '柜号', '卷号'] },
  { field: 'pages', label: '页数', words: ['页数', '页号', '密级'] },
]

const cues: Record<Exclude<WorkbookKind, 'table'>, RegExp> = {
  staff: /花名册|名册|名单|人员信息|员工信息|人员情况|人员列表|通讯录|党员信息|信息登记|招聘人员/,
  duties: /职责|职能|分工|任务分配|岗位/,
  'backup-posts': /A\s*[、/]?\s*B\s*[岗角]/i,
  weekly:
    /周报|本周|下周|上周|第.{1,4}周|每周|日报|月报|工作计划|工作总结|年终总结|履职情况|完成情况|工作打算|督办/,
  archive: /归档|档案|案卷/,
}
/** A list of names that is kept for something else than who is here. */
const no_roster = /考勤|签到|值班|排班|工资|成绩|请假|检查|回访|满意度|相关方/

interface Candidate {
  kind: Exclude<WorkbookKind, 'table'>
  score: number
}

/** By its columns first; where several subjects could have them, by what its titles and its name say. */
export async function recogniseKind(workbook: ReadWorkbook, file_name: string): Promise<WorkbookKind> {
  const candidates: Candidate[] = []
  for (const kind of ['staff', 'duties', 'weekly'] as const) {
    const chosen = await chooseSheet(workbook, createHeaderReader(import_columns[kind]), null)
    if (chosen && chosen.tables.length > 0) candidates.push(...judge(kind, chosen, file_name))
  }
  const archive = await chooseSheet(workbook, createHeaderReader(archive_columns), null)
  if (archive && archive.tables.length > 0) candidates.push({ kind: 'archive', score: scoreOf(archive) + 30 })
  candidates.sort((one, other) => other.score - one.score)
  return candidates[0]?.kind ?? 'table'
}

function judge(kind: ImportKind, chosen: ChosenSheet, file_name: string): Candidate[] {
  const titles = [
    file_name,
    chosen.sheet.name,
    ...chosen.head,
    ...chosen.tables.map(({ table }) => table.caption),
  ]
  const headers = chosen.columns.map(({ text }) => text)
  const says = (of: keyof typeof cues) => [...titles, ...headers].some((text) => cues[of].test(text))
  const score = scoreOf(chosen) + (says(kind) ? 25 : 0)
  if (kind === 'staff') return isRoster(chosen, titles) ? [{ kind, score }] : []
  if (kind === 'weekly') {
    const is_report =
      titles.some((text) => cues.weekly.test(text)) || headers.some((text) => /本周|下周/.test(text))
    return is_report &&
      hasField(chosen, ['person', 'progress', 'state', 'is_done', 'due', 'detail', 'rate', 'reason'])
      ? [{ kind, score }]
      : []
  }
  // A plan of work has a column of duties too; what tells it apart is that it tracks progress.
  const tracks = headers.some((text) => /状态|进度|完成情况/.test(text))
  const is_list = titles.some((text) => cues.duties.test(text)) || (says('duties') && !tracks)
  const fields = ['a_holder', 'b_holder', 'frequency', 'due_rule', 'standard', 'basis']
  if (!is_list || !hasField(chosen, fields)) return []
  const is_pairs = hasField(chosen, ['a_holder']) && hasField(chosen, ['b_holder'])
  const names_pairs = titles.some((text) => cues['backup-posts'].test(text) && !/职责清单/.test(text))
  return [{ kind: is_pairs && names_pairs ? 'backup-posts' : 'duties', score }]
}

function isRoster({ tables }: ChosenSheet, titles: readonly string[]): boolean {
  if (titles.some((text) => no_roster.test(text))) return false
  const records = tables.flatMap(({ rows }) => rows.filter(({ skip }) => skip === null))
  const named = records.filter(({ cells }) => cells.has('name')).length
  return records.length === 0 || named * 2 > records.length
}

function hasField({ tables }: ChosenSheet, fields: readonly string[]): boolean {
  return tables.some(({ table }) =>
    table.block.columns.some(({ field }) => field !== null && fields.includes(field)),
  )
}

function scoreOf(chosen: ChosenSheet): number {
  const understood = Math.max(0, ...chosen.tables.map(({ table }) => table.header.understood))
  return understood * 10 + (countRecords(chosen.tables) > 0 ? 5 : 0)
}

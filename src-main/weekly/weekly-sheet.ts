import { nextWorkWeek, titleOfWeek } from '../../src-shared/working-days.ts'
import type { Change } from '../database/change.ts'
import type { ImportSheet, Saving, SheetColumn } from '../imports/import-sheet.ts'
import { addMatters } from './add-matters.ts'
import { editMatter } from './edit-matter.ts'
import { handIn } from './hand-in.ts'
import { readWeekRow } from './read-week-row.ts'
import { type KnownMatter, readWeekBook, type WeekBook, type WeekRecord } from './week-book.ts'
import { writeWeekLine } from './week-lines.ts'
import { whoHandsIn } from './who-hands-in.ts'

export type WeekField =
  | 'serial'
  | 'number'
  | 'group'
  | 'category'
  | 'title'
  | 'next_title'
  | 'detail'
  | 'person'
  | 'helpers'
  | 'leader'
  | 'due'
  | 'progress'
  | 'rate'
  | 'state'
  | 'is_done'
  | 'reason'
  | 'evidence'
  | 'source'
  | 'asks'
  | 'planned'
  | 'day'
  | 'remark'

const columns: readonly SheetColumn<WeekField>[] = [
  { field: 'serial', label: '序号', words: ['序号', 'no.', 'no', '顺序号'], is_serial: true },
  {
    field: 'number',
    label: '事项编号',
    words: ['事项编号', '编号', '销号编号', '任务编号'],
    is_serial: true,
  },
  {
    field: 'group',
    label: '组别',
    words: ['组别', '部门', '科室', '处室', '责任部门', '责任科室', '小组', '组', '牵头部门'],
    is_grouping: true,
    look: 'group',
  },
  {
    field: 'category',
    label: '类别',
    words: ['类别', '事项类别', '工作类别', '分类', '业务类别'],
    is_grouping: true,
    look: 'category',
  },
  {
    field: 'title',
    label: '工作事项',
    words: [
      ...['工作事项', '事项', '事项名称', '重点工作', '工作任务', '任务名称', '工作内容', '本周工作内容'],
      ...['本周工作', '本周任务', '本周工作事项', '下周工作事项', '下周工作内容', '下周任务', '工作项'],
      ...['任务描述', '任务内容', '主要工作', '具体工作', '工作项目', '完成工作项目', '工作要点', '任务'],
    ],
    weak: ['内容', '明细', '项目名称', '项目归属', '子系统', '项目', '计划内容', '本周工作完成', '工作完成'],
    not: /情况|原因|类型|状态|编号|数量/,
    is_anchor: true,
    look: 'text',
  },
  {
    field: 'next_title',
    label: '下周工作',
    words: ['下周计划', '下周工作计划', '下周工作安排', '下周安排', '下周打算', '下周工作打算', '下周工作'],
    is_anchor: true,
  },
  {
    field: 'detail',
    label: '具体内容',
    words: ['具体内容', '详情', '具体内容目标', '工作目标', '目标', '具体内容说明', '任务说明', '具体措施'],
    weak: ['工作内容', '任务描述', '内容说明', '工作措施'],
  },
  {
    field: 'person',
    label: '责任人',
    words: [
      ...['责任人', '负责人', '承办人', '经办人', '主办人', '具体责任人', '人员姓名', '当前负责人', '姓名'],
      ...['完成人', '执行人', '人员', 'a岗', 'a角', '主办'],
    ],
    weak: ['填报人', '汇报人', '技术负责人', '项目负责人'],
    not: /领导|建议|后续|协|配合|审核/,
    look: 'person',
  },
  {
    field: 'helpers',
    label: '协办人',
    words: ['协办人', '协办', '协办人b岗', '配合人', '协助人', '配合人员', 'b岗', 'b角', '参与人'],
  },
  { field: 'leader', label: '责任领导', words: ['责任领导', '分管领导', '牵头领导', '督办领导', '领导'] },
  {
    field: 'due',
    label: '计划完成时间',
    words: [
      ...['计划完成时间', '完成时限', '时限', '完成时间节点', '时间节点', '截止日期', '截止时间', '截至时间'],
      ...['截至日期', '预计完成时间', '计划完成日期', '计划完成时限', '要求完成时间', '完成期限', '办结时限'],
      ...['结束日期', '结束时间', '办理时限', '时限要求', '截至', '完成时间', '完成日期'],
    ],
    weak: ['时间'],
    not: /^(?:开始|实际|启动|发生)/,
    look: 'date',
  },
  {
    field: 'progress',
    label: '完成情况',
    words: [
      ...['完成情况', '进展情况', '工作进展', '履职情况', '工作完成情况', '本周完成情况', '本周进展', '进展'],
      ...['完成情况及进展', '落实情况', '办理情况', '本周履职情况', '工作进展情况', '当前状态'],
    ],
    weak: ['结果', '工作成效'],
  },
  {
    field: 'rate',
    label: '进度',
    words: ['进度', '完成进度', '本周进度', '完成率', '完成百分比', '完成比例'],
  },
  { field: 'state', label: '状态', words: ['状态', '完成状态', '任务状态', '工作状态', '办理状态'] },
  {
    field: 'is_done',
    label: '是否完成',
    words: ['是否完成', '是否完成销号', '是否销号', '完成与否', '是否办结', '销号', '销号情况'],
  },
  {
    field: 'reason',
    label: '未完成原因',
    words: [
      ...['未完成原因', '未完成原因及下步措施', '未完成原因及措施', '未完成原因下步措施', '延期原因', '原因'],
      ...['下步措施', '存在问题', '存在的问题'],
    ],
    weak: ['问题', '遇到的问题', '问题与解决方案'],
  },
  {
    field: 'evidence',
    label: '佐证材料',
    words: ['佐证材料', '证明材料', '成果材料', '成果'],
    weak: ['附件'],
  },
  { field: 'source', label: '来源', words: ['来源', '任务来源', '事项来源', '工作来源'] },
  {
    field: 'asks',
    label: '需协调解决的问题',
    words: ['需协调解决的问题', '需协调事项', '需协调的问题', '需要协调解决的问题', '需协调解决事项'],
  },
  { field: 'planned', label: '计划内外', words: ['计划内外', '计划内计划外', '是否计划内', '计划内'] },
  { field: 'day', label: '日期', words: ['日期', '工作日期', '周报日期'] },
  { field: 'remark', label: '备注', words: ['备注', '说明', '备注说明'] },
]

/** 周报: part 1 goes into the lines of the week, part 2 into the plan of the next. */
export const weeklySheet: ImportSheet<WeekField, WeekRecord, WeekBook> = {
  kind: 'weekly',
  columns,
  is_weekly: true,
  readBook(db, { today, week_monday, holidays }) {
    return readWeekBook(db, today, week_monday, nextWorkWeek(week_monday, holidays))
  },
  readRow: readWeekRow,
  afterRows(outcomes, book, context) {
    const records = outcomes.flatMap(({ draft }) => draft ?? [])
    book.hand_in = whoHandsIn(records, book, context)
    if (book.is_closed && records.length > 0) {
      const title = titleOfWeek(book.week_monday, context.holidays)
      context.warn(`${title}已经关账，这样保存不进去：请先解锁，或者改选周次。`)
    }
  },
  async save(change, records, { week_monday, hand_in }, saving) {
    const all = records.flatMap((record) => (record.next ? [record, record.next] : [record]))
    await saveRecords(change, all, saving)
    if (hand_in.length > 0) await handIn(change, { week_monday, staff_ids: hand_in, state: 'received' })
  },
}

/** Few enough that nobody notices the time they take. */
const batch = 100

/** New matters first, many at once; a matter made from part 1 is there when part 2 carries it on. */
async function saveRecords(
  change: Change,
  records: readonly WeekRecord[],
  { before }: Saving,
): Promise<void> {
  const made = new Map<KnownMatter, number>()
  const makers: WeekRecord[] = []
  for (const record of records) {
    if (record.matter.id !== null || made.has(record.matter)) continue
    made.set(record.matter, 0)
    makers.push(record)
  }
  for (let at = 0; at < makers.length; at += batch) {
    await before(at, records.length)
    const some = makers.slice(at, at + batch)
    const added = await addMatters(
      change,
      some.map(({ new_matter }) => new_matter),
    )
    for (const [index, { matter }] of some.entries()) {
      const id = added[index]?.matter_id
      if (id !== undefined) made.set(matter, id)
    }
  }
  const makes = new Set(makers)
  for (const [at, record] of records.entries()) {
    await before(at, records.length)
    const id = record.matter.id ?? made.get(record.matter)
    if (id !== undefined && !makes.has(record)) await writeRecord(change, id, record)
  }
}

async function writeRecord(
  change: Change,
  matter_id: number,
  { new_matter, facts }: WeekRecord,
): Promise<void> {
  const { week_monday, is_planned, line } = new_matter
  await writeWeekLine(change, { matter_id, week_monday, is_planned, line })
  if (facts === null) return
  const { id } = await change.db
    .selectFrom('matter_weeks')
    .select('id')
    .where('matter_id', '=', matter_id)
    .where('week_monday', '=', week_monday)
    .executeTakeFirstOrThrow()
  await editMatter(change, { matter_week_id: id, matter: facts, line, due_change: null })
}

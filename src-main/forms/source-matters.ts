import { evidenceText, isOpen, lightText, planText } from '../../src-shared/matter-words.ts'
import { matter_state_words, type WeekRow, week_state_words } from '../../src-shared/weekly.ts'
import { workWeekOf } from '../../src-shared/working-days.ts'
import { holidayTable } from '../holidays/holiday-table.ts'
import { selectWeekRows, toWeekRow } from '../weekly/matter-rows.ts'
import { weekRules } from '../weekly/rules.ts'
import { weekSheet } from '../weekly/week-sheet.ts'
import { periodOf } from './form-period.ts'
import { type RowsQuestion, sourceOf } from './form-source.ts'
import { phonesOf } from './phones.ts'

type Row = WeekRow & { phone: string }

function isDone({ state, week_state }: Row): string {
  if (state === 'withdrawn') return '已撤销'
  return state === 'signed_off' || state === 'archived' || week_state === 'done' ? '是' : '否'
}

/** A date where there is one, else its wording: 11月底, 长期. */
function dueOf({ due_on, due_text }: Row): string {
  return due_text === '' ? (due_on ?? '') : due_text
}

const fields: Parameters<typeof sourceOf<'week', Row>>[1] = {
  number: { words: ['事项编号', '编号', '销号编号', '任务编号'], value: (row) => row.number },
  group: {
    words: ['组别', '责任部门', '责任科室', '牵头部门', '部门', '科室', '处室', '小组', '责任单位'],
    value: (row) => row.group_name,
  },
  category: {
    words: ['类别', '事项类别', '工作类别', '分类', '业务类别', '工作类型'],
    value: (row) => row.category_name,
  },
  title: {
    words: [
      ...['工作事项', '事项', '事项名称', '重点工作', '工作任务', '任务名称', '工作内容', '主要工作', '任务'],
      ...[
        '本周工作',
        '本周工作内容',
        '下周工作',
        '下周工作内容',
        '重点任务',
        '工作项目',
        '具体工作',
        '工作计划',
      ],
      ...['下周计划', '下周工作安排', '下周工作打算', '工作名称', '项目名称', '计划内容', '内容'],
    ],
    not: /情况|原因|编号/,
    value: (row) => row.title,
  },
  detail: {
    words: [
      '具体内容',
      '工作目标',
      '目标',
      '具体措施',
      '工作措施',
      '目标任务',
      '工作要求',
      '具体要求',
      '下一步措施',
    ],
    value: (row) => row.detail,
  },
  staff: {
    words: [
      '责任人',
      '负责人',
      '承办人',
      '经办人',
      '具体责任人',
      '主办人',
      '姓名',
      '完成人',
      '责任人姓名',
      'a岗',
    ],
    not: /领导|协|配合|审核|电话/,
    value: (row) => row.staff_name,
  },
  phone: {
    words: ['联系电话', '责任人电话', '电话', '联系方式', '手机号', '手机'],
    value: (row) => row.phone,
  },
  helpers: {
    words: ['协办人', '配合人', '协助人', '协办人员', '配合人员', 'b岗', '协办'],
    value: (row) => row.helpers,
  },
  leader: { words: ['责任领导', '分管领导', '牵头领导', '督办领导', '领导'], value: (row) => row.leader },
  source: { words: ['来源', '任务来源', '事项来源', '工作来源'], value: (row) => row.source },
  listed_on: {
    words: ['列入时间', '交办时间', '立项时间', '开始时间', '登记时间', '布置时间'],
    value: (row) => row.listed_on,
  },
  due: {
    words: [
      ...['完成时限', '计划完成时间', '时间节点', '完成时间节点', '时限', '截止时间', '截止日期', '办结时限'],
      ...['完成期限', '计划完成日期', '预计完成时间', '要求完成时间', '办理时限', '计划时间', '拟完成时间'],
    ],
    not: /原|实际|延期/,
    value: dueOf,
  },
  original_due: {
    words: ['原定时限', '原定完成时限', '原完成时限', '原时限'],
    value: (row) => row.original_due_on ?? dueOf(row),
  },
  progress: {
    words: [
      ...['完成情况', '进展情况', '工作进展', '履职情况', '落实情况', '办理情况', '工作完成情况', '推进情况'],
      ...['本周完成情况', '本周进展', '进展', '工作进展情况', '落实进展', '目前进展'],
    ],
    value: (row) => row.progress,
  },
  week_state: { words: ['进度', '完成进度', '本周进度'], value: (row) => week_state_words[row.week_state] },
  state: {
    words: ['状态', '事项状态', '销号状态', '销号情况', '办理状态', '完成状态'],
    value: (row) => matter_state_words[row.state],
  },
  light: { words: ['亮灯', '亮灯情况', '预警', '灯'], value: lightText },
  is_done: {
    words: ['是否完成', '是否销号', '是否办结', '是否完成/销号', '完成与否'],
    value: isDone,
  },
  finished_on: {
    words: ['完成时间', '实际完成时间', '办结时间', '完成日期', '办结日期', '实际完成日期'],
    not: /计划|要求|预计|拟/,
    value: (row) => row.finished_on ?? '',
  },
  signed_off_on: {
    words: ['销号时间', '销号日期'],
    value: (row) => row.signed_off_on ?? '',
  },
  signed_off_by: { words: ['销号人', '审核人', '验收人'], value: (row) => row.signed_off_by },
  reason: {
    words: ['未完成原因', '未完成原因及下步措施', '原因', '未完成原因及措施', '存在问题', '滞后原因'],
    value: (row) => row.unfinished_reason,
  },
  evidence: { words: ['佐证材料', '印证材料', '证明材料', '成果', '工作成果'], value: evidenceText },
  planned: { words: ['计划内外', '是否计划内', '计划内/外'], value: planText },
  carried: { words: ['结转周数', '结转'], value: (row) => row.carried_weeks },
  remark: { words: ['备注', '说明', '备注说明'], value: (row) => row.remark },
}

/** The matters of a week, or of all weeks of a period: each once, as it stood last. */
export const weekMatters = sourceOf<'week', Row>(
  /周报|每周|(?<!下)周工作|销号|工作完成情况|工作情况|重点工作|督办|工作进展|任务清单|工作台账|本周/,
  fields,
  async (question) => {
    const rows = question.period === 'week' ? await rowsOfWeek(question) : await rowsOfPeriod(question)
    return withPhones(question, rows.filter(wanted(question)))
  },
)

/** 下周工作打算: what is planned for the week after. */
export const plannedMatters = sourceOf<'plan', Row>(
  /下周(?!.*本周)|下一步工作打算/,
  fields,
  async (question) => {
    const { db, today, group_id } = question
    const { plan } = await weekSheet(db, today, { week_monday: await mondayOf(question), group_id })
    return withPhones(question, plan.filter(wanted(question)))
  },
)

async function mondayOf({ db, on }: RowsQuestion): Promise<string> {
  return workWeekOf(on, await holidayTable(db))
}

async function rowsOfWeek(question: RowsQuestion): Promise<WeekRow[]> {
  const { db, today, group_id } = question
  const week_monday = await mondayOf(question)
  return (await weekSheet(db, today, { week_monday, group_id })).rows
}

async function rowsOfPeriod({ db, today, on, period }: RowsQuestion): Promise<WeekRow[]> {
  const rules = await weekRules(db, today)
  const { first, last } = periodOf(period, on, rules.holidays)
  const stored = await selectWeekRows(db)
    .where('w.week_monday', '>=', first)
    .where('w.week_monday', '<=', last)
    .orderBy('groups.sort_order')
    .orderBy('groups.id')
    .orderBy('m.number')
    .orderBy('w.week_monday')
    .execute()
  const newest = new Map(stored.map((row) => [row.matter_id, row]))
  return [...newest.values()].map((row) => toWeekRow(row, rules))
}

function wanted({ group_id, category_id, state }: RowsQuestion): (row: WeekRow) => boolean {
  const states: Record<RowsQuestion['state'], (row: WeekRow) => boolean> = {
    all: () => true,
    open: isOpen,
    signed_off: (row) => row.state === 'signed_off' || row.state === 'archived',
    overdue: (row) => isOpen(row) && row.light === 'red',
    planned: (row) => row.is_planned,
    unplanned: (row) => !row.is_planned,
  }
  return (row) =>
    (group_id === null || row.group_id === group_id) &&
    (category_id === null || row.category_id === category_id) &&
    states[state](row)
}

async function withPhones({ db }: RowsQuestion, rows: readonly WeekRow[]): Promise<Row[]> {
  const phones = await phonesOf(db)
  return rows.map((row) => ({ ...row, phone: phones.get(row.staff_id ?? 0) ?? '' }))
}

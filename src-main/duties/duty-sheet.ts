import type { Duty, DutyDraft } from '../../src-shared/duties.ts'
import type { Change } from '../database/change.ts'
import type { ImportSheet, SheetColumn } from '../imports/import-sheet.ts'
import { claimDutyNumbers, takenDutyNumbers } from '../numbers/take-number.ts'
import { listDuties } from './list-duties.ts'
import { contentKey, type DutyBook, type DutyRecord, readDutyRow } from './read-duty-row.ts'
import type { BField } from './read-holders.ts'

export type DutyField =
  | 'serial'
  | 'number'
  | 'group'
  | 'category'
  | 'content'
  | 'basis'
  | 'standard'
  | 'frequency'
  | 'due_rule'
  | 'a_holder'
  | BField
  | 'helpers'
  | 'output'
  | 'card_text'
  | 'kind'
  | 'weight'
  | 'schedule'
  | 'risk'
  | 'controls'
  | 'steps'
  | 'start_rule'
  | 'leader'
  | 'report_to'
  | 'remark'

const columns: readonly SheetColumn<DutyField>[] = [
  { field: 'serial', label: '序号', words: ['序号', 'no.', 'no', '顺序号'], is_serial: true },
  { field: 'number', label: '职责编号', words: ['职责编号', '职责编码', '编号', '编码'], is_serial: true },
  {
    field: 'group',
    label: '组别',
    words: ['组别', '部门', '科室', '处室', '责任部门', '责任科室', '所属部门', '小组', '组', '处科室组'],
    weak: ['单位', '责任单位', '条线'],
    is_grouping: true,
    look: 'group',
  },
  {
    field: 'category',
    label: '类别',
    words: ['职责类别', '类别', '分类', '工作类别', '业务类别', '工作分类'],
    weak: ['类型', '工作类型'],
    is_grouping: true,
    look: 'category',
  },
  {
    field: 'content',
    label: '职责内容',
    words: [
      ...['职责内容', '工作职责', '主要职责', '岗位职责', '职责', '具体职责', '职责任务', '工作内容'],
      ...['工作事项', '项目内容', '事项', '工作任务', '具体工作', '职责事项', '主要工作', '任务内容'],
    ],
    weak: ['模块', '任务', '具体内容', '内容', '明细', '项目名称', '任务名称', '项目', '岗位名称'],
    not: /完成情况|履职情况|进展/,
    is_anchor: true,
    look: 'text',
  },
  {
    field: 'basis',
    label: '工作依据',
    words: ['工作依据', '依据', '政策依据', '实施依据', '文件依据', '职责依据'],
  },
  {
    field: 'standard',
    label: '工作标准',
    words: ['工作标准', '标准', '工作要求', '要求', '质量要求', '完成标准'],
  },
  { field: 'frequency', label: '频次', words: ['频次', '频率', '工作频次', '办理频次', '周期', '工作周期'] },
  {
    field: 'due_rule',
    label: '办理时限',
    words: ['办理时限', '时限', '完成时限', '时限要求', '办结时限', '时间节点', '时间要求', '完成时间'],
    weak: ['截止日期', '截止时间', '所需时间', '时间', '期限'],
    not: /^(?:开始|实际)/,
  },
  {
    field: 'a_holder',
    label: 'A岗',
    words: [
      ...['a岗', 'a角', 'a岗责任人', 'a角责任人', 'a岗人员', 'a岗姓名', 'a角姓名', '责任人', '当前负责人'],
      ...['负责人', '承办人', '主办人', '主办', '经办人', '责任人员', '具体责任人', '责任人姓名'],
      ...['第一责任人', '责任人第一', '主要责任人', '主责任人', '主办责任人', '直接责任人'],
    ],
    weak: ['ab岗', 'ab角', '姓名', '人员', '第一'],
    not: /建议|后续|原|领导|^b|^(?:第[二三四]|次|协)/,
    look: 'person',
  },
  {
    field: 'b_holder',
    label: 'B岗',
    words: [
      ...['b岗', 'b角', 'b岗责任人', 'b角责任人', 'b岗人员', 'b岗姓名', 'b角姓名', '备岗', '备岗人员'],
      ...['协办', '协办人', '协办人员', '配合人'],
      ...['b岗1', 'b角1', 'b1', 'b1岗', 'b1角', '第一b岗', '第一b角', '第二责任人', '责任人第二'],
      ...['协办责任人', '协助责任人', '次要责任人'],
    ],
    // Beside 主要责任人 it is the second; alone it is the A.
    weak: ['直接责任人', '第二'],
    not: /领导|^a/,
  },
  {
    field: 'b_holder_2',
    label: '第二B岗',
    words: [...['b岗2', 'b角2', 'b2', 'b2岗', 'b2角', '第二b岗', '第二b角'], ...['第三责任人', '责任人第三']],
    weak: ['b岗', 'b角', '第三'],
    not: /领导|^a/,
  },
  {
    field: 'b_holder_3',
    label: '第三B岗',
    words: [...['b岗3', 'b角3', 'b3', 'b3岗', 'b3角', '第三b岗', '第三b角'], ...['第四责任人', '责任人第四']],
    weak: ['b岗', 'b角', '第四'],
    not: /领导|^a/,
  },
  { field: 'helpers', label: '协办人', words: [], weak: ['协办', '协办人', '协办人员', '配合人', '协助人'] },
  {
    field: 'output',
    label: '成果材料',
    words: ['成果材料', '成果', '工作成果', '佐证材料', '报送材料', '形成材料'],
    weak: ['材料'],
  },
  { field: 'card_text', label: '牌面短语', words: ['牌面短语', '牌面职责', '职责短语', '牌面内容'] },
  { field: 'kind', label: '性质', words: ['性质', '职责性质', '工作性质'], weak: ['常规/阶段/临时'] },
  { field: 'weight', label: '重要程度', words: ['重要程度', '是否重点', '重点/一般'] },
  { field: 'schedule', label: '日历规则', words: ['日历规则', '时限规则'] },
  {
    field: 'risk',
    label: '风险点',
    words: ['风险点', '廉政风险点', '岗位风险点', '风险点及防控措施', '风险点及防范措施', '主要风险点'],
    not: /^(?:防控|防范|控制)?措施|等级/,
  },
  {
    field: 'controls',
    label: '防控措施',
    words: ['防控措施', '防范措施', '风险防控措施', '控制措施'],
    not: /^风险点/,
  },
  {
    field: 'steps',
    label: '具体内容',
    words: ['具体内容步骤', '工作步骤', '办理步骤', '具体步骤', '工作流程', '办理流程', '步骤'],
  },
  { field: 'start_rule', label: '启动时间', words: ['启动时间', '启动时限', '开始时间'] },
  { field: 'leader', label: '责任领导', words: ['责任领导', '分管领导', '牵头领导', '包保领导'] },
  { field: 'report_to', label: '上报对象', words: ['上报对象', '报送对象', '报送单位', '上报单位'] },
  { field: 'remark', label: '备注', words: ['备注', '说明', '备注说明'] },
]

/** What saves a duty together with its A and B; handed in, since holders are a subject of their own. */
export interface DutySavers {
  addAll(change: Change, drafts: readonly DutyDraft[], claimed: readonly (string | null)[]): Promise<unknown>
  edit(change: Change, id: number, draft: DutyDraft): Promise<unknown>
}

/** Few enough that nobody notices the time they take. */
const batch = 100

/** 岗位职责清单, and AB岗设置一览表: a duty is known by 职责编号 where there is one, else by group and content; a new one keeps its number if that is free. */
export function dutySheet({ addAll, edit }: DutySavers): ImportSheet<DutyField, DutyRecord, DutyBook> {
  return {
    kind: 'duties',
    columns,
    async readBook(db, { today }) {
      const everything = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: true }
      const duties = await listDuties(db, today, everything)
      return {
        by_number: new Map(duties.map((duty) => [duty.number, duty])),
        by_content: byContent(duties),
        taken: await takenDutyNumbers(db),
        seen: new Map(),
      }
    },
    readRow: readDutyRow,
    async save(change, records, _book, { groupId, before }) {
      const whole = ({ draft, new_group }: DutyRecord) =>
        new_group === null ? draft : { ...draft, group_id: groupId(new_group) }
      const fresh = records.filter(({ id }) => id === null)
      // All before the first duty without a number gets one.
      await claimDutyNumbers(
        change,
        fresh.flatMap(({ number }) => number ?? []),
      )
      for (let at = 0; at < fresh.length; at += batch) {
        await before(at, records.length)
        const some = fresh.slice(at, at + batch)
        await addAll(
          change,
          some.map(whole),
          some.map(({ number }) => number),
        )
      }
      for (const [at, record] of records.entries()) {
        if (record.id === null) continue
        await before(at, records.length)
        await edit(change, record.id, whole(record))
      }
    },
  }
}

/** Duties in use by what they are; of two that say the same the first counts. */
function byContent(duties: readonly Duty[]): Map<string, Duty> {
  const known = new Map<string, Duty>()
  for (const duty of duties) {
    const key = contentKey(duty.group_name, duty.content)
    if (duty.voided_on === null && !known.has(key)) known.set(key, duty)
  }
  return known
}

import {
  blank_duty_text,
  type Duty,
  type DutyKind,
  type DutyText,
  type DutyWeight,
  kind_words,
  weight_words,
} from '../../src-shared/duties.ts'
import { readSchedule } from '../../src-shared/read-schedule.ts'
import { scheduleWords } from '../../src-shared/schedule.ts'
import type { RowOutcome, Said } from '../imports/import-sheet.ts'
import type { DutyRecord, DutyRow } from './read-duty-row.ts'

const plain_fields = [
  ['card_text', '牌面短语'],
  ['basis', '工作依据'],
  ['standard', '工作标准'],
  ['frequency', '频次'],
  ['due_rule', '办理时限'],
  ['output', '成果材料'],
  ['risk', '风险点'],
  ['controls', '防控措施'],
  ['steps', '具体内容'],
  ['start_rule', '启动时间'],
  ['leader', '责任领导'],
  ['report_to', '上报对象'],
] as const

type PlainField = (typeof plain_fields)[number][0]
type ReadText = Omit<DutyText, 'content' | 'remark'>

/** What the row says of the duty besides content and remark; an empty cell leaves what the book has. */
export function readDutyText(row: DutyRow, old: Duty | null, outcome: RowOutcome<DutyRecord>): ReadText {
  const before: Pick<DutyText, PlainField> = old ?? blank_duty_text
  const plain = Object.fromEntries(
    plain_fields.map(([field]) => [field, row.text(field) || before[field]]),
  ) as Record<PlainField, string>
  return {
    ...plain,
    kind: readKind(row.text('kind')) ?? old?.kind ?? 'regular',
    weight: readWeight(row.text('weight')) ?? old?.weight ?? 'ordinary',
    schedule: readRule(row, old, plain.due_rule, outcome),
  }
}

export function readKind(words: string): DutyKind | undefined {
  if (words.startsWith('阶段')) return 'phase'
  if (words.startsWith('临时')) return 'temporary'
  return /^(?:常规|日常|经常)/.test(words) ? 'regular' : undefined
}

export function readWeight(words: string): DutyWeight | undefined {
  if (/^(?:重点|重要|是)/.test(words)) return 'key'
  return /^(?:一般|普通|否)/.test(words) ? 'ordinary' : undefined
}

/** A rule is taken from its own column only; a new wording of the time limit ends the rule that the old one had. */
function readRule(row: DutyRow, old: Duty | null, due_rule: string, outcome: RowOutcome<DutyRecord>) {
  const words = row.text('schedule')
  const kept = old !== null && old.due_rule === due_rule ? old.schedule : null
  if (words === '') return kept
  const read = readSchedule(words)
  if (read !== null) return read
  const why = `看不懂“${words}”这样的日历规则，没有登记。`
  outcome.issues.push(
    row.issue('schedule', 'warning', why, '请写成“每年6月底前”“收到申请后5个工作日内”这样。'),
  )
  return kept
}

export function saidOfText(draft: DutyText, old: DutyText | null): Said[] {
  const rule = (of: DutyText | null) => (of?.schedule ? scheduleWords(of.schedule) : '')
  return [
    ...plain_fields.map(([field, label]) => ({ label, value: draft[field], old: old?.[field] ?? '' })),
    { label: '日历规则', value: rule(draft), old: rule(old) },
    unlessUsual('性质', kind_words, draft.kind, old?.kind ?? 'regular'),
    unlessUsual('重要程度', weight_words, draft.weight, old?.weight ?? 'ordinary'),
  ]
}

/** 常规 and 一般 are not worth a line in the preview of every duty. */
function unlessUsual<Value extends string>(
  label: string,
  words: Record<Value, string>,
  value: Value,
  old: Value,
): Said {
  const is_usual = value === old && (value === 'regular' || value === 'ordinary')
  return is_usual ? { label, value: '', old: '' } : { label, value: words[value], old: words[old] }
}

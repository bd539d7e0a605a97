import { z } from 'zod'
import { CalendarDate } from './dates.ts'
import { type DutyText, kind_words, weight_words } from './duties.ts'
import { Id, required, text } from './fields.ts'

export const FreezeVersion = z.object({
  name: required('版本名称', 40),
  /** 截至日期: the day whose list is frozen, today or earlier. */
  as_of: CalendarDate,
  note: text(200),
})
export type FreezeVersion = z.infer<typeof FreezeVersion>

export interface DutyVersion {
  id: number
  name: string
  as_of: string
  frozen_on: string
  note: string
  people: number
  duties: number
}

/** A duty as a version keeps it: by names, so that nothing later changes it. */
export interface VersionRow extends Omit<DutyText, 'schedule'> {
  number: string
  group_name: string
  category_name: string
  a_name: string
  /** In order, parted by 、. */
  b_names: string
}

/** Null stands for the list of today. */
export const VersionPair = z.object({ from_id: Id, to_id: Id.nullable() })
export type VersionPair = z.infer<typeof VersionPair>

export type DutyChangeKind = 'added' | 'removed' | 'moved' | 'reworded'

export const change_kind_words: Record<DutyChangeKind, string> = {
  added: '新增',
  removed: '取消',
  moved: '调整归属',
  reworded: '修改表述',
}

export interface FieldDifference {
  label: string
  before: string
  after: string
}

export interface DutyChange {
  number: string
  /** A duty may have been moved and reworded. */
  kinds: DutyChangeKind[]
  group_name: string
  content: string
  before: VersionRow | null
  after: VersionRow | null
  differences: FieldDifference[]
}

export interface VersionSide {
  name: string
  as_of: string
  people: number
  duties: number
}

export interface VersionComparison {
  from: VersionSide
  to: VersionSide
  changes: DutyChange[]
}

/** Where a duty belongs: another value there is 调整归属, any other difference 修改表述. */
const place_labels = {
  group_name: '组别',
  a_name: 'A岗',
  b_names: 'B岗',
} as const

const text_labels = {
  category_name: '类别',
  content: '职责内容',
  card_text: '牌面短语',
  kind: '性质',
  weight: '重要程度',
  frequency: '频次',
  due_rule: '办理时限',
  basis: '工作依据',
  standard: '工作标准',
  output: '成果材料',
  risk: '风险点',
  controls: '防控措施',
  steps: '具体内容',
  start_rule: '启动时间',
  leader: '责任领导',
  report_to: '上报对象',
  remark: '备注',
} as const

function wordsOf(row: VersionRow, field: keyof VersionRow): string {
  if (field === 'kind') return kind_words[row.kind]
  return field === 'weight' ? weight_words[row.weight] : row[field]
}

function differencesIn(
  labels: Partial<Record<keyof VersionRow, string>>,
  before: VersionRow,
  after: VersionRow,
) {
  return (Object.entries(labels) as [keyof VersionRow, string][]).flatMap(
    ([field, label]): FieldDifference[] =>
      before[field] === after[field]
        ? []
        : [{ label, before: wordsOf(before, field), after: wordsOf(after, field) }],
  )
}

/** What became of each duty, known by its number; in the order of the later list, then what was dropped. */
export function compareRows(before: readonly VersionRow[], after: readonly VersionRow[]): DutyChange[] {
  const old = new Map(before.map((row) => [row.number, row]))
  const still_there = new Set(after.map(({ number }) => number))
  const kept = after.flatMap((row): DutyChange[] => {
    const { number, group_name, content } = row
    const was = old.get(number)
    if (was === undefined) {
      return [{ number, kinds: ['added'], group_name, content, before: null, after: row, differences: [] }]
    }
    const moves = differencesIn(place_labels, was, row)
    const words = differencesIn(text_labels, was, row)
    const kinds: DutyChangeKind[] = [
      ...(moves.length > 0 ? (['moved'] as const) : []),
      ...(words.length > 0 ? (['reworded'] as const) : []),
    ]
    if (kinds.length === 0) return []
    return [
      { number, kinds, group_name, content, before: was, after: row, differences: [...moves, ...words] },
    ]
  })
  const dropped = before
    .filter(({ number }) => !still_there.has(number))
    .map((row): DutyChange => {
      const { number, group_name, content } = row
      return { number, kinds: ['removed'], group_name, content, before: row, after: null, differences: [] }
    })
  return [...kept, ...dropped]
}

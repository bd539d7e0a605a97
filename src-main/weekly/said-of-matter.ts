import { weekOf } from '../../src-shared/week.ts'
import { type NewMatter, week_state_words } from '../../src-shared/weekly.ts'
import type { ImportContext, Said } from '../imports/import-sheet.ts'
import type { KnownMatter } from './week-book.ts'

/** The preview's words for a row: what it says, and what the book says now. */
export function saidOfMatter(
  { week_monday, matter, line }: NewMatter,
  staff_name: string,
  old: KnownMatter | null,
  { groups, categories }: ImportContext,
): Said[] {
  const before = old?.lines.get(week_monday)
  const week = `第${weekOf(week_monday).week}周`
  const groupName = (id: number) => groups.all.find((group) => group.id === id)?.name ?? ''
  const categoryName = (id: number) => categories.all.find((category) => category.id === id)?.name ?? ''
  const facts = old?.facts
  const said: Said[] = [
    { label: '列入', value: week, old: before ? week : '' },
    { label: '事项编号', value: old?.number ?? '', old: old?.number ?? '' },
    { label: '工作事项', value: matter.title, old: facts?.title ?? '' },
    { label: '具体内容', value: matter.detail, old: facts?.detail ?? '' },
    { label: '组别', value: groupName(matter.group_id), old: facts ? groupName(facts.group_id) : '' },
    {
      label: '类别',
      value: categoryName(matter.category_id),
      old: facts ? categoryName(facts.category_id) : '',
    },
    { label: '责任人', value: staff_name || (old?.staff_name ?? ''), old: old?.staff_name ?? '' },
    { label: '协办人', value: matter.helpers, old: facts?.helpers ?? '' },
    { label: '责任领导', value: matter.leader, old: facts?.leader ?? '' },
    { label: '来源', value: matter.source, old: facts?.source ?? '' },
    { label: '时限', value: dueWords(matter), old: facts ? dueWords(facts) : '' },
    { label: '完成情况', value: line.progress, old: before?.progress ?? '' },
    {
      label: '进度',
      value: week_state_words[line.week_state],
      old: before ? week_state_words[before.week_state] : '',
    },
    { label: '未完成原因', value: line.unfinished_reason, old: before?.unfinished_reason ?? '' },
    { label: '佐证材料', value: line.evidence, old: old?.evidence ?? '' },
    { label: '备注', value: matter.remark, old: facts?.remark ?? '' },
  ]
  return said.filter(({ value, old: was }) => value !== '' || was !== '')
}

function dueWords({ due_on, due_text }: { due_on: string | null; due_text: string }): string {
  return [due_on, due_text && due_on ? `（${due_text}）` : due_text].filter(Boolean).join('')
}

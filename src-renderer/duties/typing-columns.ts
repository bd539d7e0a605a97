import { type Duty, frequency_words, kind_words, weight_words } from '../../src-shared/duties.ts'
import { scheduleWords } from '../../src-shared/schedule.ts'
import { choiceCell, freeChoiceCell, linkCell, namesCell, text_cell } from '../components/grid/cell-kinds.ts'
import type { CellOption, Cells, GridColumn } from '../components/grid/grid-column.ts'
import { routeTo } from '../route.ts'

export interface DutyChoices {
  groups: readonly CellOption[]
  categories: readonly CellOption[]
  people: readonly CellOption[]
}

const optionsOf = (words: readonly string[]): CellOption[] => words.map((label) => ({ label }))

/** The columns of 录入. Their fields are those that the import knows: the main process reads both alike. */
export function dutyColumns({ groups, categories, people }: DutyChoices): GridColumn[] {
  const number = linkCell(({ id }) => (id === null ? null : routeTo('duties', { open: id })))
  const frequencies = optionsOf(frequency_words)
  return [
    { field: 'number', title: '职责编号', width: 104, kind: number, is_pinned: true },
    { field: 'group', title: '组别', width: 92, kind: choiceCell(groups), is_required: true },
    { field: 'category', title: '类别', width: 92, kind: choiceCell(categories), is_required: true },
    { field: 'content', title: '职责内容', width: 280, kind: text_cell, is_required: true },
    { field: 'card_text', title: '牌面短语', width: 140, kind: text_cell },
    { field: 'frequency', title: '频次', width: 84, kind: freeChoiceCell(frequencies) },
    { field: 'due_rule', title: '办理时限', width: 140, kind: text_cell },
    { field: 'a_holder', title: 'A岗', width: 80, kind: choiceCell(people) },
    { field: 'b_holder', title: 'B岗', width: 112, kind: namesCell(people) },
    { field: 'basis', title: '工作依据', width: 180, kind: text_cell },
    { field: 'standard', title: '工作标准', width: 180, kind: text_cell },
    { field: 'output', title: '成果材料', width: 140, kind: text_cell },
    { field: 'risk', title: '风险点', width: 160, kind: text_cell },
    { field: 'controls', title: '防控措施', width: 160, kind: text_cell },
    { field: 'kind', title: '性质', width: 72, kind: choiceCell(optionsOf(Object.values(kind_words))) },
    {
      field: 'weight',
      title: '重要程度',
      width: 84,
      kind: choiceCell(optionsOf(Object.values(weight_words))),
    },
    { field: 'remark', title: '备注', width: 160, kind: text_cell },
    { field: 'schedule', title: '日历规则', width: 140, kind: text_cell, is_hidden: true },
    { field: 'steps', title: '具体内容（步骤）', width: 200, kind: text_cell, is_hidden: true },
    { field: 'start_rule', title: '启动时间', width: 120, kind: text_cell, is_hidden: true },
    { field: 'leader', title: '责任领导', width: 92, kind: text_cell, is_hidden: true },
    { field: 'report_to', title: '上报对象', width: 120, kind: text_cell, is_hidden: true },
  ]
}

/** A duty as the cells of a row. */
export function cellsOfDuty(duty: Duty): Cells {
  const { number, content, card_text, frequency, due_rule, basis, standard, output, risk, controls } = duty
  const { steps, start_rule, leader, report_to, remark } = duty
  return {
    ...{ number, content, card_text, frequency, due_rule, basis, standard, output, risk, controls },
    ...{ steps, start_rule, leader, report_to, remark },
    group: duty.group_name,
    category: duty.category_name,
    a_holder: duty.a_holder?.name ?? '',
    b_holder: duty.b_holders.map(({ name }) => name).join('、'),
    kind: kind_words[duty.kind],
    weight: weight_words[duty.weight],
    schedule: duty.schedule === null ? '' : scheduleWords(duty.schedule),
  }
}

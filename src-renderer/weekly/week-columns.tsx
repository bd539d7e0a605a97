import type { Light } from '../../src-shared/light.ts'
import { week_state_words } from '../../src-shared/weekly.ts'
import {
  choiceCell,
  dateCell,
  fixed_cell,
  freeChoiceCell,
  linkCell,
  namesCell,
  text_cell,
} from '../components/grid/cell-kinds.ts'
import type { CellKind, CellOption, GridColumn } from '../components/grid/grid-column.ts'
import { LightMark } from '../components/light-mark.tsx'

export interface MatterChoices {
  groups: readonly CellOption[]
  categories: readonly CellOption[]
  people: readonly CellOption[]
  duties: readonly CellOption[]
}

/** The light, and below it what is to be known of the row besides, each on a line of its own. */
const light_cell: CellKind = {
  ...fixed_cell,
  draw(text, { tone }) {
    const [word = '', ...notes] = text.split('\n')
    return (
      <>
        <LightMark light={(tone as Light | undefined) ?? 'green'} word={word} />
        {notes.map((note) => (
          <div key={note} className={`small ${/^(?:退回|带病)/.test(note) ? 'light-red' : 'quiet'}`}>
            {note}
          </div>
        ))}
      </>
    )
  },
}
const sources = ['上级部署', '会议议定', '领导交办', '来文办理', '职责范围', '群众反映'].map((label) => ({
  label,
}))
const states = Object.values(week_state_words).map((label) => ({ label }))
const plans = ['计划内', '计划外'].map((label) => ({ label }))

/** Columns of a week's grid. Their fields are those that the import knows: the main process reads both alike. */
export function matterColumns(
  is_plan: boolean,
  choices: MatterChoices,
  around: { monday: string; hrefOf: (matter_id: number) => string },
): GridColumn[] {
  const number = linkCell(({ id }) => (id === null ? null : around.hrefOf(id)))
  const facts: Record<'number' | 'title' | 'person' | 'due' | 'detail', GridColumn> = {
    number: { field: 'number', title: '编号', width: 118, kind: number, is_pinned: true },
    title: {
      field: 'title',
      title: '工作事项',
      width: 212,
      kind: text_cell,
      is_pinned: true,
      is_required: true,
    },
    person: { field: 'person', title: '责任人', width: 76, kind: choiceCell(choices.people) },
    due: { field: 'due', title: '完成时限', width: 100, kind: dateCell(around.monday) },
    detail: { field: 'detail', title: '具体内容（目标）', width: 200, kind: text_cell },
  }
  const rest: GridColumn[] = [
    { field: 'helpers', title: '协助人', width: 104, kind: { ...namesCell(choices.people), is_free: true } },
    { field: 'leader', title: '牵头领导', width: 84, kind: freeChoiceCell(choices.people) },
    { field: 'duty', title: '关联职责', width: 180, kind: choiceCell(choices.duties), is_cut: true },
    { field: 'category', title: '类别', width: 84, kind: choiceCell(choices.categories) },
    { field: 'group', title: '组别', width: 84, kind: choiceCell(choices.groups) },
  ]
  const hidden: GridColumn[] = [
    { field: 'source', title: '来源', width: 100, kind: freeChoiceCell(sources), is_hidden: true },
    { field: 'remark', title: '备注', width: 160, kind: text_cell, is_hidden: true },
  ]
  const { title, person, due, detail } = facts
  if (is_plan) {
    const light: GridColumn = { field: 'light', title: '亮灯', width: 104, kind: light_cell }
    return [facts.number, title, person, due, light, detail, ...rest, ...hidden]
  }
  return [
    ...[facts.number, title, person, due],
    { field: 'progress', title: '本周进展', width: 188, kind: text_cell },
    { field: 'state', title: '状态', width: 80, kind: choiceCell(states) },
    { field: 'light', title: '亮灯', width: 104, kind: light_cell },
    { field: 'reason', title: '未完成原因', width: 150, kind: text_cell },
    { field: 'planned', title: '来由', width: 72, kind: choiceCell(plans) },
    ...rest,
    { field: 'evidence', title: '佐证材料', width: 140, kind: text_cell },
    { ...detail, is_hidden: true },
    ...hidden,
  ]
}

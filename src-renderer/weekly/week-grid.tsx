import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { MovedDue } from '../../src-shared/typed-week.ts'
import type { DueChange, WeekRow } from '../../src-shared/weekly.ts'
import { call } from '../call.ts'
import { Grid } from '../components/grid/grid.tsx'
import type { RowDeed, Ticks } from '../components/grid/row-deeds.ts'
import { useArrangedRows, useTypedSheet } from '../components/grid/use-typed-sheet.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { DueChangeDialog } from './due-change-dialog.tsx'
import { useMatterColumns } from './use-matter-columns.ts'
import { useStoodIn } from './use-stood-in.ts'
import { cellsOfMatter, whyLocked } from './week-cells.ts'

interface WeekGridProps {
  is_plan: boolean
  /** The week whose rows they are; of a plan the week that is planned. */
  monday: string
  /** All rows of the week, and of them those that are listed, in order. */
  rows: readonly WeekRow[]
  listed: readonly WeekRow[]
  /** What they are narrowed to, in one word: when it changes, the rows are laid out anew. */
  narrowed: string
  /** What a new row begins with. */
  group_name: string
  today: string
  signer: string
  /** Why the whole week cannot be typed into; empty while it is open. */
  locked: string
  deeds: readonly RowDeed[]
  ticks: Ticks
  takes_focus: boolean
  onRemove: (matter_ids: number[]) => void
  /** The record beside the grid goes along with the row. */
  onRow: ((matter_id: number) => void) | undefined
  children: ReactNode
}

const keys = [
  ['回车 Tab', '下一格'],
  ['F2', '修改'],
  ['Ctrl D', '向下填'],
  ['F4', '详情'],
  ['空格', '在编号上勾选'],
  ['Ctrl Z', '撤销'],
] as const
const plan_keys = [
  ['F4', '详情'],
  ['Ctrl Z', '撤销'],
] as const

/** The rows of a week, typed and pasted as in a spreadsheet; the week itself and next week's plan are one each. */
export function WeekGrid(props: WeekGridProps) {
  const { is_plan, monday, rows, listed, narrowed, group_name } = props
  const [moved, setMoved] = useState<readonly MovedDue[]>([])
  const why = useRef<DueChange | null>(null)
  const name = is_plan ? 'week-plan' : 'week'
  const typed = useTypedSheet(`${name}-${monday}`, async (typed_rows) => {
    const due_change = why.current
    const answer = await call('weekly.saveRows', {
      week_monday: monday,
      is_plan,
      rows: typed_rows,
      due_change,
    })
    if (answer.moved.length > 0) setMoved(answer.moved)
    return answer
  })
  const { columns, dutyOf } = useMatterColumns(is_plan, monday)
  const stoodIn = useStoodIn(rows)
  const book = useMemo(
    () =>
      rows.map((row) => ({
        id: row.matter_id,
        cells: cellsOfMatter(row, { dutyOf, stoodIn }),
        locked: whyLocked(row),
      })),
    [rows, dutyOf, stoodIn],
  )
  const ids = useMemo(() => listed.map(({ matter_id }) => matter_id), [listed])
  useArrangedRows(typed, { book, listed: ids, name: narrowed })
  const defaults = useMemo(
    () => ({
      ...(group_name === '' ? {} : { group: group_name }),
      ...(is_plan ? {} : { planned: '计划外' }),
    }),
    [group_name, is_plan],
  )
  const saveMoved = async (given: DueChange) => {
    why.current = given
    await typed.sheet.save(
      moved.map(({ key }) => key),
      true,
    )
    why.current = null
  }
  return (
    <>
      <ProblemNotice problem={typed.problem} onClose={typed.clearProblem} />
      <Grid
        // Other rows begin at their first, and with the keyboard in them.
        key={narrowed}
        name={name}
        label={is_plan ? '下周工作打算' : '本周履职情况'}
        sheet={typed.sheet}
        columns={columns}
        today={props.today}
        defaults={defaults}
        locked={props.locked}
        deeds={props.deeds}
        ticks={props.ticks}
        takes_focus={props.takes_focus}
        onRemove={props.onRemove}
        onRow={props.onRow}
        keys={is_plan ? plan_keys : keys}
        count={`列出 ${listed.length} 项`}
      >
        {props.children}
      </Grid>
      {moved.length > 0 && (
        <DueChangeDialog
          moved={moved}
          signer={props.signer}
          onSave={saveMoved}
          onClose={() => setMoved([])}
        />
      )}
    </>
  )
}

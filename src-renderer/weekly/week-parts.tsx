// The parts of a week's page: this week's rows, next week's plan, and which of them is in view.
import { Button, Segmented } from 'antd'
import type { ReactNode } from 'react'
import type { WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { useTicks } from '../components/grid/use-ticks.ts'
import { go, routeTo } from '../route.ts'
import { useWeekDeeds } from './use-week-deeds.ts'
import { whyClosed } from './week-cells.ts'
import type { WeekDialog } from './week-dialogs.tsx'
import { WeekGrid } from './week-grid.tsx'

export type Part = 'this_week' | 'next_week'

interface PartProps {
  sheet: WeekSheet
  part: Part
  group_name: string
  /** What the rows are narrowed to, in one word. */
  narrowed: string
  today: string
  signer: string
  times_done: number
  onDialog: (dialog: WeekDialog) => void
  /** The record beside the grid goes along with the row; undefined while none is open. */
  onRow: ((matter_id: number) => void) | undefined
  /** What leads to the other week; null where that stands beside it. */
  switcher: ReactNode
}

export function ThisWeek(props: PartProps & { listed: readonly WeekRow[] }) {
  const { sheet, part, onDialog, switcher } = props
  const ticks = useTicks(props.times_done)
  const { deeds, remove } = useWeekDeeds(sheet, false, onDialog)
  return (
    <section className="week-part" aria-label="本周">
      {sheet.rows.length === 0 && <EmptyWeek week_monday={sheet.head.monday} />}
      <WeekGrid
        {...props}
        is_plan={false}
        monday={sheet.head.monday}
        rows={sheet.rows}
        locked={whyClosed(sheet)}
        deeds={deeds}
        ticks={ticks}
        takes_focus={part !== 'next_week'}
        onRemove={remove}
      >
        {switcher ?? <h2 className="week-part-title">本周履职情况 {props.listed.length}</h2>}
      </WeekGrid>
    </section>
  )
}

export function NextWeek(props: PartProps & { plan: readonly WeekRow[] }) {
  const { sheet, part, plan, onDialog, switcher } = props
  const ticks = useTicks(props.times_done)
  const { deeds, remove } = useWeekDeeds(sheet, true, onDialog)
  return (
    <section className="week-part" aria-label="下周">
      <WeekGrid
        {...props}
        is_plan
        monday={sheet.next_head.monday}
        rows={sheet.plan}
        listed={plan}
        locked=""
        deeds={deeds}
        ticks={ticks}
        takes_focus={part === 'next_week'}
        onRemove={remove}
      >
        {switcher ?? <h2 className="week-part-title">下周工作打算 {plan.length}</h2>}
      </WeekGrid>
    </section>
  )
}

interface PartSwitchProps {
  part: Part
  rows: number
  plan: number
  onPart: (part: Part) => void
}

/** Which of the two weeks is in view, where there is no room for both. */
export function PartSwitch({ part, rows, plan, onPart }: PartSwitchProps) {
  return (
    <Segmented<Part>
      aria-label="本周与下周"
      value={part}
      onChange={onPart}
      options={[
        { value: 'this_week', label: `本周履职情况 ${rows}` },
        { value: 'next_week', label: `下周工作打算 ${plan}` },
      ]}
    />
  )
}

function EmptyWeek({ week_monday }: { week_monday: string }) {
  return (
    <EmptyHint
      title="本周还没有事项"
      actions={
        <Button onClick={() => go(routeTo('imports', { kind: 'weekly', week: week_monday }))}>
          导入各组周报
        </Button>
      }
    >
      导入各组交来的周报；或在下面的表里直接填写、粘贴，细化到具体人、具体事、具体时间节点。
    </EmptyHint>
  )
}

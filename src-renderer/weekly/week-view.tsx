import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useValue } from '../use-answer.ts'
import { GroupList } from './group-list.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { ReportsPanel } from './reports-panel.tsx'
import { RoutineHint } from './routine-hint.tsx'
import { type Part, WeekBar } from './week-bar.tsx'
import type { WeekDialog } from './week-dialogs.tsx'
import { WeekTable } from './week-table.tsx'

interface WeekViewProps {
  sheet: WeekSheet
  group_id: number | null
  part: Part
  /** How often something was recorded for the ticked matters: each time they are let go. */
  times_done: number
  onDialog: (dialog: WeekDialog) => void
}

function ofGroup<Row extends { group_id: number | null }>(rows: Row[], group_id: number | null): Row[] {
  return group_id === null ? rows : rows.filter((row) => row.group_id === group_id)
}

/** The week itself: groups on the left, the part in view, and the matter that is open beside it. */
export function WeekView({ sheet, group_id, part, times_done, onDialog }: WeekViewProps) {
  const [, setGroup] = useParam('group')
  const [, setPart] = useParam('part')
  const [open_param, setOpen] = useParam('open')
  const [selected, setSelected] = useState<number[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useEffect(() => setSelected([]), [times_done])
  const groups = useValue('groups.list', {}, [])
  const open_matter = open_param === '' ? null : Number(open_param)
  const week_monday = sheet.head.monday

  // The table draws itself anew for a new array, so the same rows stay the same array.
  const rows = useMemo(() => ofGroup(sheet.rows, group_id), [sheet.rows, group_id])
  const plan = useMemo(() => ofGroup(sheet.plan, group_id), [sheet.plan, group_id])
  const reports = useMemo(() => ofGroup(sheet.reports, group_id), [sheet.reports, group_id])
  const shown = part === 'next_week' ? plan : rows
  const opened = [...sheet.rows, ...sheet.plan].find((row) => row.matter_id === open_matter)
  return (
    <div className="week-layout">
      <GroupList
        groups={groups}
        rows={sheet.rows}
        reports={sheet.reports}
        group_id={group_id}
        onChoose={setGroup}
      />
      <div className="week-main">
        <WeekBar
          part={part}
          onPart={(next) => setPart(next === 'this_week' ? null : next)}
          week_monday={week_monday}
          rows={rows}
          plan={plan}
          reports={reports}
          chosen={part === 'reports' ? [] : shown.filter((row) => selected.includes(row.matter_id))}
          onDialog={onDialog}
        />
        {part !== 'reports' && (
          <RoutineHint to_monday={part === 'next_week' ? sheet.next_head.monday : week_monday} />
        )}
        {part === 'reports' ? (
          <ReportsPanel week_monday={week_monday} week_title={sheet.head.title} reports={reports} />
        ) : shown.length === 0 ? (
          <EmptyWeek part={part} week_monday={week_monday} onAdd={() => onDialog({ kind: 'add', part })} />
        ) : (
          <WeekTable
            part={part}
            rows={shown}
            open_matter={open_matter}
            selected={selected}
            onSelect={setSelected}
            onOpen={(row: WeekRow) => setOpen(row.matter_id)}
            onEdit={(row) => isOpen(row) && onDialog({ kind: 'edit', row })}
            onDeed={onDialog}
          />
        )}
      </div>
      {open_matter !== null && (
        <MatterPanel
          matter_id={open_matter}
          week_row={opened ?? null}
          onClose={() => setOpen(null)}
          onDialog={onDialog}
        />
      )}
    </div>
  )
}

interface EmptyWeekProps {
  part: 'this_week' | 'next_week'
  week_monday: string
  onAdd: () => void
}

function EmptyWeek({ part, week_monday, onAdd }: EmptyWeekProps) {
  const is_plan = part === 'next_week'
  return (
    <EmptyHint
      title={is_plan ? '下周还没有工作打算' : '本周还没有事项'}
      actions={
        <>
          <Button onClick={() => go(routeTo('imports', { kind: 'weekly', week: week_monday }))}>
            导入各组周报
          </Button>
          <Button onClick={onAdd}>登记事项</Button>
        </>
      }
    >
      {is_plan
        ? '导入各组交来的周报，或逐条登记；本周没有办结的事项可以一次结转过来。'
        : '导入各组交来的周报，或逐条登记到具体人、具体事、具体时间节点。'}
    </EmptyHint>
  )
}

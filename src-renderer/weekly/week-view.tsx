import { useMemo } from 'react'
import type { WeekSheet } from '../../src-shared/weekly.ts'
import { go, routeTo, useParam } from '../route.ts'
import { useValue } from '../use-answer.ts'
import { GroupList } from './group-list.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { RoutineHint } from './routine-hint.tsx'
import { useWideWindow } from './use-wide-window.ts'
import type { WeekDialog } from './week-dialogs.tsx'
import { NextWeek, type Part, PartSwitch, ThisWeek } from './week-parts.tsx'
import { WeekProgress } from './week-progress.tsx'
import { isShown, type ShownRows, shown_rows, weekFigures } from './week-steps.ts'

interface WeekViewProps {
  sheet: WeekSheet
  group_id: number | null
  part: Part
  today: string
  signer: string
  /** How often something was recorded for the ticked matters: each time they are let go. */
  times_done: number
  onDialog: (dialog: WeekDialog) => void
}

function ofGroup<Row extends { group_id: number | null }>(rows: Row[], group_id: number | null): Row[] {
  return group_id === null ? rows : rows.filter((row) => row.group_id === group_id)
}

/** What of the week is in view: of the chosen group, and of this week's rows those that are asked for. */
function useWeekInView(sheet: WeekSheet, group_id: number | null) {
  const [shown_param] = useParam('show')
  const groups = useValue('groups.list', {}, [])
  const week_monday = sheet.head.monday
  const to_carry = useValue('weekly.toCarry', { week_monday, group_id }, [])
  const shown: ShownRows = isShown(shown_param) ? shown_param : 'all'
  // A grid lays its rows out anew for a new array, so the same rows stay the same array.
  const rows = useMemo(() => ofGroup(sheet.rows, group_id), [sheet.rows, group_id])
  const listed = useMemo(() => rows.filter(shown_rows[shown].suits), [rows, shown])
  const plan = useMemo(() => ofGroup(sheet.plan, group_id), [sheet.plan, group_id])
  const reports = useMemo(() => ofGroup(sheet.reports, group_id), [sheet.reports, group_id])
  const group_name = groups.find(({ id }) => id === group_id)?.name ?? ''
  const figures = weekFigures(rows, reports, to_carry)
  return { groups, group_name, rows, listed, plan, shown, to_carry, figures }
}

/** The Friday on one page: how far it is, groups on the left, the week's rows, and the plan beside or behind them. */
export function WeekView(props: WeekViewProps) {
  const { sheet, group_id, part, onDialog } = props
  const [, setGroup] = useParam('group')
  const [, setPart] = useParam('part')
  const [, setShown] = useParam('show')
  const [week_param] = useParam('week')
  const is_wide = useWideWindow()
  const view = useWeekInView(sheet, group_id)
  const goToPart = (next: Part) => setPart(next === 'this_week' ? null : next)
  const goToRows = (next: ShownRows) => {
    goToPart('this_week')
    setShown(next === 'all' ? null : next)
  }
  return (
    <>
      <WeekProgress
        figures={view.figures}
        sheet={sheet}
        today={props.today}
        shown={part === 'this_week' || is_wide ? view.shown : null}
        onShow={goToRows}
        onReports={() => go(routeTo('weekly', { view: 'collect', week: week_param }))}
        onCarry={() => onDialog({ kind: 'carry', rows: view.to_carry })}
      >
        <RoutineHint to_monday={(part === 'this_week' && !is_wide ? sheet.head : sheet.next_head).monday} />
      </WeekProgress>
      <div className="week-layout">
        <GroupList
          groups={view.groups}
          rows={sheet.rows}
          reports={sheet.reports}
          group_id={group_id}
          onChoose={setGroup}
        />
        <WeekParts {...props} view={view} is_wide={is_wide} onPart={goToPart} />
      </div>
      <OpenMatter sheet={sheet} onDialog={onDialog} />
    </>
  )
}

interface WeekPartsProps extends WeekViewProps {
  view: ReturnType<typeof useWeekInView>
  is_wide: boolean
  onPart: (part: Part) => void
}

/** One part of the week at a time; in a wide window this week and the next stand side by side. */
function WeekParts(props: WeekPartsProps) {
  const { group_id, part, view, is_wide, onPart } = props
  const [open_param, setOpen] = useParam('open')
  const { rows, listed, plan, shown } = view
  const switcher = is_wide ? null : (
    <PartSwitch part={part} rows={rows.length} plan={plan.length} onPart={onPart} />
  )
  const onRow = open_param === '' ? undefined : setOpen
  const around = { ...props, group_name: view.group_name, onRow }
  return (
    <div className={is_wide ? 'week-both' : 'week-main'}>
      {(is_wide || part === 'this_week') && (
        <ThisWeek {...around} narrowed={`${group_id} ${shown}`} listed={listed} switcher={switcher} />
      )}
      {(is_wide || part === 'next_week') && (
        <NextWeek {...around} narrowed={`${group_id}`} plan={plan} switcher={switcher} />
      )}
    </div>
  )
}

function OpenMatter({ sheet, onDialog }: Pick<WeekViewProps, 'sheet' | 'onDialog'>) {
  const [open_param, setOpen] = useParam('open')
  if (open_param === '') return null
  const matter_id = Number(open_param)
  const opened = [...sheet.rows, ...sheet.plan].find((row) => row.matter_id === matter_id)
  return (
    <MatterPanel
      matter_id={matter_id}
      week_row={opened ?? null}
      onClose={() => setOpen(null)}
      onDialog={onDialog}
    />
  )
}

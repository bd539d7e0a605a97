import { useMemo } from 'react'
import type { WeekSheet } from '../../src-shared/weekly.ts'
import { useParam } from '../route.ts'
import { useValue } from '../use-answer.ts'
import { GroupList } from './group-list.tsx'
import { MatterPanel } from './matter-panel.tsx'
import { ReportsPanel } from './reports-panel.tsx'
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

/** The Friday on one page: how far it is, groups on the left, the week's rows, and the plan beside or behind them. */
export function WeekView(props: WeekViewProps) {
  const { sheet, group_id, part, today, onDialog } = props
  const [, setGroup] = useParam('group')
  const [, setPart] = useParam('part')
  const [shown_param, setShown] = useParam('show')
  const [open_param, setOpen] = useParam('open')
  const groups = useValue('groups.list', {}, [])
  const is_wide = useWideWindow()
  const shown = isShown(shown_param) ? shown_param : 'all'
  const week_monday = sheet.head.monday
  const to_carry = useValue('weekly.toCarry', { week_monday, group_id }, [])
  const rows = useMemo(() => ofGroup(sheet.rows, group_id), [sheet.rows, group_id])
  const listed = useMemo(() => rows.filter(shown_rows[shown].suits), [rows, shown])
  const plan = useMemo(() => ofGroup(sheet.plan, group_id), [sheet.plan, group_id])
  const reports = useMemo(() => ofGroup(sheet.reports, group_id), [sheet.reports, group_id])
  const figures = weekFigures(rows, reports, to_carry)
  const goToPart = (next: Part) => setPart(next === 'this_week' ? null : next)
  const goToRows = (next: ShownRows) => {
    goToPart('this_week')
    setShown(next === 'all' ? null : next)
  }
  const open_matter = open_param === '' ? null : Number(open_param)
  const opened = [...sheet.rows, ...sheet.plan].find((row) => row.matter_id === open_matter)
  const group_name = groups.find(({ id }) => id === group_id)?.name ?? ''
  const around = { ...props, group_name, narrowed: JSON.stringify([group_id, shown]) }
  const switcher = (
    <PartSwitch
      part={part}
      is_wide={is_wide}
      rows={rows.length}
      plan={plan.length}
      reports={`${figures.received}/${figures.people}`}
      onPart={goToPart}
    />
  )
  return (
    <>
      <WeekProgress
        figures={figures}
        head={sheet.head}
        today={today}
        shown={part === 'this_week' || is_wide ? shown : null}
        onShow={goToRows}
        onReports={() => goToPart('reports')}
        onCarry={() => onDialog({ kind: 'carry', rows: to_carry })}
      >
        <RoutineHint to_monday={part === 'this_week' && !is_wide ? week_monday : sheet.next_head.monday} />
      </WeekProgress>
      <div className="week-layout">
        <GroupList
          groups={groups}
          rows={sheet.rows}
          reports={sheet.reports}
          group_id={group_id}
          onChoose={setGroup}
        />
        {part === 'reports' ? (
          <div className="week-main">
            <div className="bar">{switcher}</div>
            <ReportsPanel week_monday={week_monday} week_title={sheet.head.title} reports={reports} />
          </div>
        ) : (
          <div className={is_wide ? 'week-both' : 'week-main'}>
            {(is_wide || part === 'this_week') && (
              <ThisWeek {...around} listed={listed} switcher={switcher} />
            )}
            {(is_wide || part === 'next_week') && (
              <NextWeek {...around} plan={plan} switcher={is_wide ? null : switcher} />
            )}
          </div>
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
    </>
  )
}

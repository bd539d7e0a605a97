// The address of 打印预览: all that its report is asked, and where the clerk came from.
import { ReportRequest } from '../src-shared/reports.ts'
import { routeTo } from './route.ts'

export type AskedReport = Omit<ReportRequest, 'layout'>

/** `back`: the address to return to; the list of reports when there is none. */
export function previewRoute(asked: AskedReport, back = ''): string {
  return routeTo('reports', {
    preview: asked.report,
    week: asked.week_monday,
    group: asked.group_id,
    publication: asked.publication_id,
    as_of: asked.as_of,
    person: asked.staff_id,
    period: asked.period === null ? null : `${asked.period.kind}.${asked.period.monday}`,
    by: asked.by,
    from: asked.from_id,
    to: asked.to_id,
    search: asked.search === null ? null : JSON.stringify(asked.search),
    lock: asked.lock_id,
    back,
  })
}

/** Null for an address that names no report. */
export function previewedReport(params: Readonly<Record<string, string>>): AskedReport | null {
  const id = (name: string) => (params[name] === undefined ? null : Number(params[name]))
  const asked = ReportRequest.omit({ layout: true }).safeParse({
    report: params.preview,
    week_monday: params.week ?? null,
    group_id: id('group'),
    publication_id: id('publication'),
    as_of: params.as_of ?? null,
    staff_id: id('person'),
    period: periodOf(params.period),
    by: params.by ?? null,
    from_id: id('from'),
    to_id: id('to'),
    search: searchOf(params.search),
    lock_id: id('lock'),
  })
  return asked.success ? asked.data : null
}

/** What cannot be read is no question of ours: the address then names no report. */
function searchOf(text: string | undefined): unknown {
  if (text === undefined) return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `quarter.2026-11-16` */
function periodOf(text: string | undefined): object | null {
  if (text === undefined) return null
  const [kind, monday] = text.split('.')
  return { kind, monday }
}

import { expect, it } from 'vitest'
import { previewedReport, previewRoute } from '../../src-renderer/report-route.ts'
import { parseRoute } from '../../src-renderer/route.ts'
import { ReportRequest } from '../../src-shared/reports.ts'

it('keeps in the address of the preview everything that a report is asked, and the way back', () => {
  const { layout: _, ...asked } = ReportRequest.parse({
    report: 'post-publication',
    week_monday: '2026-11-16',
    group_id: 1,
    publication_id: 2,
    as_of: '2026-11-20',
    staff_id: 3,
    from_id: 4,
    to_id: 5,
  })
  const { screen, params } = parseRoute(previewRoute(asked, '#/backup-posts?view=changes&open=7'))
  expect(screen).toBe('reports')
  expect(previewedReport(params)).toEqual(asked)
  expect(params.back).toBe('#/backup-posts?view=changes&open=7')
})

it('names no report where the address has none, a strange one or a week that does not begin on Monday', () => {
  expect(previewedReport({})).toBeNull()
  expect(previewedReport({ preview: 'salaries' })).toBeNull()
  expect(previewedReport({ preview: 'duty-list', week: '2026-11-17' })).toBeNull()
})

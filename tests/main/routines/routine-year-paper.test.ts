import { expect, it } from 'vitest'
import { drawReport } from '../../../src-main/reports/save-report.ts'
import { ReportRequest } from '../../../src-shared/reports.ts'
import { openRoutines } from './open-routines.ts'

const days = [9, 10, 10, 10, 9, 10, 10, 10, 10, 10, 10, 10].map((day) => `${day}日`)
const counts = [5, 3, 4, 4, 5, 4, 5, 4, 4, 5, 4, 4].map((count) => `${count}期`)

it('年度周期事项安排表 has a month a column, the working day in it, and weekly ones counted', async () => {
  const { book, addDuty } = await openRoutines()
  await addDuty({ schedule: { kind: 'monthly', day: 10 }, due_rule: '每月10日前' })
  await addDuty({ content: '报送周报', schedule: { kind: 'weekly', weekday: 5 }, frequency: '每周' })
  const { file_name, sheet } = await drawReport(
    book.db,
    book.clock.today(),
    ReportRequest.parse({ report: 'routine-year', as_of: '2026-01-01' }),
  )
  expect(file_name).toBe('组织人事处2026年度周期事项安排表.xlsx')
  expect(sheet.title).toBe('组织人事处2026年度周期事项安排表')
  expect(sheet.tables[0]?.rows).toEqual([
    // 10 January and 10 May 2026 are a Saturday and a Sunday, 10 October is a Saturday that is worked.
    ['组织组', 1, 'ZZ-DJ-001', '召开支委会', '每月10日前', ...days],
    // Friday 2 January is off: its deadline is the last day of December. A week of February is off altogether.
    ['组织组', 2, 'ZZ-DJ-002', '报送周报', '每周', ...counts],
  ])
})

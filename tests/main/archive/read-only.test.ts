import { describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { editMatter } from '../../../src-main/weekly/edit-matter.ts'
import { writeWeekLine } from '../../../src-main/weekly/week-lines.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { matterOf } from '../../helpers/fill-department.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47, week_48 } from '../weekly/open-week.ts'

async function openWithArchived() {
  const week = await openWeek()
  const row = await week.rowOf(week_47, (await week.add()).number)
  const archive = { retention: 'D10', location: '', materials: '', remark: '' } as const
  await week.book.change((change) =>
    signOffAndArchive(change, {
      matter_ids: [row.matter_id],
      finished_on: '2026-11-20',
      signed_off_on: '2026-11-20',
      signed_off_by: '赵处',
      archive,
    }),
  )
  return { ...week, row }
}

describe('an archived matter', () => {
  it('cannot be changed by any statement: entry, matter, weeks and events are kept by the database itself', async () => {
    const { book, row } = await openWithArchived()
    const id = row.matter_id
    const statements = [
      `UPDATE archive_entries SET location = '2柜' WHERE matter_id = ${id}`,
      `DELETE FROM archive_entries WHERE matter_id = ${id}`,
      `UPDATE matters SET title = '改了' WHERE id = ${id}`,
      `UPDATE matters SET state = 'in_progress' WHERE id = ${id}`,
      `DELETE FROM matters WHERE id = ${id}`,
      `UPDATE matter_weeks SET progress = '改了' WHERE matter_id = ${id}`,
      `DELETE FROM matter_weeks WHERE matter_id = ${id}`,
      `INSERT INTO matter_weeks (matter_id, week_monday, is_planned, progress, week_state, unfinished_reason, sort_order)
       VALUES (${id}, '${week_48}', 1, '', 'in_progress', '', 1)`,
      `UPDATE matter_events SET by_name = '别人' WHERE matter_id = ${id}`,
      `DELETE FROM matter_events WHERE matter_id = ${id}`,
      `INSERT INTO matter_events (matter_id, kind, happened_on, by_name, reason)
       VALUES (${id}, 'returned', '2026-11-20', '', '改了')`,
    ]
    const tables = ['archive_entries', 'matters', 'matter_weeks', 'matter_events', 'change_rows']
    const stored = () => tables.map((table) => book.sqlite.prepare(`SELECT * FROM ${table}`).all())
    const before = stored()
    for (const statement of statements) {
      const run = book.change(async () => book.sqlite.exec(statement))
      await expect(run, statement).rejects.toThrow('archived: read-only')
    }
    expect(stored()).toEqual(before)
  })

  it('is refused in words by every step of the clerk', async () => {
    const { book, department, row } = await openWithArchived()
    const { matter, line } = matterOf(department, { title: '改了' })
    const refused = {
      code: 'matter_state',
      next: '已归档的事项只能查看；如果是刚刚归错，请在操作记录里撤销那次归档。',
    }
    const { id: matter_week_id, matter_id } = row
    expect(
      await problemOf(
        book.change((change) => editMatter(change, { matter_week_id, matter, line, due_change: null })),
      ),
    ).toEqual({ ...refused, message: '2026-DJ-0001（制定发展党员计划）已归档，不能修改。' })
    expect(
      await problemOf(
        book.change((change) =>
          writeWeekLine(change, { matter_id, week_monday: week_48, is_planned: true, line }),
        ),
      ),
    ).toEqual({ ...refused, message: '2026-DJ-0001（制定发展党员计划）已归档，不能修改。' })
    expect(
      await problemOf(
        book.change((change) => withdrawMatters(change, { matter_ids: [matter_id], reason: '不办了' })),
      ),
    ).toEqual({ ...refused, message: '2026-DJ-0001（制定发展党员计划）已归档，不能撤销。' })
  })
})

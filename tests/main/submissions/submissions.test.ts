import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordSubmission } from '../../../src-main/actions/record-submission.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { makeChange } from '../../../src-main/database/change.ts'
import { createReports } from '../../../src-main/reports/save-report.ts'
import { fillSample } from '../../../src-main/sample/fill-sample.ts'
import {
  compareWithFile,
  drawComparison,
  saveOriginal,
} from '../../../src-main/submissions/hold-against-file.ts'
import { listSubmissions, voidSubmission } from '../../../src-main/submissions/submissions.ts'
import { ReportExport, type ReportName } from '../../../src-shared/reports.ts'
import { NewSubmission } from '../../../src-shared/submissions.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let book: TestBook
let desk: ImportDesk
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  await fillSample(book, book.clock)
  desk = importDesk(book)
  desk.save_into = tempFolder()
})
afterEach(async () => {
  await desk.excel.stop()
  book.close()
})

const draft = {
  title: '岗位职责清单',
  period: '2026年11月',
  sent_to: '省厅人事处',
  sent_on: '2026-11-20',
  way: 'electronic',
  note: '',
}

async function handIn(report: ReportName, more: object = {}) {
  const request = ReportExport.parse({ report, week_monday: '2026-11-16' })
  const answer = await createReports(desk).save(request)
  if (answer.state === 'cancelled') throw new Error('The dialog was cancelled')
  const { id } = await recordSubmission(
    desk,
    NewSubmission.parse({ file: answer.token, draft, request, ...more }),
  )
  return { id, path: join(answer.folder, answer.file_name) }
}

const run = (sql: string, ...values: unknown[]) =>
  makeChange(book, book.clock, { method: 'test' }, async () => void book.sqlite.prepare(sql).run(...values))
const objectOf = async (id: number) => {
  const digest = (await listSubmissions(book.db)).find((each) => each.id === id)?.digest ?? ''
  return desk.books.files().pathOf(digest)
}

describe('a submission', () => {
  it('keeps the very bytes of its file, whatever becomes of the one that was handed in', async () => {
    const { id, path } = await handIn('duty-list')
    const bytes = readFileSync(path)
    writeFileSync(path, 'changed')
    const [only] = await listSubmissions(book.db)
    expect(only).toMatchObject({ id, ...draft, file_size: bytes.length, can_compare: true, voided_on: null })
    expect(only?.digest).toMatch(/^[0-9a-f]{64}$/)
    desk.save_into = tempFolder()
    const copy = await saveOriginal(desk, id)
    expect(readFileSync(copy ?? '').equals(bytes)).toBe(true)
  })

  it('says so when the original is not what was frozen any more', async () => {
    const { id } = await handIn('duty-list')
    const path = await objectOf(id)
    chmodSync(path, 0o600)
    const bytes = readFileSync(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    writeFileSync(path, bytes)
    expect(await problemOf(saveOriginal(desk, id))).toMatchObject({ code: 'original_not_sound' })
    expect(await problemOf(compareWithFile(desk, id))).toMatchObject({ code: 'original_not_sound' })
  })

  it('is never changed or removed, only declared void once with a reason; that can be undone', async () => {
    const { id } = await handIn('duty-list')
    for (const sql of [
      'UPDATE submissions SET sent_to = ? WHERE id = ?',
      'DELETE FROM submissions WHERE ? <> id + 99',
    ]) {
      await expect(run(sql, ...(sql.startsWith('U') ? ['别处', id] : [0]))).rejects.toThrow(
        'submitted: read-only',
      )
    }
    await book.change((change) => voidSubmission(change, id, '报错了表'))
    expect((await listSubmissions(book.db))[0]).toMatchObject({
      voided_on: '2026-11-20',
      void_reason: '报错了表',
    })
    expect(await problemOf(book.change((change) => voidSubmission(change, id, '再来')))).toMatchObject({
      code: 'already_void',
    })
    const last = book.sqlite.prepare('SELECT max(id) FROM changes').pluck().get() as number
    await undoChange(book, book.clock, last)
    expect((await listSubmissions(book.db))[0]).toMatchObject({ voided_on: null, void_reason: '' })
  })

  it('may be followed by one newer version, and that one by the next', async () => {
    const first = await handIn('duty-list')
    const second = await handIn('duty-list', { replaces_id: first.id })
    expect(await problemOf(handIn('duty-list', { replaces_id: first.id }))).toMatchObject({
      code: 'replaced_already',
    })
    const third = await handIn('duty-list', { replaces_id: second.id, request: null })
    expect(await compareWithFile(desk, third.id)).toMatchObject({ differences: [], rows_now: 150 })
    const chain = (await listSubmissions(book.db)).map(({ replaces_id, replaced_by_id }) => [
      replaces_id,
      replaced_by_id,
    ])
    expect(chain).toEqual([
      [2, null],
      [1, 3],
      [null, 2],
    ])
  })
})

describe('与上报件对比', () => {
  it.each(['duty-list', 'backup-posts', 'weekly-report', 'sign-off-ledger', 'archive-list'] as const)(
    'finds %s as it was handed in, row by row the same',
    async (report) => {
      const { id } = await handIn(report)
      const found = await compareWithFile(desk, id)
      expect({ ...found, differences: found.differences.slice(0, 3) }).toMatchObject({
        differences: [],
        notes: [],
        same: found.rows_now,
        rows_then: found.rows_now,
      })
      expect(found.rows_now).toBeGreaterThan(20)
    },
  )

  it('lists what is new, gone and changed, old against new, in the page and as a workbook', async () => {
    const { id } = await handIn('duty-list')
    const numbers = book.sqlite.prepare('SELECT number FROM duties ORDER BY number LIMIT 2').pluck().all()
    await run(`UPDATE duties SET content = '改过的职责' WHERE number = ?`, numbers[0])
    await run(
      `UPDATE duties SET voided_on = '2026-11-20', void_reason = '不再承担' WHERE number = ?`,
      numbers[1],
    )
    const { differences, rows_then, rows_now, same } = await compareWithFile(desk, id)
    expect([rows_then, rows_now, same]).toEqual([150, 149, 148])
    expect(differences.map(({ kind, key }) => [kind, key])).toEqual([
      ['changed', numbers[0]],
      ['removed', numbers[1]],
    ])
    expect(differences[0]?.cells).toEqual([
      { column: '职责内容', old: expect.stringMatching(/.{4}/), new: '改过的职责' },
    ])
    const { sheet } = await drawComparison(desk, id)
    expect(sheet.head.middle).toBe('新增0行，减少1行，改动1行，相同148行')
    expect(sheet.notes?.[0]).toBe('上报件150行，现在149行。')
    expect(sheet.tables[0]?.rows[0]?.slice(2)).toEqual([
      ...['改动', numbers[0], '职责内容'],
      differences[0]?.cells[0]?.old,
      '改过的职责',
    ])
  })

  it('is not offered for a file from elsewhere', async () => {
    const { id } = await handIn('duty-list', { request: null })
    expect(await problemOf(compareWithFile(desk, id))).toMatchObject({ code: 'not_from_a_report' })
  })
})

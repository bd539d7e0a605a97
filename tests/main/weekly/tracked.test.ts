import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { drawReport } from '../../../src-main/reports/save-report.ts'
import { addMatters } from '../../../src-main/weekly/add-matters.ts'
import { addTracked, editTracked, removeTracked } from '../../../src-main/weekly/edit-tracked.ts'
import { listTracked, untrackedMatters } from '../../../src-main/weekly/list-tracked.ts'
import { ReportRequest } from '../../../src-shared/reports.ts'
import { type NewTracked, NewTracked as NewTrackedSchema } from '../../../src-shared/tracked.ts'
import { fillDepartment, matterOf } from '../../helpers/fill-department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-20' })
  const department = await fillDepartment(book)
  await book.change((change) =>
    addMatters(change, [
      matterOf(department, {
        title: '核查佐证材料',
        due_on: '2026-11-19',
        leader: '赵处',
        progress: '已核12项',
      }),
      matterOf(department, { title: '补报材料', due_on: '2026-11-27', evidence: '补报清单' }),
    ]),
  )
})
afterEach(() => book.close())

const problem: NewTracked = {
  matter_ids: [1, 2],
  kind: 'rectification',
  demand: '佐证材料不完整',
  shown_as: '只有文字说明',
  goal: '齐全率100%',
  measures: '逐项核查',
  units: '监察室/各处室',
  effect: '',
  outcome: 'open',
}

const list = (kind: 'supervision' | 'rectification', with_closed = true) =>
  listTracked(book.db, '2026-11-20', { kind, with_closed })

describe('督办整改', () => {
  it('puts open matters on one ledger, each once, and lets them go again', async () => {
    await book.change((change) => addTracked(change, problem))
    expect((await list('rectification')).map(({ matter }) => [matter.number, matter.light])).toEqual([
      ['2026-DJ-0001', 'red'],
      ['2026-DJ-0002', 'green'],
    ])
    expect([await list('supervision'), await untrackedMatters(book.db)]).toEqual([[], []])
    await expect(
      book.change((change) => addTracked(change, { ...problem, matter_ids: [1], kind: 'supervision' })),
    ).rejects.toThrow('UNIQUE')
    await book.change((change) => removeTracked(change, 1))
    expect([(await list('rectification')).length, await untrackedMatters(book.db)]).toEqual([
      1,
      [{ matter_id: 1, number: '2026-DJ-0001', title: '核查佐证材料', staff_name: '张三' }],
    ])
  })

  it('is taken back like everything else, and says what is gone', async () => {
    await book.change((change) => addTracked(change, problem))
    const newest = book.sqlite.prepare('SELECT max(id) FROM changes').pluck().get() as number
    await undoChange(book, book.clock, newest)
    expect(await list('rectification')).toEqual([])
    const { matter_ids: _, ...edit } = problem
    expect(await problemOf(book.change((change) => editTracked(change, { ...edit, id: 1 })))).toMatchObject({
      code: 'tracked_gone',
    })
  })

  it('asks for the problem', () => {
    expect(NewTrackedSchema.safeParse({ ...problem, demand: ' ' }).success).toBe(false)
  })

  it('writes problem, measure, responsibility, time limit, effect and sign-off, also after archiving', async () => {
    await book.change((change) => addTracked(change, problem))
    const signed = { finished_on: '2026-11-19', signed_off_on: '2026-11-20', signed_off_by: '赵处' }
    const archive = { retention: 'D10', location: '', materials: '', remark: '' } as const
    await book.change((change) => signOffAndArchive(change, { matter_ids: [2], ...signed, archive }))
    const { matter_ids: _, ...edit } = problem
    await book.change((change) =>
      editTracked(change, { ...edit, id: 2, effect: '已补齐', outcome: 'long_term' }),
    )
    expect((await list('rectification', false)).map(({ id }) => id)).toEqual([1])
    const { sheet } = await drawReport(
      book.db,
      '2026-11-20',
      ReportRequest.parse({ report: 'rectification-ledger' }),
    )
    expect([sheet.title, sheet.head.middle, sheet.tables[0]?.rows.map((row) => row.join('|'))]).toEqual([
      '组织人事处问题整改销号台账',
      '共2项，已销号1项，未销号1项，逾期1项',
      [
        '1|佐证材料不完整|只有文字说明|齐全率100%|逐项核查|赵处|监察室/各处室|张三|2026-11-19|第47周：已核12项|||推进中||',
        '2|佐证材料不完整|只有文字说明|齐全率100%|逐项核查||监察室/各处室|张三|2026-11-27||已补齐|补报清单|长期坚持|同意销号\n赵处|2026-11-20',
      ],
    ])
  })

  it('tells of a supervised matter from whom it came and how far it is', async () => {
    await book.change((change) =>
      addTracked(change, { ...problem, matter_ids: [1], kind: 'supervision', demand: '每周报进展' }),
    )
    const { sheet } = await drawReport(
      book.db,
      '2026-11-20',
      ReportRequest.parse({ report: 'supervision-ledger' }),
    )
    expect(sheet.tables[0]?.rows.map((row) => row.join('|'))).toEqual([
      '1|2026-DJ-0001|核查佐证材料|每周报进展||2026-11-20|赵处|组织组\n张三|监察室/各处室|2026-11-19||第47周：已核12项|0|逾期|||||',
    ])
  })
})

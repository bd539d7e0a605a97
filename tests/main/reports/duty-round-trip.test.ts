// What the program exports it takes in again, into an empty book, as the same data: for any department.
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDutyWithHolders } from '../../../src-main/actions/add-duty-with-holders.ts'
import { listDuties } from '../../../src-main/duties/list-duties.ts'
import { createImports } from '../../../src-main/imports/run-import.ts'
import { createReports } from '../../../src-main/reports/save-report.ts'
import { addGroup } from '../../../src-main/settings/groups.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import { listStaff } from '../../../src-main/staff/list-staff.ts'
import { blank_duty_text, type DutyDraft, type DutyText } from '../../../src-shared/duties.ts'
import { ImportChoices, type ImportKind } from '../../../src-shared/imports.ts'
import { ReportExport, type ReportName } from '../../../src-shared/reports.ts'
import type { StaffDraft } from '../../../src-shared/staff.ts'
import { anySchedule } from '../../helpers/any-schedule.ts'
import { type ImportDesk, importDesk } from '../../helpers/import-desk.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const today = '2026-11-20'
const everything = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: false }
const groups = [
  ['DJ', '党建组'],
  ['RS', '人事组'],
  ['JJ', '纪检监察组'],
] as const
const names = ['张三', '李四', '王五', '欧阳修', '司马相如', '曾凡', '单雄信', '阿卜杜拉·买买提', '林一']

/** Words as people write them: Chinese, digits, brackets, several lines; never only a sign for nothing. */
const words = fc
  .array(
    fc.constantFrom(
      '党费',
      '收缴',
      '材料',
      '审核',
      '（试行）',
      '2026',
      '第3条',
      'A4纸',
      '、',
      '，',
      '：',
      '%',
      '“双报到”',
      '\n',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => `按${parts.join('')}办`.replace(/\n+/g, '\n'))
const optional = fc.option(words, { nil: '', freq: 2 })
const line = optional.map((text) => text.replaceAll('\n', ''))

const anyText: fc.Arbitrary<DutyText> = fc.record({
  content: words,
  card_text: line.map((text) => text.slice(0, 40)),
  kind: fc.constantFrom('regular', 'phase', 'temporary'),
  weight: fc.constantFrom('key', 'ordinary'),
  frequency: fc.constantFrom('', '每月', '每年', '不定期'),
  due_rule: line.map((text) => text.slice(0, 200)),
  schedule: fc.option(anySchedule),
  basis: optional,
  standard: optional,
  output: optional,
  risk: optional,
  controls: optional,
  steps: optional,
  start_rule: line,
  leader: fc.constantFrom('', '陆文清'),
  report_to: fc.constantFrom('', '中心党委'),
  remark: optional,
})

interface OneDuty {
  group: number
  category: number
  text: DutyText
  a: number | null
  bs: number[]
}

const anyDepartment = fc.record({
  people: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...names),
      group: fc.nat(2),
      post: line,
      position: line,
      political: fc.constantFrom('', '中共党员', '群众'),
      phone: fc.constantFrom('', '13800138000', '0371-6110'),
      joined_on: fc.option(fc.constantFrom('2019-07-01', '2024-02-29')),
      note: line,
    }),
    { selector: ({ name }) => name, minLength: 3, maxLength: 9 },
  ),
  duties: fc.uniqueArray(
    fc.record<OneDuty>({
      group: fc.nat(2),
      category: fc.nat(5),
      text: anyText,
      a: fc.option(fc.nat(8)),
      bs: fc.uniqueArray(fc.nat(8), { maxLength: 3 }),
    }),
    {
      selector: ({ group, text }) => `${group} ${text.content.replace(/\s/g, '')}`,
      minLength: 1,
      maxLength: 8,
    },
  ),
})
type Department = typeof anyDepartment extends fc.Arbitrary<infer T> ? T : never

async function fill(book: TestBook, { people, duties }: Department): Promise<void> {
  await book.change(async (change) => {
    const group_ids: number[] = []
    for (const [code, name] of groups) group_ids.push((await addGroup(change, { code, name })).id)
    const staff_ids: number[] = []
    for (const { group, political, ...one } of people) {
      const draft: StaffDraft = {
        ...one,
        group_id: group_ids[group] ?? null,
        political_status: political,
        staff_code: '',
      }
      // Where there is no post there is no second word for it.
      const position = draft.post === '' ? '' : draft.position
      staff_ids.push((await addStaff(change, { ...draft, position })).id)
    }
    const person = (at: number) => staff_ids[at % staff_ids.length] ?? 0
    for (const { group, category, text, a, bs } of duties) {
      const draft: DutyDraft = {
        ...blank_duty_text,
        ...text,
        group_id: group_ids[group] ?? 0,
        category_id: category + 1,
        a_staff_id: a === null ? null : person(a),
        b_staff_ids: [...new Set(bs.map(person))],
      }
      await addDutyWithHolders(change, draft)
    }
    change.describe('建立处室')
  })
}

let desk: ImportDesk
let nothing: TestBook
beforeEach(async () => {
  nothing = await openTestBook({ today })
  desk = importDesk(nothing)
})
afterEach(async () => {
  await desk.excel.stop()
  await nothing.close()
})

async function exported(book: TestBook, report: ReportName): Promise<string> {
  desk.book = book
  desk.save_into = tempFolder()
  const answer = await createReports(desk).save(ReportExport.parse({ report }))
  if (answer.state === 'cancelled') throw new Error('The dialog was cancelled')
  return join(answer.folder, answer.file_name)
}

async function takeIn(book: TestBook, kind: ImportKind, path: string) {
  desk.book = book
  desk.to_open = path
  const imports = createImports(desk)
  const answer = await imports.choose(kind, ImportChoices.parse({}))
  if (answer.state !== 'preview') throw new Error(`There is no preview: ${answer.state}`)
  await imports.save({ import_id: answer.preview.import_id, left_out: [] })
}

/** Everything but ids, which are given anew. */
async function contentOf(book: TestBook) {
  const people = await listStaff(book.db, today, true)
  const duties = await listDuties(book.db, today, everything)
  return {
    people: people
      .map(({ id: _id, group_id: _group, sort_order: _order, ...person }) => person)
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
    duties: duties
      .map(({ id: _id, group_id: _group, category_id: _category, a_holder, b_holders, ...duty }) => ({
        ...duty,
        a: a_holder?.name ?? null,
        bs: b_holders.map(({ name }) => name),
      }))
      .sort((one, other) => (one.group_name + one.content < other.group_name + other.content ? -1 : 1)),
  }
}

it('roster and whole register of any department come back the same', async () => {
  await fc.assert(
    fc.asyncProperty(anyDepartment, async (department) => {
      const [from, to] = [await openTestBook({ today }), await openTestBook({ today })]
      await fill(from, department)
      await takeIn(to, 'staff', await exported(from, 'roster'))
      await takeIn(to, 'duties', await exported(from, 'duty-register'))
      expect(await contentOf(to)).toEqual(await contentOf(from))
      await from.close()
      await to.close()
    }),
    { numRuns: 12 },
  )
}, 240_000)

it('岗位职责清单 and AB岗设置一览表 of any department bring back what they print', async () => {
  const printed = [
    'content',
    'frequency',
    'due_rule',
    'basis',
    'standard',
    'output',
    'remark',
    'risk',
    'controls',
  ] as const
  const seen = async (book: TestBook) => {
    const { duties } = await contentOf(book)
    return duties.map((duty) => [
      duty.group_name,
      duty.category_name,
      duty.a,
      duty.bs,
      ...printed.map((field) => duty[field]),
    ])
  }
  await fc.assert(
    fc.asyncProperty(anyDepartment, async (department) => {
      const [from, to] = [await openTestBook({ today }), await openTestBook({ today })]
      await fill(from, department)
      await takeIn(to, 'staff', await exported(from, 'roster'))
      await takeIn(to, 'duties', await exported(from, 'duty-list'))
      expect(await seen(to)).toEqual(await seen(from))
      const before = to.sqlite.prepare('SELECT count(*) FROM changes').pluck().get()
      await takeIn(to, 'duties', await exported(to, 'backup-posts'))
      expect([to.sqlite.prepare('SELECT count(*) FROM changes').pluck().get(), await seen(to)]).toEqual([
        before,
        await seen(from),
      ])
      await from.close()
      await to.close()
    }),
    { numRuns: 10 },
  )
}, 240_000)

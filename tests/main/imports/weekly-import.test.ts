import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeWeek } from '../../../src-main/weekly/close-week.ts'
import { signOffMatters } from '../../../src-main/weekly/sign-off.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import type { WeekRow } from '../../../src-shared/weekly.ts'
import { addDepartment, addDuties, type Department, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { importInto, planOn, verdictsOf } from '../../helpers/plan-on.ts'
import type { CellValue } from '../../helpers/workbook-of.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook()
  department = await addDepartment(book)
})
afterEach(() => book.close())

const head = [['组织组第47周工作完成情况及下周工作打算（11月16日—11月20日）'], ['填报时间：2026年11月20日']]
const this_header = [
  '序号',
  '事项编号',
  '工作事项',
  '责任人',
  '计划完成时间',
  '完成情况',
  '是否完成',
  '未完成原因',
]
const next_header = ['序号', '工作事项', '具体内容', '责任人', '完成时间节点', '来源']

function form(this_week: CellValue[][], next_week: CellValue[][] = []) {
  const parts = next_week.length > 0 ? [[], ['二、下周工作打算'], next_header, ...next_week] : []
  return { rows: [...head, ['一、本周工作完成情况'], this_header, ...this_week, ...parts, ['填报人：张三']] }
}
/** 组织组 does not name a category, 党建 is chosen. */
const party = { choices: { category_id: 1 } }

function lineOf(row: WeekRow): string {
  const { number, title, staff_name, due_on, due_text, progress, week_state, unfinished_reason } = row
  const due = [due_on, due_text].filter(Boolean).join(' ')
  const planned = row.is_planned ? '计划内' : '计划外'
  return [number, title, staff_name, due, progress, week_state, unfinished_reason, planned].join('|')
}

async function week(monday = '2026-11-16') {
  const sheet = await weekSheet(book.db, book.clock.today(), { week_monday: monday, group_id: null })
  return {
    rows: sheet.rows.map(lineOf),
    plan: sheet.plan.map(lineOf),
    received: sheet.reports.filter(({ state }) => state === 'received').map(({ name }) => name),
  }
}

const changesMade = () => book.sqlite.prepare('SELECT count(*) FROM changes').pluck().get() as number

describe("a group's weekly report", () => {
  const report = form(
    [
      [1, null, '起草党课方案', '张三', '11月18日', '已印发', '是', null],
      [2, null, '整理会议记录', '李 四', '11.27', '进行中', '否', '材料不齐'],
    ],
    [
      [1, '整理会议记录', '补齐十月份', '李四', '11.27', '职责'],
      [2, '组织主题党日', null, '张三、李四', '11月底', '年度计划'],
    ],
  )

  it('goes into the week it names and into the plan of the next, one matter once', async () => {
    const plan = await importInto(book, 'weekly', report, party)
    expect(plan.preview.choices.week_monday).toBe('2026-11-16')
    expect(verdictsOf(plan)).toEqual([
      '5 new',
      '6 new',
      '10 changed',
      '11 new D11 这里有 2 个名字：“张三”作责任人，“李四”作协办人。',
      '12 skipped 表格下方的签字、日期或说明',
    ])
    expect(await week()).toEqual({
      rows: [
        '2026-DJ-0001|起草党课方案|张三|2026-11-18|已印发|done||计划内',
        '2026-DJ-0002|整理会议记录|李四|2026-11-27||in_progress|材料不齐|计划内',
      ],
      plan: [
        '2026-DJ-0003|组织主题党日|张三|2026-11-30 11月底||not_started||计划内',
        '2026-DJ-0002|整理会议记录|李四|2026-11-27||not_started||计划内',
      ],
      received: ['张三', '李四'],
    })
  })

  it('changes nothing when it comes a second time', async () => {
    await importInto(book, 'weekly', report, party)
    const before = changesMade()
    const again = await importInto(book, 'weekly', report, party)
    expect(again.preview.totals).toEqual({ read: 5, new: 0, changed: 0, same: 4, skipped: 1, wrong: 0 })
    expect(changesMade()).toBe(before)
  })

  it('finds the matters of the week by number or by title and person, and shows old and new', async () => {
    await importInto(book, 'weekly', report, party)
    const plan = await importInto(
      book,
      'weekly',
      form([
        [1, '2026-DJ-0001', '起草党课方案', '张三', '11月18日', '已印发全处', '是', null],
        [2, null, '整理会议记录。', '李四', '11月27日', '已归档', '是', null],
        [3, null, '接待来访', '王五', null, '已接待', '是', null],
      ]),
      party,
    )
    expect(plan.preview.rows.map(({ verdict, changes }) => [verdict, changes])).toEqual([
      ['changed', [{ label: '完成情况', old: '已印发', new: '已印发全处' }]],
      [
        'changed',
        [
          { label: '完成情况', old: '', new: '已归档' },
          { label: '进度', old: '正在推进', new: '已完成' },
        ],
      ],
      ['new', []],
      ['skipped', []],
    ])
    expect((await week()).rows).toContain(
      '2026-DJ-0002|整理会议记录|李四|2026-11-27|已归档|done|材料不齐|计划内',
    )
  })

  it('carries on what was planned; what is new besides is 计划外', async () => {
    await importInto(book, 'weekly', report, party)
    book.setToday('2026-11-27')
    const title = [['组织组第48周工作情况（11月23日—11月27日）'], ['一、本周工作完成情况'], this_header]
    await importInto(
      book,
      'weekly',
      {
        rows: [
          ...title,
          [1, null, '组织主题党日', '张三', null, '已开展', '是', null],
          [2, null, '临时填报数据', '李四', null, '已报', '是', null],
        ],
      },
      party,
    )
    expect((await week('2026-11-23')).rows).toEqual([
      '2026-DJ-0003|组织主题党日|张三|2026-11-30 11月底|已开展|done||计划内',
      '2026-DJ-0002|整理会议记录|李四|2026-11-27||not_started||计划内',
      '2026-DJ-0004|临时填报数据|李四||已报|done||计划外',
    ])
  })

  it('never moves a date that was set, and leaves alone what is signed off', async () => {
    await importInto(book, 'weekly', report, party)
    const signed = { finished_on: '2026-11-18', signed_off_on: '2026-11-18', signed_off_by: '处长' }
    await book.change(async (change) => {
      await signOffMatters(change, { matter_ids: [1], ...signed })
      change.describe('销号')
    })
    const plan = await planOn(
      book,
      'weekly',
      form([
        [1, null, '起草党课方案', '张三', '11月18日', '改了又改', '否', null],
        [2, null, '整理会议记录', '李四', '12月4日', '进行中', '否', '材料不齐'],
      ]),
      party,
    )
    expect(verdictsOf(plan).slice(0, 2)).toEqual([
      '5 skipped 2026-DJ-0001 已销号，表中内容与台账不同，不再改动',
      '6 same E6 台账里的时限是 2026-11-27，表中是 2026-12-04，时限不改。',
    ])
  })

  it('says before saving that its week is closed, and is refused whole when it is saved all the same', async () => {
    await book.change((change) => closeWeek(change, { week_monday: '2026-11-16' }))
    const sheet = form([[1, '', '起草通知', '张三', '2026-11-20', '已起草', '', '']])
    const plan = await planOn(book, 'weekly', sheet, party)
    expect(JSON.stringify(plan)).toContain(
      '第47周（11月16日—11月20日）已经关账，这样保存不进去：请先解锁，或者改选周次。',
    )
    await expect(importInto(book, 'weekly', sheet, party)).rejects.toThrow('closed week: 2026-11-16')
    expect((await week()).rows).toEqual([])
  })

  it('never saves a wrong row, and says by cell what is wrong', async () => {
    const plan = await importInto(
      book,
      'weekly',
      form([
        [1, null, '第一件', '张叁', '11月20日', null, null, null],
        [2, null, '第二件', '张三', '11月31日', null, null, null],
        [3, null, null, '张三', '11月20日', '办了', null, null],
        [4, '2026-DJ-0099', '第四件', '张三', null, null, null, null],
        [5, null, '第五件', null, 10.3, null, null, null],
        [6, null, '第六件', '全体', '月底', null, null, null],
        [7, null, '第六件', '全体', '月底', '有进展', null, null],
      ]),
      party,
    )
    expect(verdictsOf(plan)).toEqual([
      '5 wrong D5 人员名册里没有“张叁”。',
      '6 wrong E6 “11月31日”不是一个日期：11月只有30天。',
      '7 wrong C7 工作事项是空的。',
      '8 wrong B8 台账里没有编号“2026-DJ-0099”的事项。',
      '9 new D9 没有写责任人，责任人空着登记。 E9 “10.3”可能是10月3日，也可能是10月30日，先按10月3日理解。',
      '10 new D10 “全体”不是某一个人，责任人空着，记入协办人。',
      '11 wrong D11 “全体”不是某一个人，责任人空着，记入协办人。 C11 同一个人的同一事项与第 10 行重复，而内容不同。',
      '12 skipped 表格下方的签字、日期或说明',
    ])
    expect(plan.preview.rows[0]?.issues[0]?.suggestion).toBe(
      '是不是“张三”？请改正后再导入，或先登记到人员名册。',
    )
    expect((await week()).rows.map((line) => line.split('|')[1])).toEqual(['第五件', '第六件'])
  })

  it('takes the category from the group, from the duties of the person, or asks for it', async () => {
    await addDuties(book, [duty(department.personnel, { category_id: 3, a_staff_id: department.zhang })])
    const rows = [
      ['工作事项', '责任人', '完成情况'],
      ['核对人员信息', '王五', '已核对'],
      ['核定工资', '张三', '已核定'],
      ['起草讲话', '李四', '已起草'],
    ]
    const plan = await planOn(book, 'weekly', { rows: [['第47周周报'], ...rows] })
    expect(
      plan.preview.rows.map(({ values }) => values.find(({ label }) => label === '类别')?.value),
    ).toEqual(['干部人事', '工资福利', undefined])
    expect(verdictsOf(plan)[2]).toBe('5 wrong A5 没有写类别，也看不出属于哪一类。')
    expect(plan.preview.warnings).toContain('有的事项没有类别：请选择默认类别，这些行才能导入。')
  })

  it("takes a person's own report as that person's, and only that person has handed in", async () => {
    const sheet = {
      rows: [['本周工作'], ['工作内容', '完成情况', '下周计划'], ['起草方案', '已完成', '征求意见']],
    }
    await importInto(book, 'weekly', sheet, { ...party, file_name: '李四-第47周.xlsx' })
    expect(await week()).toEqual({
      rows: ['2026-DJ-0001|起草方案|李四|||done||计划内'],
      plan: ['2026-DJ-0002|征求意见|李四|||not_started||计划内'],
      received: ['李四'],
    })
    const again = await planOn(book, 'weekly', sheet, { ...party, file_name: '李四-第47周.xlsx' })
    expect(verdictsOf(again)).toEqual(['3 same'])
  })

  it('keeps a title of more than 300 characters whole, as its content', async () => {
    const long = '一'.repeat(400)
    const plan = await importInto(
      book,
      'weekly',
      form([[1, null, long, '张三', null, null, null, null]]),
      party,
    )
    expect(verdictsOf(plan)[0]).toBe('5 new C5 事项超过 300 个字：开头作事项名称，全文放进“具体内容”。')
    const [row] = book.sqlite.prepare('SELECT title, detail FROM matters').all()
    expect(row).toEqual({ title: `${'一'.repeat(60)}…`, detail: long })
  })

  it('takes only the rows of the chosen week where every row has its date', async () => {
    const sheet = {
      rows: [
        ['日期', '工作内容', '责任人', '完成情况'],
        ['2026/11/10', '上一周的事', '张三', '已完成'],
        ['2026/11/17', '这一周的事', '张三', '已完成'],
      ],
    }
    const chosen = { choices: { ...party.choices, week_monday: '2026-11-09' } }
    expect(verdictsOf(await planOn(book, 'weekly', sheet, chosen))).toEqual([
      '2 new',
      '3 skipped 日期 2026-11-17 不在第46周',
    ])
    expect(verdictsOf(await planOn(book, 'weekly', sheet, party))).toEqual([
      '2 skipped 日期 2026-11-10 不在第47周',
      '3 new',
    ])
  })
})

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { addDutyWithHolders } from '../../../src-main/actions/add-duty-with-holders.ts'
import { saveTypedWeek } from '../../../src-main/actions/save-typed-week.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { closeWeek } from '../../../src-main/weekly/close-week.ts'
import { cellsOfMatter } from '../../../src-renderer/weekly/week-cells.ts'
import type { TypedWeek } from '../../../src-shared/typed-week.ts'
import type { WeekRow } from '../../../src-shared/weekly.ts'
import { duty } from '../../helpers/department.ts'
import { dumpOf, trail_tables } from '../../helpers/dump.ts'
import { type OpenWeek, openWeek, week_47, week_48 } from './open-week.ts'

let week: OpenWeek

beforeEach(async () => {
  week = await openWeek()
})

type Typed = Record<string, string>
const fresh = (cells: Typed, key = 'new-1') => ({ key, id: null, cells })
const kept = (row: WeekRow, cells: Typed) => ({ key: String(row.matter_id), id: row.matter_id, cells })

function save(rows: TypedWeek['rows'], parts: Partial<TypedWeek> = {}) {
  const asked: TypedWeek = { rows, week_monday: week_47, is_plan: false, due_change: null, ...parts }
  return week.book.change((change) => saveTypedWeek(change, asked))
}

async function addRow(parts: Parameters<OpenWeek['add']>[0] = {}): Promise<WeekRow> {
  const { number } = await week.add(parts)
  return week.rowOf(parts.week_monday ?? week_47, number)
}

const issuesOf = ({ issues }: { issues: { field: string; why: string }[] } = { issues: [] }) =>
  issues.map(({ field, why }) => [field, why])

describe('new rows', () => {
  it('get their numbers, and everything as it was typed', async () => {
    const answer = await save([
      fresh({
        ...{ title: '组织主题党日', group: '组织组', category: '党建', person: '张　三', due: '11.27' },
        ...{ helpers: '李四、各支部书记', leader: '赵处', progress: '通知已发', state: '正在推进' },
        ...{ reason: '', evidence: '通知', source: '上级部署', planned: '计划外', remark: '无' },
      }),
    ])
    const [row] = (await week.sheet(week_47)).rows
    expect(answer).toMatchObject({
      rows: [{ key: 'new-1', state: 'saved', id: row?.matter_id, issues: [] }],
      moved: [],
    })
    expect(row).toMatchObject({
      ...{ number: '2026-DJ-0001', title: '组织主题党日', group_name: '组织组', category_name: '党建' },
      ...{ staff_name: '张三', due_on: '2026-11-27', original_due_on: '2026-11-27', leader: '赵处' },
      ...{ helpers: '李四、各支部书记', progress: '通知已发', week_state: 'in_progress', is_planned: false },
      ...{ evidence: '通知', source: '上级部署', remark: '无', state: 'in_progress' },
    })
  })

  it('take group, category and person from the duty they name, or the group from the person', async () => {
    const { group_ids, staff_ids, category_ids } = week.department
    await week.book.change((change) =>
      addDutyWithHolders(
        change,
        duty(group_ids.LZ, {
          content: '核定工资',
          category_id: category_ids.GZ,
          a_staff_id: staff_ids.li,
        }),
      ),
    )
    const [{ number, id } = { number: '', id: 0 }] = await week.book.db
      .selectFrom('duties')
      .select(['number', 'id'])
      .execute()
    await save([
      fresh({ title: '核定11月工资', duty: `${number} 核定工资` }, 'by-number'),
      fresh({ title: '核定12月工资', duty: '核定工资', person: '张三' }, 'by-words'),
      fresh({ title: '报送工资统计', person: '李四' }, 'by-person'),
    ])
    const { rows } = await week.sheet(week_47)
    expect(
      Object.fromEntries(
        rows.map((row) => [row.title, [row.group_name, row.category_name, row.staff_name, row.duty_id]]),
      ),
    ).toEqual({
      核定11月工资: ['劳资组', '工资福利', '李四', id],
      核定12月工资: ['劳资组', '工资福利', '张三', id],
      报送工资统计: ['劳资组', '工资福利', '李四', null],
    })
  })

  it('are saved where they are right, and told cell by cell where they are wrong', async () => {
    const answer = await save([
      fresh({ title: '召开支委会', person: '张三', category: '党建' }, 'good'),
      fresh(
        { title: '', person: '张山', group: '财务组', category: '别的', due: '2月30日', state: '差不多' },
        'bad',
      ),
      fresh({ title: '慰问', person: '张三、李四', category: '党建', duty: 'ZZ-DJ-099' }, 'two'),
    ])
    expect(answer.rows.map(({ key, state }) => [key, state])).toEqual([
      ['good', 'saved'],
      ['bad', 'wrong'],
      ['two', 'wrong'],
    ])
    expect(issuesOf(answer.rows[1])).toEqual([
      ['person', '人员名册里没有“张山”。'],
      ['group', '没有“财务组”这个组别。'],
      ['category', '没有“别的”这个类别。'],
      ['due', expect.stringContaining('2月')],
      ['state', '不认识“差不多”。'],
      ['title', '请填写工作事项。'],
    ])
    expect(issuesOf(answer.rows[2])).toEqual([
      ['duty', '履职清单里没有“ZZ-DJ-099”。'],
      ['person', '责任人只能是一个人，这里有 2 个名字。'],
      ['group', '没有写组别。'],
    ])
    expect((await week.sheet(week_47)).rows.map(({ title }) => title)).toEqual(['召开支委会'])
  })

  it('say when the same matter of the same person is in the week already, and are saved all the same', async () => {
    const old = await addRow({ title: '召开支委会' })
    const typed = { title: '召开 支委会。', person: '张三', category: '党建' }
    const answer = await save([fresh(typed, 'one'), fresh(typed, 'two')])
    expect(answer.rows.map((row) => [row.state, issuesOf(row)])).toEqual([
      ['saved', [['title', `同一个人的这项事项已经在列（${old.number}）。`]]],
      ['saved', [['title', `同一个人的这项事项已经在列（${old.number}）。`]]],
    ])
  })

  it('of next week’s plan are planned, and say nothing of progress', async () => {
    await save([fresh({ title: '筹备年终总结', person: '张三', category: '党建', progress: '写好了' })], {
      week_monday: week_48,
      is_plan: true,
    })
    const { plan } = await week.sheet(week_47)
    expect(plan).toMatchObject([
      { title: '筹备年终总结', is_planned: true, progress: '', week_state: 'not_started', state: 'assigned' },
    ])
  })
})

describe('rows that are there', () => {
  it('keep their number and what was not typed; an emptied cell is empty; all of it is one step', async () => {
    const row = await addRow({ detail: '全年', leader: '赵处', progress: '起草', evidence: '方案' })
    const other = await addRow({ title: '另一项' })
    const before = dumpOf(week.book.sqlite, trail_tables)
    const { change_id } = await save([
      kept(row, { title: '制定发展党员年度计划', leader: '', progress: '已完成', person: '王五' }),
      fresh({ title: '新的一项', person: '张三', category: '党建' }),
      kept(other, { state: '长期坚持' }),
    ])
    expect(await week.rowOf(week_47, row.number)).toMatchObject({
      ...{ title: '制定发展党员年度计划', leader: '', detail: '全年', staff_name: '王五' },
      ...{ progress: '已完成', week_state: 'done', evidence: '方案', number: row.number },
    })
    expect((await week.rowOf(week_47, other.number)).week_state).toBe('long_term')
    expect((await week.titles()).at(-1)).toBe('录入第47周：新增 1 项，修改 2 项')
    await undoChange(week.book, week.book.clock, change_id ?? 0)
    expect(dumpOf(week.book.sqlite, trail_tables)).toEqual(before)
  })

  it('wait for the reason when a due date is typed over, and are saved with it', async () => {
    const row = await addRow({ due_on: '2026-11-20' })
    const typed = kept(row, { due: '11月27日', progress: '等批复' })
    const first = await save([typed])
    expect(first).toMatchObject({
      rows: [{ state: 'wrong', issues: [{ field: 'due', found: '11月27日' }] }],
      change_id: null,
      moved: [{ key: typed.key, number: row.number, due_on: '2026-11-20', new_due_on: '2026-11-27' }],
    })
    const extension = { kind: 'extension', reason: '等上级批复', approved_by: '赵处' } as const
    const second = await save([typed], { due_change: extension })
    expect(second).toMatchObject({ rows: [{ state: 'saved', issues: [] }], moved: [] })
    expect(await week.rowOf(week_47, row.number)).toMatchObject({
      ...{ due_on: '2026-11-27', original_due_on: '2026-11-20', extended_times: 1, progress: '等批复' },
    })
  })

  it('are not postponed to an earlier day; that is a correction', async () => {
    const row = await addRow({ due_on: '2026-11-20' })
    const typed = kept(row, { due: '2026-11-18' })
    const extension = { kind: 'extension', reason: '提前', approved_by: '赵处' } as const
    const refused = await save([typed], { due_change: extension })
    expect(issuesOf(refused.rows[0])).toEqual([['due', '延期要晚于现在的时限（2026-11-20）。']])
    await save([typed], { due_change: { kind: 'correction', reason: '写错了' } })
    expect(await week.rowOf(week_47, row.number)).toMatchObject({ due_on: '2026-11-18', extended_times: 0 })
  })

  it('take a first due date, and words beside it, without a reason', async () => {
    const row = await addRow()
    expect(await save([kept(row, { due: '11月底' })])).toMatchObject({
      rows: [{ state: 'saved' }],
      moved: [],
    })
    const dated = await week.rowOf(week_47, row.number)
    expect([dated.due_on, dated.due_text]).toEqual(['2026-11-30', '11月底'])
  })

  it('cannot be typed into once they are signed off, withdrawn or gone', async () => {
    const row = await addRow()
    await week.signOff([row.matter_id])
    const answer = await save([
      kept(row, { title: '改名' }),
      { key: 'gone', id: 9999, cells: { title: '没有了' } },
    ])
    expect(answer.rows.map((each) => [each.state, issuesOf(each)])).toEqual([
      ['wrong', [['title', `${row.number} 已销号，不能修改。`]]],
      ['wrong', [['title', '这一周已经没有这项事项。']]],
    ])
    expect(answer.change_id).toBeNull()
  })

  it('cannot be typed into once their week is closed, nor can new ones be added to it', async () => {
    const row = await addRow()
    await week.book.change((change) => closeWeek(change, { week_monday: week_47 }))
    const answer = await save([kept(row, { progress: '补记' }), fresh({ title: '补一项', person: '张三' })])
    expect(answer.rows.map((each) => [each.state, issuesOf(each)])).toEqual([
      ['wrong', [['title', '第47周已经关账，不能修改。']]],
      ['wrong', [['title', '第47周已经关账，不能修改。']]],
    ])
    expect(answer.change_id).toBeNull()
  })

  it('take the person’s own 已完成 back with the request for a sign-off', async () => {
    const row = await addRow({ week_state: 'done' })
    await week.book.change(async ({ db, describe }) => {
      await db
        .updateTable('matters')
        .set({ state: 'sign_off_asked' })
        .where('id', '=', row.matter_id)
        .execute()
      describe('申请销号')
    })
    const answer = await save([kept(row, { state: '未完成' })])
    expect(issuesOf(answer.rows[0])).toEqual([['reason', '没有完成的，要写明未完成原因及下步措施。']])
    expect(await week.rowOf(week_47, row.number)).toMatchObject({
      week_state: 'unfinished',
      state: 'in_progress',
    })
  })
})

it('leaves the book as it is when a row is typed again just as it stands', async () => {
  const word = fc.constantFrom('', '甲', '第一行\n第二行', '张三、各组')
  const due = fc.constantFrom(
    { due_on: null, due_text: '' },
    { due_on: '2026-11-27', due_text: '' },
    { due_on: '2026-11-30', due_text: '11月底' },
    { due_on: null, due_text: '长期' },
  )
  const state = fc.constantFrom('not_started', 'in_progress', 'unfinished', 'done', 'long_term')
  const { staff_ids } = week.department
  const person = fc.constantFrom(null, staff_ids.zhang, staff_ids.li)
  const any = fc.record({
    ...{ detail: word, helpers: word, leader: word, source: word, remark: word },
    ...{ progress: word, unfinished_reason: word, evidence: word, staff_id: person, week_state: state },
  })
  await fc.assert(
    fc.asyncProperty(any, due, async (parts, dates) => {
      const row = await addRow({ ...parts, ...dates })
      const before = dumpOf(week.book.sqlite)
      const shown = cellsOfMatter(row, { dutyOf: () => '', stoodIn: () => '' })
      const answer = await save([kept(row, { ...shown })])
      expect([answer.rows[0]?.state, answer.change_id, answer.moved]).toEqual(['saved', null, []])
      expect(dumpOf(week.book.sqlite)).toEqual(before)
    }),
    { numRuns: 40 },
  )
})

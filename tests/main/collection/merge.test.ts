import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { getMergeReport, listMerges } from '../../../src-main/collection/merge-reports.ts'
import { weekSheet } from '../../../src-main/weekly/week-sheet.ts'
import type { Decision, MergePreview } from '../../../src-shared/collection.ts'
import { dumpOf } from '../../helpers/dump.ts'
import { fillForm } from '../../helpers/fill-form.ts'
import { type CollectionDesk, openCollection, tell, week_47, week_48 } from '../../helpers/open-collection.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let open: CollectionDesk | null = null
afterEach(async () => {
  await open?.desk.excel.stop()
  open = null
})

/** Three matters of 张三 and 王五 this week, one of them planned for the next. */
async function begin(): Promise<CollectionDesk & { sent: string; back: string }> {
  open = await openCollection()
  const { department } = open
  await open.add(
    { title: '制定发展党员计划', due_on: '2026-11-20' },
    { title: '整理支部台账', staff_id: department.staff_ids.wang },
    { title: '筹备主题党日' },
  )
  await open.add({
    title: '召开支委会',
    week_monday: week_48,
    week_state: 'not_started',
    detail: '研究发展对象',
  })
  const sent = await open.send('group', department.group_ids.ZZ)
  return { ...open, sent, back: join(open.folder, '收回.xlsx') }
}

const firstFile = (preview: MergePreview) => {
  const [file] = preview.files
  if (!file) throw new Error('no file was read')
  return file
}

/** Takes the file's side wherever there is a question. */
function theirs({ files }: MergePreview): Decision[] {
  return files.flatMap(({ rows }) =>
    rows.flatMap((row) => {
      const cells = row.cells.filter(({ verdict }) => verdict === 'clash' || verdict === 'asked')
      const ids = [...cells.map(({ id }) => id), ...(row.kind === 'gone' ? [row.id] : [])]
      return ids.map((id): Decision => ({ id, take: 'theirs', own: '' }))
    }),
  )
}

async function linesOf({ book }: CollectionDesk, monday = week_47): Promise<string[]> {
  const { rows } = await weekSheet(book.db, book.clock.today(), { week_monday: monday, group_id: null })
  return rows.map(
    ({ title, staff_name, progress, week_state }) => `${title} ${staff_name} ${progress} ${week_state}`,
  )
}

describe('a form that comes back', () => {
  it('as it was sent is known as not filled in and changes nothing', async () => {
    const { read, sent } = await begin()
    const file = firstFile(await read([sent]))
    expect([file.state, file.read_rows, file.same_rows, tell(file)]).toEqual(['untouched', 4, 4, []])
  })

  it('merges its clean cells in one step, takes new rows in, marks everyone of the group as 已收', async () => {
    const desk = await begin()
    const { read, collection, sent, back, book } = desk
    await fillForm(sent, back, (sheets) => {
      const [first] = sheets.this.rows
      if (first) Object.assign(first, { 完成情况: '已起草', 状态: '已完成' })
      sheets.this.rows.push({
        类别: '党建',
        工作事项: '接待上级调研',
        责任人: '王五',
        完成情况: '来访一次',
        状态: '已完成',
      })
      sheets.next.rows.push({ 类别: '党建', 工作事项: '报送总结', 责任人: '张三', 完成时间节点: '11月27日' })
    })
    const preview = await read([back])
    expect(tell(firstFile(preview))).toEqual([
      '2026-DJ-0001 progress：→已起草 taken',
      '2026-DJ-0001 state：正在推进→已完成 taken',
      '新增 报送总结',
      '新增 接待上级调研',
    ])
    const before = dumpOf(book.sqlite)
    expect(await collection.merge({ merge_id: preview.merge_id, left_out: [], decisions: [] })).toEqual({
      ...{ files: 1, taken: 2, clashes: 0, new_rows: 2, gone_rows: 0, wrong_rows: 0 },
    })
    expect(await linesOf(desk)).toEqual([
      '制定发展党员计划 张三 已起草 done',
      '筹备主题党日 张三  in_progress',
      '整理支部台账 王五  in_progress',
      '接待上级调研 王五 来访一次 done',
    ])
    expect(await linesOf(desk, week_48)).toEqual([
      '召开支委会 张三  not_started',
      '报送总结 张三  not_started',
    ])
    const { reports } = await weekSheet(book.db, '2026-11-20', { week_monday: week_47, group_id: null })
    expect(reports.map(({ name, state, received_at }) => [name, state, received_at])).toEqual([
      ['张三', 'received', '09:00'],
      ['李四', 'missing', null],
      ['王五', 'received', '09:00'],
    ])

    const [line] = await listMerges(book.db, week_47)
    await undoChange(book, book.clock, line?.change_id ?? 0)
    const after = dumpOf(book.sqlite)
    for (const table of ['matters', 'matter_weeks', 'matter_events', 'week_reports']) {
      expect(after[table], table).toEqual(before[table])
    }
    const report = await getMergeReport(book.db, line?.id ?? 0)
    expect([report.is_undone, report.files.map(tell)]).toEqual([true, preview.files.map(tell)])
  })

  it('asks about a cell that the book changed meanwhile, and does what is decided of each', async () => {
    const desk = await begin()
    const { book, read, collection, sent, back } = desk
    const { rows } = await weekSheet(book.db, '2026-11-20', { week_monday: week_47, group_id: null })
    for (const { id, title } of rows) {
      const progress = `现在的${title}`
      await book.change(({ db }) =>
        db.updateTable('matter_weeks').set({ progress }).where('id', '=', id).execute(),
      )
    }
    await fillForm(sent, back, (sheets) => {
      for (const row of sheets.this.rows) row.完成情况 = `来件的${row.工作事项}`
    })
    const preview = await read([back])
    expect(tell(firstFile(preview))).toEqual([
      '2026-DJ-0001 progress：→来件的制定发展党员计划（现 现在的制定发展党员计划） clash',
      '2026-DJ-0002 progress：→来件的整理支部台账（现 现在的整理支部台账） clash',
      '2026-DJ-0003 progress：→来件的筹备主题党日（现 现在的筹备主题党日） clash',
    ])
    const merge = (decisions: Decision[]) =>
      collection.merge({ merge_id: preview.merge_id, left_out: [], decisions })
    const undecided = await problemOf(merge([]))
    expect(undecided.message).toBe('还有 3 处没有选定，什么也没有合并。')
    const takes = ['theirs', 'ours', 'own'] as const
    await merge(theirs(preview).map(({ id }, at) => ({ id, take: takes[at] ?? 'ours', own: '手工写的' })))
    expect(await linesOf(desk)).toEqual([
      '制定发展党员计划 张三 来件的制定发展党员计划 in_progress',
      '筹备主题党日 张三 现在的筹备主题党日 in_progress',
      '整理支部台账 王五 手工写的 in_progress',
    ])
  })

  it('is understood however its rows were sorted, copied, renamed, robbed of keys or deleted', async () => {
    const desk = await begin()
    const { read, sent, back } = desk
    await fillForm(sent, back, (sheets) => {
      const [plan, party] = sheets.this.rows
      if (!plan || !party) throw new Error('no rows were sent')
      // Sorted; a copy turned into a matter of its own; renamed without key and number; one deleted.
      const copy = { ...plan, 工作事项: '慰问困难职工', 完成情况: '慰问三户' }
      const renamed = { ...party, 行标识: '', 事项编号: '', 工作事项: '筹备十一月主题党日' }
      sheets.this.rows = [renamed, copy, plan]
    })
    expect(tell(firstFile(await read([back])))).toEqual([
      '2026-DJ-0003 title：筹备主题党日→筹备十一月主题党日 taken',
      '删去 2026-DJ-0002',
      '新增 慰问困难职工',
    ])
  })

  it('drops a deleted row only when told to: it is withdrawn with its reason', async () => {
    const desk = await begin()
    const { book, read, collection, sent, back } = desk
    await fillForm(sent, back, (sheets) => {
      sheets.this.rows = sheets.this.rows.filter(({ 工作事项 }) => 工作事项 !== '筹备主题党日')
      sheets.next.rows = []
    })
    const preview = await read([back])
    const decisions = theirs(preview)
    expect(tell(firstFile(preview))).toEqual(['删去 2026-DJ-0003', '删去 2026-DJ-0004'])
    await collection.merge({ merge_id: preview.merge_id, left_out: [], decisions })
    const events = await book.db.selectFrom('matter_events').select(['matter_id', 'kind', 'reason']).execute()
    expect(events).toEqual([
      { matter_id: 3, kind: 'withdrawn', reason: '第47周周报中删去' },
      { matter_id: 4, kind: 'withdrawn', reason: '第47周周报中删去' },
    ])
  })

  it('moves a date that was given by an extension only, when that is confirmed', async () => {
    const desk = await begin()
    const { book, read, collection, sent, back } = desk
    await fillForm(sent, back, (sheets) => {
      for (const row of sheets.this.rows)
        Object.assign(row, { 计划完成时间: '12月4日', 未完成原因及下步措施: '等批复' })
    })
    const preview = await read([back])
    expect(tell(firstFile(preview)).filter((line) => line.includes('due'))).toEqual([
      '2026-DJ-0001 due：2026-11-20→2026-12-04 asked',
      '2026-DJ-0002 due：→2026-12-04 taken',
      '2026-DJ-0003 due：→2026-12-04 taken',
    ])
    await collection.merge({ merge_id: preview.merge_id, left_out: [], decisions: theirs(preview) })
    const matters = await book.db
      .selectFrom('matters')
      .select(['due_on', 'original_due_on'])
      .orderBy('id')
      .execute()
    expect(matters.map(({ due_on, original_due_on }) => `${due_on} ${original_due_on}`)).toEqual([
      '2026-12-04 2026-11-20',
      '2026-12-04 2026-12-04',
      '2026-12-04 2026-12-04',
      'null null',
    ])
    const event = await book.db.selectFrom('matter_events').select(['kind', 'reason', 'new_due_on']).execute()
    expect(event).toEqual([{ kind: 'extended', reason: '等批复', new_due_on: '2026-12-04' }])
  })

  it('is known when it comes again, twice at once, or for another week', async () => {
    const desk = await begin()
    const { read, collection, sent, back, folder } = desk
    const twice = join(folder, '又一份.xlsx')
    await fillForm(sent, back, ({ this: { rows } }) => Object.assign(rows[0] ?? {}, { 完成情况: '已起草' }))
    copyFileSync(back, twice)
    const both = await read([back, twice])
    expect(both.files.map(({ state }) => state)).toEqual(['form', 'twice'])
    await collection.merge({ merge_id: both.merge_id, left_out: [], decisions: [] })
    const again = firstFile(await read([back]))
    expect([again.state, again.words]).toEqual([
      'again',
      ['这份文件已经合并过（11月20日 09:00），内容一字未改，不再合并。'],
    ])
    desk.book.setToday('2026-11-27')
    const { files } = await desk.desk.incoming.take([{ path: sent }])
    const later = await collection.read({
      week_monday: week_48,
      tokens: files.map(({ token }) => token),
      group_id: null,
      category_id: null,
      as_this_week: [],
      left_out: [],
    })
    expect(later?.files.map(({ state, words }) => [state, ...words])).toEqual([
      ['other_week', '这是第47周（11月16日—11月20日）的表，没有并入。要补收那一周的，请切换到那一周再放入。'],
    ])
  })

  it('keeps out the cells that cannot be, and takes the others of their rows', async () => {
    const { read, sent, back } = await begin()
    await fillForm(sent, back, ({ this: { rows } }) => {
      Object.assign(rows[0] ?? {}, {
        责任人: '张王',
        状态: '快好了',
        计划完成时间: '2026-02-30',
        完成情况: '已起草',
      })
    })
    expect(tell(firstFile(await read([back])))).toEqual([
      '2026-DJ-0001 progress：→已起草 taken',
      '错误 “2026-02-30”不是一个日期：2月只有28天，时间没有改。',
      '错误 人员名册里没有“张王”，责任人没有改。',
      '错误 没有“快好了”这个状态，状态没有改。',
    ])
  })

  it('reads a table whose columns were moved and called otherwise', async () => {
    const { read, sent, back } = await begin()
    await fillForm(sent, back, ({ this: sheet }) => {
      const names: Record<string, string> = { 完成情况: '工作进展', 责任人: '负责人' }
      for (const row of sheet.rows)
        for (const [old, name] of Object.entries(names)) row[name] = row[old] ?? ''
      sheet.heads = sheet.heads.map((head) => names[head] ?? head).reverse()
      Object.assign(sheet.rows[0] ?? {}, { 工作进展: '已起草' })
    })
    const file = firstFile(await read([back]))
    expect([file.words, tell(file)]).toEqual([[], ['2026-DJ-0001 progress：→已起草 taken']])
  })

  it('of a week that was closed meanwhile is refused in words, and nothing is written', async () => {
    const { book, read, collection, sent, back } = await begin()
    await fillForm(sent, back, ({ this: { rows } }) => Object.assign(rows[0] ?? {}, { 完成情况: '已起草' }))
    const preview = await read([back])
    await book.change(({ db, today, who }) =>
      db
        .insertInto('week_locks')
        .values({
          ...{ week_monday: week_47, closed_with: week_47, locked_on: today, locked_by: who, left_open: '' },
          ...{ locked_at: '17:00', title: '第47周' },
          ...{ unlocked_on: null, unlocked_by: '', unlock_reason: '' },
        })
        .execute(),
    )
    const stood = dumpOf(book.sqlite)
    await expect(
      collection.merge({ merge_id: preview.merge_id, left_out: [], decisions: [] }),
    ).rejects.toThrow('closed week')
    expect(dumpOf(book.sqlite)).toEqual(stood)
  })

  it('is refused when the book changed after it was shown, and can be shown anew', async () => {
    const { book, read, collection, sent, back } = await begin()
    await fillForm(sent, back, ({ this: { rows } }) => Object.assign(rows[0] ?? {}, { 完成情况: '已起草' }))
    const preview = await read([back])
    await book.change(({ db }) => db.updateTable('matter_weeks').set({ progress: '别处改了' }).execute())
    const refused = await problemOf(
      collection.merge({ merge_id: preview.merge_id, left_out: [], decisions: [] }),
    )
    expect(refused.code).toBe('merge_outdated')
    expect(tell(firstFile(await read([back])))).toEqual([
      '2026-DJ-0001 progress：→已起草（现 别处改了） clash',
    ])
  })

  it('is held against the files before it, but not against those that are left out', async () => {
    const { read, collection, sent, back, folder, book } = await begin()
    const other = join(folder, '另一版.xlsx')
    const say = (path: string, words: string[]) =>
      fillForm(sent, path, ({ this: { rows } }) => {
        for (const [at, progress] of words.entries()) Object.assign(rows[at] ?? {}, { 完成情况: progress })
      })
    await say(back, ['已起草', '已筹备'])
    await say(other, ['已起草', '筹备了一半'])
    const both = await read([back, other])
    expect(both.files.map(tell)).toEqual([
      ['2026-DJ-0001 progress：→已起草 taken', '2026-DJ-0003 progress：→已筹备 taken'],
      [
        '2026-DJ-0003 progress：→筹备了一半（现 已筹备） clash',
        '跳过 制定发展党员计划：台账或前面的表里已经是这样。',
      ],
    ])
    expect(both.files[1]?.rows.flatMap(({ cells }) => cells.map(({ why }) => why))).toContain(
      '同一批里前面的一份表也改了这一格。',
    )
    const one = await read([back, other], { left_out: [0] })
    expect(one.files.map(tell)[1]).toEqual([
      '2026-DJ-0001 progress：→已起草 taken',
      '2026-DJ-0003 progress：→筹备了一半 taken',
    ])
    await collection.merge({ merge_id: one.merge_id, left_out: [], decisions: [] })
    const lines = await book.db.selectFrom('matter_weeks').select('progress').orderBy('id').execute()
    expect(lines.map(({ progress }) => progress)).toEqual(['已起草', '', '筹备了一半', ''])
  })
})

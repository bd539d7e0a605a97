import { describe, expect, it } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { signOffAndArchive } from '../../../src-main/actions/sign-off-and-archive.ts'
import { listArchive } from '../../../src-main/archive/list-archive.ts'
import { editCategory } from '../../../src-main/settings/categories.ts'
import { cureDefects, listDefects } from '../../../src-main/weekly/defects.ts'
import { matterHistory } from '../../../src-main/weekly/matter-history.ts'
import { returnMatters } from '../../../src-main/weekly/return-matters.ts'
import { showWorkbench } from '../../../src-main/workbench/show-workbench.ts'
import { ArchiveFilter } from '../../../src-shared/archive.ts'
import type { SignOff } from '../../../src-shared/weekly.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from '../weekly/open-week.ts'

const archive = { retention: 'D10', location: '', materials: '', remark: '' } as const

/** 党建 demands evidence. */
async function openStrictWeek() {
  const week = await openWeek()
  const { book, department } = week
  const id = department.category_ids.DJ
  await book.change((change) => editCategory(change, id, { code: 'DJ', name: '党建', needs_evidence: true }))
  const addRow = async (parts: Parameters<typeof week.add>[0] = {}) =>
    week.rowOf(week_47, (await week.add(parts)).number)
  const sign = (matter_ids: number[], notes: SignOff['notes'] = [], with_archive = false) =>
    book.change((change) =>
      signOffAndArchive(change, {
        matter_ids,
        finished_on: '2026-11-19',
        signed_off_on: '2026-11-20',
        signed_off_by: '赵处',
        notes,
        archive: with_archive ? archive : null,
      }),
    )
  const fileAway = (matter_ids: number[]) =>
    book.change((change) =>
      archiveMatters(change, { ...archive, matter_ids, archived_on: '2026-11-20', archived_by: '赵处' }),
    )
  const defects = (with_cured = false) => listDefects(book.db, { with_cured })
  const cure = (defect_ids: number[], cured_on = '2026-11-20') =>
    book.change((change) => cureDefects(change, { defect_ids, cured_on, cured_by: '周敏', cure: '签到表' }))
  return { ...week, addRow, sign, fileAway, defects, cure }
}

describe('a category that demands evidence', () => {
  it('lets nothing be signed off without it, unless it is said what is missing', async () => {
    const { addRow, rowOf, sign } = await openStrictWeek()
    const bare = await addRow()
    const proved = await addRow({ evidence: '通知' })
    expect(bare.needs_evidence).toBe(true)
    expect(await problemOf(sign([proved.matter_id, bare.matter_id]))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0001（制定发展党员计划）还没有登记佐证材料，它的类别要求有，不能销号。',
      next: '请填写佐证材料、放入文件，或写明纸质材料的存放处；材料确实要后补的，请写明缺什么，按带病销号处理。',
    })
    expect(await rowOf(week_47, proved.number)).toEqual(proved)
    const note = { matter_id: bare.matter_id, evidence: '会议纪要', missing: '' }
    expect(await sign([proved.matter_id, bare.matter_id], [note])).toEqual({ signed_off: 2, archived: 0 })
    expect((await rowOf(week_47, bare.number)).evidence).toBe('会议纪要')
  })

  it('demands nothing of a matter of another category', async () => {
    const { addRow, sign, department } = await openStrictWeek()
    const row = await addRow({ category_id: department.category_ids.GZ })
    expect(await sign([row.matter_id])).toEqual({ signed_off: 1, archived: 0 })
  })
})

describe('带病销号', () => {
  it('is marked, counted and listed, and kept out of the archive until it is cured', async () => {
    const { book, addRow, rowOf, sign, sheet, fileAway, defects, cure } = await openStrictWeek()
    const whole = await addRow({ evidence: '通知' })
    const ill = await addRow({ title: '支部党员大会' })
    const notes = [{ matter_id: ill.matter_id, evidence: '会议纪要', missing: '签到表' }]
    expect(await sign([whole.matter_id, ill.matter_id], notes, true)).toEqual({ signed_off: 2, archived: 1 })
    expect(await rowOf(week_47, ill.number)).toMatchObject({ state: 'signed_off', missing: '签到表' })
    expect((await sheet(week_47)).uncured).toBe(1)
    const [defect] = await defects()
    expect(defect).toEqual({
      id: defect?.id,
      matter_id: ill.matter_id,
      number: ill.number,
      title: '支部党员大会',
      category_name: '党建',
      group_name: '组织组',
      staff_name: '张三',
      signed_off_on: '2026-11-20',
      missing: '签到表',
      noted_on: '2026-11-20',
      noted_by: '赵处',
      cured_on: null,
      cured_by: '',
      cure: '',
    })
    expect((await problemOf(fileAway([ill.matter_id]))).message).toBe(
      '2026-DJ-0002（支部党员大会）是带病销号，材料还没有补齐，不能归档。',
    )
    const waiting = async () =>
      (await listArchive(book.db, ArchiveFilter.parse({}))).waiting.map(({ number }) => number)
    const onTheDesk = async () => (await showWorkbench(book.db, '2026-11-20')).waiting_for_archive
    expect([await waiting(), await onTheDesk()]).toEqual([[], 0])
    const id = defect?.id ?? 0
    expect(await cure([id])).toEqual({ cured: 1 })
    expect([await waiting(), await onTheDesk()]).toEqual([[ill.number], 1])
    expect([await defects(), (await sheet(week_47)).uncured]).toEqual([[], 0])
    const cured = { cured_on: '2026-11-20', cured_by: '周敏', cure: '签到表' }
    expect(await defects(true)).toEqual([{ ...defect, ...cured }])
    expect(await rowOf(week_47, ill.number)).toMatchObject({ evidence: '会议纪要、签到表', missing: '' })
    const { events } = await matterHistory(book.db, '2026-11-20', ill.matter_id)
    expect(events.map(({ kind, by_name, reason }) => [kind, by_name, reason])).toEqual([
      ['signed_off', '赵处', '带病销号，缺：签到表'],
      ['cured', '周敏', '签到表'],
    ])
    expect(await fileAway([ill.matter_id])).toEqual({ archived: 1 })
  })

  it('no longer counts once the matter is returned, and may come a second time', async () => {
    const { book, addRow, sign, defects } = await openStrictWeek()
    const { matter_id } = await addRow()
    const notes = [{ matter_id, evidence: '', missing: '签到表' }]
    await sign([matter_id], notes)
    const returned = {
      matter_ids: [matter_id],
      returned_on: '2026-11-20',
      returned_by: '赵处',
      reason: '重办',
    }
    await book.change((change) => returnMatters(change, returned))
    expect(await defects()).toEqual([])
    await sign([matter_id], notes)
    expect((await defects(true)).map(({ missing, cure }) => [missing, cure])).toEqual([
      ['签到表', ''],
      ['签到表', '退回重办'],
    ])
  })

  it('refuses a cure from before the sign-off, from the future, and of what is cured already', async () => {
    const { addRow, sign, defects, cure } = await openStrictWeek()
    const { matter_id } = await addRow()
    await sign([matter_id], [{ matter_id, evidence: '', missing: '签到表' }])
    const [id = 0] = (await defects()).map((defect) => defect.id)
    expect((await problemOf(cure([id], '2026-11-19'))).fields).toEqual({
      cured_on: '补齐时间不能早于带病销号的时间（2026年11月20日）。',
    })
    expect((await problemOf(cure([id], '2026-11-21'))).fields).toEqual({
      cured_on: '补齐时间不能晚于今天（2026年11月20日）。',
    })
    await cure([id])
    expect((await problemOf(cure([id]))).message).toBe('选中的带病销号里有的已经补齐，或者已经被撤销。')
  })
})

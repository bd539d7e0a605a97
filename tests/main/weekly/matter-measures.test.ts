import { describe, expect, it } from 'vitest'
import { editCategory } from '../../../src-main/settings/categories.ts'
import {
  addMeasure,
  editMeasure,
  listMeasures,
  removeMeasure,
  restoreMeasure,
} from '../../../src-main/settings/measures.ts'
import { askedMeasures } from '../../../src-main/weekly/asked-measures.ts'
import { setMeasures } from '../../../src-main/weekly/matter-measures.ts'
import { measureTotals } from '../../../src-main/weekly/measure-totals.ts'
import { signOffMatters } from '../../../src-main/weekly/sign-off.ts'
import type { MeasureDraft, MeasureValue } from '../../../src-shared/measures.ts'
import type { SignOff } from '../../../src-shared/weekly.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from './open-week.ts'

/** A week whose 党建 matters are asked for 参加人次, and demanded to say 培训人数. */
async function openMeasuredWeek() {
  const week = await openWeek()
  const { book, department } = week
  const use = { category_id: department.category_ids.DJ, duty_id: null }
  const addOne = (draft: Partial<MeasureDraft> & Pick<MeasureDraft, 'name' | 'unit' | 'kind'>) =>
    book.change((change) => addMeasure(change, { uses: [], ...draft }))
  const attended = await addOne({
    name: '参加',
    unit: '人次',
    kind: 'person_times',
    uses: [{ ...use, is_demanded: false }],
  })
  const trained = await addOne({
    name: '培训',
    unit: '人',
    kind: 'people',
    uses: [{ ...use, is_demanded: true }],
  })
  const addRow = async (title: string, category_id = department.category_ids.DJ) =>
    week.rowOf(week_47, (await week.add({ title, category_id })).number)
  const value = (measure: { id: number }, amount: string, names: string[] = []): MeasureValue => ({
    measure_id: measure.id,
    amount,
    names,
    note: '',
  })
  const signOff = (matter_id: number, measures: MeasureValue[], more: Partial<SignOff> = {}, missing = '') =>
    book.change((change) =>
      signOffMatters(change, {
        matter_ids: [matter_id],
        finished_on: '2026-11-20',
        signed_off_on: '2026-11-20',
        signed_off_by: '赵处',
        notes: [{ matter_id, evidence: '', missing, measures }],
        ...more,
      }),
    )
  const saidOf = async (matter_id: number) =>
    (await askedMeasures(book.db, [matter_id]))
      .get(matter_id)
      ?.map(({ name, amount, is_demanded }) => [name, amount, is_demanded])
  return { ...week, attended, trained, addOne, addRow, value, signOff, saidOf }
}

describe('measures', () => {
  it('are asked of a category with all below it and of a duty, and of nothing else', async () => {
    const { book, department, addRow, saidOf } = await openMeasuredWeek()
    const { DJ, RS, ZH } = department.category_ids
    await book.change((change) => editCategory(change, RS, { name: '人事', code: 'RS', parent_id: DJ }))
    const [own, below, other] = [await addRow('本类'), await addRow('下级', RS), await addRow('别类', ZH)]
    const both = [
      ['参加', '', false],
      ['培训', '', true],
    ]
    expect([
      await saidOf(own.matter_id),
      await saidOf(below.matter_id),
      await saidOf(other.matter_id),
    ]).toEqual([both, both, []])
  })

  it('that are demanded keep a matter from being signed off, unless it is told what is missing', async () => {
    const { addRow, value, attended, trained, signOff, saidOf } = await openMeasuredWeek()
    const [told, lacking] = [await addRow('办班'), await addRow('补报')]
    expect(await problemOf(signOff(told.matter_id, [value(attended, '30')]))).toMatchObject({
      message: '2026-DJ-0001（办班）还没有填写指标“培训”，不能销号。',
    })
    expect(await saidOf(told.matter_id)).toEqual([
      ['参加', '', false],
      ['培训', '', true],
    ])
    await signOff(told.matter_id, [value(attended, '30'), value(trained, '', ['张三', '李四', '张三'])])
    expect(await saidOf(told.matter_id)).toEqual([
      ['参加', '30', false],
      ['培训', '2', true],
    ])
    await signOff(lacking.matter_id, [], {}, '培训人数待统计')
    expect(await saidOf(lacking.matter_id)).toEqual([
      ['参加', '', false],
      ['培训', '', true],
    ])
  })

  it('say at their own cell what is wrong, and nothing of the sign-off is kept', async () => {
    const { addRow, value, attended, trained, signOff, rowOf } = await openMeasuredWeek()
    const { matter_id, number } = await addRow('办班')
    const field = `notes.${matter_id}.measures.${trained.id}.amount`
    const fields = async (...values: MeasureValue[]) => (await problemOf(signOff(matter_id, values))).fields
    expect([
      await fields(value(attended, '30'), value(trained, '两个')),
      await fields(value(trained, '1.5')),
      await fields(value(trained, '1', ['张三', '李四'])),
    ]).toEqual([
      { [field]: '培训“两个”不是整数。' },
      { [field]: '培训“1.5”不是整数。' },
      { [field]: '培训写了 2 个名字，人数不能少于名字。' },
    ])
    expect((await rowOf(week_47, number)).state).toBe('in_progress')
  })

  it('can be told before and put right after the sign-off, and an emptied one says nothing', async () => {
    const { book, addRow, value, attended, trained, signOff, saidOf, titles } = await openMeasuredWeek()
    const { matter_id } = await addRow('办班')
    const set = (...values: MeasureValue[]) =>
      book.change((change) => setMeasures(change, { matter_id, values }))
    await set(value(trained, '12'))
    await signOff(matter_id, [])
    await set(value(trained, '13'), value(attended, '40'))
    await set(value(attended, ''))
    expect(await saidOf(matter_id)).toEqual([
      ['参加', '', false],
      ['培训', '13', true],
    ])
    expect((await titles()).at(-1)).toBe('填写 2026-DJ-0001 的指标')
  })

  it('keep their figures when they are asked for no more, and can be asked for again', async () => {
    const { book, addRow, value, attended, trained, signOff, saidOf } = await openMeasuredWeek()
    const [one, next] = [await addRow('办班'), await addRow('又一班')]
    await signOff(one.matter_id, [value(trained, '12')])
    expect(await book.change((change) => removeMeasure(change, trained.id))).toEqual({ is_voided: true })
    expect(await book.change((change) => removeMeasure(change, attended.id))).toEqual({ is_voided: false })
    expect([await saidOf(one.matter_id), await saidOf(next.matter_id)]).toEqual([[['培训', '12', false]], []])
    await book.change((change) => restoreMeasure(change, trained.id))
    expect(await saidOf(next.matter_id)).toEqual([['培训', '', true]])
    expect((await listMeasures(book.db)).map(({ name, used }) => [name, used])).toEqual([['培训', 1]])
  })

  it('are counted as they were once there are figures, and have a name of their own', async () => {
    const { book, addRow, value, trained, signOff } = await openMeasuredWeek()
    await signOff((await addRow('办班')).matter_id, [value(trained, '12')])
    const draft: MeasureDraft = { name: '培训', unit: '人', kind: 'person_times', uses: [] }
    const edit = (parts: Partial<MeasureDraft>) =>
      book.change((change) => editMeasure(change, trained.id, { ...draft, ...parts }))
    expect((await problemOf(edit({}))).fields).toEqual({
      kind: '已有 1 项事项填了这个指标，类型和单位不能再改。',
    })
    expect((await problemOf(edit({ kind: 'people', name: '参加' }))).fields).toEqual({
      name: '已经有一个指标叫“参加”。',
    })
    await edit({ kind: 'people', name: '培训人数' })
    expect((await listMeasures(book.db)).map(({ name, uses }) => [name, uses.length])).toEqual([
      ['参加', 1],
      ['培训人数', 0],
    ])
  })
})

it('figures of many matters become one by the rule of each measure', async () => {
  const { book, department, addOne, addRow, value, attended, trained, signOff } = await openMeasuredWeek()
  const raised = await addOne({ name: '募捐', unit: '万元', kind: 'money' })
  const files = await addOne({ name: '在册档案', unit: '份', kind: 'stock' })
  const [one, two, open] = [await addRow('一'), await addRow('二'), await addRow('三')]
  await signOff(one.matter_id, [
    value(attended, '30'),
    value(trained, '5', ['张三', '李四']),
    value(raised, '1.25'),
    value(files, '1200'),
  ])
  await signOff(two.matter_id, [
    value(attended, '25'),
    value(trained, '', ['李四', '王五']),
    value(raised, '0.5'),
    value(files, '1234'),
  ])
  await book.change((change) =>
    setMeasures(change, { matter_id: open.matter_id, values: [value(attended, '99')] }),
  )
  const totals = await measureTotals(book.db, { from: '2026-01-01', to: '2026-12-31' })
  const both = [one.matter_id, two.matter_id]
  expect(totals.map(({ name, total, unit, matter_ids }) => [name, total, unit, matter_ids])).toEqual([
    ['参加', '55', '人次', both],
    // 张三, 李四, 王五 and three without a name.
    ['培训', '6', '人', both],
    ['募捐', '1.75', '万元', both],
    ['在册档案', '1234', '份', both],
  ])
  expect(await measureTotals(book.db, { from: '2026-01-01', to: '2026-11-19' })).toEqual([])
  const of_other_group = { from: '2026-01-01', to: '2026-12-31', group_id: department.group_ids.LZ }
  expect(await measureTotals(book.db, of_other_group)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { archiveMatters } from '../../../src-main/actions/archive-matters.ts'
import { listArchive } from '../../../src-main/archive/list-archive.ts'
import { withdrawMatters } from '../../../src-main/weekly/withdraw-matters.ts'
import { ArchiveFilter } from '../../../src-shared/archive.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { openWeek, week_47 } from '../weekly/open-week.ts'

const facts = { archived_by: '孙科', retention: 'Y', location: '', materials: '', remark: '' } as const

describe('archiveMatters', () => {
  it('archives what was signed off, and nothing else', async () => {
    const { book, add, rowOf, signOff, titles } = await openWeek()
    for (const title of ['甲', '乙', '丙', '丁']) await add({ title })
    const id = async (serial: number) => (await rowOf(week_47, `2026-DJ-000${serial}`)).matter_id
    const [signed, late, open, withdrawn] = [await id(1), await id(2), await id(3), await id(4)]
    await signOff([signed, late], '2026-11-19')
    await book.change((change) => withdrawMatters(change, { matter_ids: [withdrawn], reason: '不办了' }))
    const archive = (matter_ids: number[], archived_on = '2026-11-20') =>
      book.change((change) => archiveMatters(change, { matter_ids, archived_on, ...facts }))

    expect(await problemOf(archive([signed, open]))).toEqual({
      code: 'matter_state',
      message: '2026-DJ-0003（丙）还没有销号，不能归档。',
      next: '请先销号，再归档。',
    })
    expect((await problemOf(archive([withdrawn]))).message).toBe('2026-DJ-0004（丁）已撤销，不能再归档。')
    expect((await problemOf(archive([signed], '2026-11-21'))).fields).toEqual({
      archived_on: '归档时间不能晚于今天（2026年11月20日）。',
    })
    expect((await problemOf(archive([signed], '2026-11-18'))).fields).toEqual({
      archived_on: '归档时间不能早于销号时间（2026年11月19日）。',
    })
    expect((await listArchive(book.db, ArchiveFilter.parse({}))).total).toBe(0)

    expect(await archive([signed, late])).toEqual({ archived: 2 })
    expect((await titles()).at(-1)).toBe('归档 2026-DJ-0001 等 2 项')
    expect((await problemOf(archive([late]))).message).toBe('2026-DJ-0002（乙）已归档，不能再归档。')
    expect((await rowOf(week_47, '2026-DJ-0001')).state).toBe('archived')
  })

  it('files what the matter names as its evidence where no materials are given', async () => {
    const { book, add, rowOf, signOff } = await openWeek()
    await add({ title: '甲', evidence: '签到表' })
    await add({ title: '乙', evidence: '照片' })
    const id = async (serial: number) => (await rowOf(week_47, `2026-DJ-000${serial}`)).matter_id
    const ids = [await id(1), await id(2)]
    await signOff(ids, '2026-11-19')
    const archive = (matter_id: number, materials: string) =>
      book.change((change) =>
        archiveMatters(change, { matter_ids: [matter_id], archived_on: '2026-11-20', ...facts, materials }),
      )
    await archive(ids[0] ?? 0, '')
    await archive(ids[1] ?? 0, '通知、照片')
    const { rows } = await listArchive(book.db, ArchiveFilter.parse({}))
    expect(rows.map(({ title, materials }) => [title, materials])).toEqual([
      ['乙', '通知、照片'],
      ['甲', '签到表'],
    ])
  })
})

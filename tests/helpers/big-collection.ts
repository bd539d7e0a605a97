import { join } from 'node:path'
import { addGroup } from '../../src-main/settings/groups.ts'
import { addStaff } from '../../src-main/staff/edit-staff.ts'
import { addMatters } from '../../src-main/weekly/add-matters.ts'
import { person } from './department.ts'
import { type Department, matterOf } from './fill-department.ts'
import { type CollectionDesk, openCollection, week_47 } from './open-collection.ts'
import type { TestBook } from './open-test-book.ts'

export interface BigCollection extends CollectionDesk {
  /** The forms of eight groups, fifty rows each. */
  forms: string[]
}

/** Eight groups of five people with fifty matters each, a form of every group sent. */
export async function openBigCollection(): Promise<BigCollection> {
  const desk = await openCollection()
  const ids = await fillBigDepartment(desk.book, desk.department, 50)
  desk.desk.save_into = desk.folder
  const sent = await desk.collection.send({ week_monday: week_47, by: 'group', ids })
  if (sent.state !== 'saved') throw new Error('nothing was sent')
  return { ...desk, forms: sent.file_names.map((name) => join(desk.folder, name)) }
}

/** The ids of the groups. */
export function fillBigDepartment(
  book: TestBook,
  department: Department,
  rows_of_group: number,
): Promise<number[]> {
  return book.change(async (change) => {
    const ids: number[] = []
    for (let at = 0; at < 8; at += 1) {
      const code = `G${'ABCDEFGH'.charAt(at)}`
      const { id: group_id } = await addGroup(change, { code, name: `第${'一二三四五六七八'.charAt(at)}组` })
      const staff: number[] = []
      for (let one = 0; one < 5; one += 1) {
        const name = `${'甲乙丙丁戊己庚辛'.charAt(at)}${'赵钱孙李周'.charAt(one)}`
        staff.push((await addStaff(change, person(name, { group_id }))).id)
      }
      const matters = Array.from({ length: rows_of_group }, (_, row) =>
        matterOf(department, {
          title: `第${at + 1}组工作事项${row + 1}`,
          group_id,
          staff_id: staff[row % 5] ?? null,
          progress: `进展${row + 1}`,
        }),
      )
      await addMatters(change, matters)
      ids.push(group_id)
    }
    change.describe('八个组')
    return ids
  })
}

import { addDutyWithHolders } from '../../src-main/actions/add-duty-with-holders.ts'
import { addGroup } from '../../src-main/settings/groups.ts'
import { addStaff } from '../../src-main/staff/edit-staff.ts'
import { blank_duty_text, type DutyDraft } from '../../src-shared/duties.ts'
import { blank_person, type StaffDraft } from '../../src-shared/staff.ts'
import type { TestBook } from './open-test-book.ts'

export function person(name: string, more: Partial<StaffDraft> = {}): StaffDraft {
  return { name, ...blank_person, ...more }
}

/** 组织组 (ZZ) with 张三 and 李四, 人事组 (RS) with 王五. */
export interface Department {
  organisation: number
  personnel: number
  zhang: number
  li: number
  wang: number
}

export function addDepartment(book: TestBook): Promise<Department> {
  return book.change(async (change) => {
    const organisation = (await addGroup(change, { code: 'ZZ', name: '组织组' })).id
    const personnel = (await addGroup(change, { code: 'RS', name: '人事组' })).id
    const zhang = (await addStaff(change, person('张三', { group_id: organisation, post: '组长' }))).id
    const li = (await addStaff(change, person('李四', { group_id: organisation }))).id
    const wang = (await addStaff(change, person('王五', { group_id: personnel }))).id
    change.describe('建立测试处室')
    return { organisation, personnel, zhang, li, wang }
  })
}

/** A duty of category 党建 (the first one) unless it says otherwise. */
export function duty(group_id: number, more: Partial<DutyDraft> = {}): DutyDraft {
  return {
    group_id,
    category_id: 1,
    ...blank_duty_text,
    content: '组织主题党日',
    frequency: '每月',
    due_rule: '每月25日前',
    a_staff_id: null,
    b_staff_ids: [],
    ...more,
  }
}

export function addDuties(book: TestBook, drafts: readonly DutyDraft[]): Promise<number[]> {
  return book.change(async (change) => {
    const ids: number[] = []
    for (const draft of drafts) ids.push((await addDutyWithHolders(change, draft)).id)
    return ids
  })
}

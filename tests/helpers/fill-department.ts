import type { MatterDraft, NewMatter, WeekLine } from '../../src-shared/weekly.ts'
import type { TestBook } from './open-test-book.ts'

/** Two groups and three people; 钱七 left in October 2026, 孙八 joins in December. */
export interface Department {
  group_ids: { ZZ: number; LZ: number }
  category_ids: Record<'DJ' | 'RS' | 'GZ' | 'JJ' | 'WM' | 'ZH', number>
  staff_ids: { zhang: number; li: number; wang: number; qian: number; sun: number }
}

const people = [
  { key: 'zhang', name: '张三', group: 'ZZ', joined_on: null, left_on: null },
  { key: 'li', name: '李四', group: 'LZ', joined_on: '2026-01-05', left_on: null },
  { key: 'wang', name: '王五', group: 'ZZ', joined_on: null, left_on: null },
  { key: 'qian', name: '钱七', group: 'LZ', joined_on: null, left_on: '2026-10-30' },
  { key: 'sun', name: '孙八', group: 'LZ', joined_on: '2026-12-01', left_on: null },
] as const

export async function fillDepartment(book: Pick<TestBook, 'change'>): Promise<Department> {
  return book.change(async (change) => {
    const { db } = change
    const groups = await db
      .insertInto('groups')
      .values([
        { code: 'ZZ', name: '组织组', sort_order: 1, voided_on: null },
        { code: 'LZ', name: '劳资组', sort_order: 2, voided_on: null },
      ])
      .returning(['id', 'code'])
      .execute()
    const group_ids = idsBy(groups) as Department['group_ids']
    const staff = await db
      .insertInto('staff')
      .values(
        people.map(({ key, name, group, joined_on, left_on }, index) => ({
          name,
          group_id: group_ids[group],
          staff_code: key,
          post: '干事',
          phone: '',
          note: '',
          sort_order: index + 1,
          joined_on,
          left_on,
        })),
      )
      .returning(['id', 'staff_code as code'])
      .execute()
    const categories = await db.selectFrom('categories').select(['id', 'code']).execute()
    change.describe('建立组别和人员')
    return {
      group_ids,
      category_ids: idsBy(categories) as Department['category_ids'],
      staff_ids: idsBy(staff) as Department['staff_ids'],
    }
  })
}

function idsBy(rows: readonly { id: number; code: string }[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ id, code }) => [code, id]))
}

type Parts = Partial<MatterDraft> & Partial<WeekLine> & { week_monday?: string; is_planned?: boolean }

/** A matter of 张三 in 党建, planned for the week of 2026-11-16, under way, without a due date; `parts` say otherwise. */
export function matterOf(department: Department, parts: Parts = {}): NewMatter {
  const { week_monday, is_planned, progress, week_state, unfinished_reason, evidence, ...matter } = parts
  return {
    week_monday: week_monday ?? '2026-11-16',
    is_planned: is_planned ?? true,
    matter: {
      title: '制定发展党员计划',
      detail: '',
      category_id: department.category_ids.DJ,
      group_id: department.group_ids.ZZ,
      staff_id: department.staff_ids.zhang,
      duty_id: null,
      helpers: '',
      leader: '',
      source: '',
      due_on: null,
      due_text: '',
      remark: '',
      ...matter,
    },
    line: {
      progress: progress ?? '',
      week_state: week_state ?? 'in_progress',
      unfinished_reason: unfinished_reason ?? '',
      evidence: evidence ?? '',
    },
  }
}

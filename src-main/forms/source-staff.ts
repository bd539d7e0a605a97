import { groupRows } from '../../src-shared/group-rows.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { listDuties } from '../duties/list-duties.ts'
import { listStaff } from '../staff/list-staff.ts'
import { sourceOf } from './form-source.ts'

type Row = StaffMember & { duties: string }

/** 人员名册: who is on it today, in the clerk's own order. */
export const staff = sourceOf<'staff', Row>(
  /名册|花名册|人员信息|人员情况|通讯录|人员名单|在岗人员|干部职工|登记表/,
  {
    name: {
      words: ['姓名', '人员姓名', '职工姓名', '员工姓名', '名字', '人员'],
      not: /联系人|填报|父|母|配偶/,
      value: ({ name }) => name,
    },
    group: {
      words: [
        '组别',
        '部门',
        '科室',
        '处室',
        '所在部门',
        '所属部门',
        '所在科室',
        '小组',
        '所在处室',
        '部门名称',
      ],
      value: ({ group_name }) => group_name,
    },
    staff_code: {
      words: ['工号', '职工号', '员工号', '人员编号', '员工编号', '职工编号'],
      value: ({ staff_code }) => staff_code,
    },
    post: {
      words: [
        '岗位',
        '职务',
        '职位',
        '岗位名称',
        '现任职务',
        '工作岗位',
        '岗位职务',
        '职务职级',
        '岗位/职务',
      ],
      not: /职责/,
      value: ({ post }) => post,
    },
    phone: {
      words: [
        '联系电话',
        '电话',
        '手机',
        '手机号',
        '手机号码',
        '联系方式',
        '移动电话',
        '办公电话',
        '电话号码',
      ],
      not: /紧急|家庭|传真/,
      value: ({ phone }) => phone,
    },
    joined_on: {
      words: ['到岗日期', '到岗时间', '入职时间', '入职日期', '进入本单位时间', '来本单位时间'],
      value: ({ joined_on }) => joined_on ?? '',
    },
    duties: {
      words: ['主责职责', '工作职责', '岗位职责', '主要职责', '分管工作', '负责工作', '职责分工', '工作分工'],
      value: ({ duties }) => duties,
    },
    a_count: { words: ['a岗职责数', 'a岗项数', '主责职责数', '职责项数'], value: ({ a_count }) => a_count },
    b_count: { words: ['b岗职责数', 'b岗项数'], value: ({ b_count }) => b_count },
    note: { words: ['备注', '说明'], value: ({ note }) => note },
  },
  async ({ db, today, group_id, category_id }) => {
    const people = await listStaff(db, today, false)
    const filter = { group_id: null, category_id, staff_id: null, text: '', include_voided: false }
    const held = groupRows(await listDuties(db, today, filter), ({ a_holder }) => a_holder?.staff_id ?? 0)
    return people
      .filter((member) => group_id === null || member.group_id === group_id)
      .map((member) => {
        const own = held.get(member.id) ?? []
        const lines = own.map(({ content }, at) => (own.length > 1 ? `${at + 1}．${content}` : content))
        return { ...member, duties: lines.join('\n') }
      })
  },
)

import { groupRows } from '../../src-shared/group-rows.ts'
import type { StaffLeave } from '../../src-shared/staff.ts'
import type { Change } from '../database/change.ts'
import type { ImportSheet, SheetColumn } from '../imports/import-sheet.ts'
import { addStaff, editStaff } from './edit-staff.ts'
import { byFormerName, listFormerNames } from './former-names.ts'
import { listStaff } from './list-staff.ts'
import { type Roster, readStaffRow, type StaffRecord } from './read-staff-row.ts'

export type StaffField =
  | 'serial'
  | 'name'
  | 'group'
  | 'staff_code'
  | 'post'
  | 'position'
  | 'political_status'
  | 'phone'
  | 'note'
  | 'joined_on'
  | 'left_on'
  | 'status'

const columns: readonly SheetColumn<StaffField>[] = [
  { field: 'serial', label: '序号', words: ['序号', 'no.', 'no', '顺序号'], is_serial: true },
  {
    field: 'name',
    label: '姓名',
    words: ['姓名', '人员姓名', '职工姓名', '员工姓名', '名字'],
    weak: ['人员', '名称'],
    look: 'name',
    is_anchor: true,
  },
  {
    field: 'group',
    label: '组别',
    words: ['组别', '部门', '科室', '处室', '所在组', '所在部门', '所属部门', '小组', '组', '部门名称'],
    weak: ['单位', '所在单位'],
    not: /^(?:面试|复试|原|意向|拟)/,
    is_grouping: true,
    look: 'group',
  },
  {
    field: 'staff_code',
    label: '工号',
    words: ['工号', '职工号', '员工号', '员工编号', '人员编号', '职工编号', '员工工号'],
    weak: ['编号'],
    is_serial: true,
  },
  {
    field: 'post',
    label: '岗位',
    words: ['岗位', '岗位名称', '工作岗位', '岗位职务', '职务岗位'],
    not: /^(?:兼任|原|曾任|党内|面试|应聘|意向|拟)/,
  },
  {
    field: 'position',
    label: '职务',
    words: ['职务', '职位', '现任职务', '行政职务', '职务职级', '职级'],
    not: /^(?:兼任|原|曾任|党内|面试|应聘|意向|拟)/,
  },
  { field: 'political_status', label: '政治面貌', words: ['政治面貌', '政治面目'] },
  {
    field: 'phone',
    label: '联系电话',
    words: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '电话号码', '移动电话', '办公电话'],
    not: /紧急|家庭|传真/,
    look: 'phone',
  },
  { field: 'note', label: '备注', words: ['备注', '说明'] },
  {
    field: 'joined_on',
    label: '到岗日期',
    words: ['到岗日期', '到岗时间', '入职时间', '入职日期', '来本单位时间', '进入本单位时间', '到本单位时间'],
    weak: ['参加工作时间', '聘用时间'],
    look: 'date',
  },
  {
    field: 'left_on',
    label: '离开日期',
    words: ['离开日期', '离开时间', '离职时间', '离职日期', '调离时间', '离岗时间', '退休时间'],
  },
  { field: 'status', label: '在岗状态', words: ['在岗状态', '在职状态', '人员状态', '状态', '是否在职'] },
]

/** What ends with somebody who leaves is of other subjects, so it is handed in. */
export interface StaffSavers {
  leave(change: Change, leave: StaffLeave): Promise<void>
}

/** 人员名册: a person is known by 工号 where there is one, else by name and group. */
export function staffSheet({ leave }: StaffSavers): ImportSheet<StaffField, StaffRecord, Roster> {
  return {
    kind: 'staff',
    columns,
    async readBook(db, { today }) {
      const members = await listStaff(db, today, true)
      const with_code = members.filter(({ staff_code }) => staff_code !== '')
      return {
        by_code: new Map(with_code.map((member) => [member.staff_code, member])),
        by_name: groupRows(members, ({ name }) => name),
        by_former_name: byFormerName(members, await listFormerNames(db)),
        seen: new Map(),
      }
    },
    readRow: readStaffRow,
    async save(change, records, _roster, { groupId, before }) {
      for (const [at, { id, fields, new_group, left_on }] of records.entries()) {
        await before(at, records.length)
        const draft = new_group === null ? fields : { ...fields, group_id: groupId(new_group) }
        const staff_id = id ?? (await addStaff(change, draft)).id
        if (id !== null) await editStaff(change, id, draft)
        if (left_on !== null) await leave(change, { id: staff_id, left_on })
      }
    },
  }
}

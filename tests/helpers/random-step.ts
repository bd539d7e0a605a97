import { addDutyWithHolders } from '../../src-main/actions/add-duty-with-holders.ts'
import { archiveMatters } from '../../src-main/actions/archive-matters.ts'
import { signOffAndArchive } from '../../src-main/actions/sign-off-and-archive.ts'
import { assignHolders } from '../../src-main/backup-posts/assign-holders.ts'
import type { Change } from '../../src-main/database/change.ts'
import { restoreDuty, voidDuties } from '../../src-main/duties/void-duties.ts'
import { saveHolidays } from '../../src-main/holidays/edit-holidays.ts'
import { addGroup, editGroup, removeGroup } from '../../src-main/settings/groups.ts'
import { addStaff, editStaff, leaveStaff, sortStaff } from '../../src-main/staff/edit-staff.ts'
import { carryOver } from '../../src-main/weekly/carry-over.ts'
import { addMatter, editMatter } from '../../src-main/weekly/edit-matter.ts'
import { handIn } from '../../src-main/weekly/hand-in.ts'
import { returnMatters } from '../../src-main/weekly/return-matters.ts'
import { withdrawMatters } from '../../src-main/weekly/withdraw-matters.ts'
import type { WeekState } from '../../src-shared/weekly.ts'
import { duty, person } from './department.ts'

/** One of the clerk's steps, any numbers deciding which rows it takes; some end with a UserProblem. */
export type Step = (change: Change, any: number, other: number) => Promise<unknown>

const monday = '2026-11-16'

/** The id of any row of the table; 1 while there is none, so that the step is refused. */
async function idIn(change: Change, table: 'groups' | 'staff' | 'duties' | 'matters', any: number) {
  const rows = await change.db.selectFrom(table).select('id').orderBy('id').execute()
  return rows[any % rows.length]?.id ?? 1
}

async function matterFields(change: Change, any: number, other: number) {
  return {
    title: `事项${other % 7}`,
    detail: '',
    category_id: 1 + (any % 6),
    group_id: await idIn(change, 'groups', other),
    staff_id: any % 3 === 0 ? null : await idIn(change, 'staff', any),
    duty_id: null,
    helpers: '',
    leader: '',
    source: '',
    due_on: null,
    due_text: '',
    remark: '',
  }
}

const line = (any: number) => ({
  progress: `进展${any % 5}`,
  week_state: (any % 2 === 0 ? 'in_progress' : 'done') as WeekState,
  unfinished_reason: '',
  evidence: '',
})

export const steps: Readonly<Record<string, Step>> = {
  addGroup: (change, any) => addGroup(change, { code: `G${'ABCDEFGH'[any % 8]}`, name: `组${any % 8}` }),
  editGroup: async (change, any, other) =>
    editGroup(change, await idIn(change, 'groups', any), {
      code: `H${'ABCD'[other % 4]}`,
      name: `组${other}`,
    }),
  removeGroup: async (change, any) => removeGroup(change, await idIn(change, 'groups', any)),
  addStaff: async (change, any, other) =>
    addStaff(
      change,
      person(`人员${any % 9}`, {
        staff_code: `S${any % 9}`,
        group_id: await idIn(change, 'groups', other),
      }),
    ),
  editStaff: async (change, any, other) =>
    editStaff(
      change,
      await idIn(change, 'staff', any),
      person(`改名${other}`, { staff_code: `S${other % 9}` }),
    ),
  leaveStaff: async (change, any) =>
    leaveStaff(change, { id: await idIn(change, 'staff', any), left_on: '2026-11-17' }),
  sortStaff: async (change, any, other) =>
    sortStaff(change, [await idIn(change, 'staff', any), await idIn(change, 'staff', other)]),
  addDuty: async (change, any, other) =>
    addDutyWithHolders(
      change,
      duty(await idIn(change, 'groups', any), { a_staff_id: await idIn(change, 'staff', other) }),
    ),
  assignHolders: async (change, any, other) =>
    assignHolders(change, {
      duty_id: await idIn(change, 'duties', any),
      a_staff_id: await idIn(change, 'staff', other),
      b_staff_ids: [await idIn(change, 'staff', any)],
    }),
  voidDuty: async (change, any) => voidDuties(change, [await idIn(change, 'duties', any)], '职能调整'),
  restoreDuty: async (change, any) => restoreDuty(change, await idIn(change, 'duties', any)),
  addMatter: async (change, any, other) =>
    addMatter(change, {
      week_monday: monday,
      is_planned: true,
      matter: await matterFields(change, any, other),
      line: line(any),
    }),
  editMatter: async (change, any, other) => {
    const lines = await change.db.selectFrom('matter_weeks').select('id').orderBy('id').execute()
    const matter_week_id = lines[any % lines.length]?.id ?? 1
    const matter = await matterFields(change, other, any)
    await editMatter(change, { matter_week_id, matter, line: line(other), due_change: null })
  },
  signOff: async (change, any, other) =>
    signOffAndArchive(change, {
      matter_ids: [await idIn(change, 'matters', any)],
      finished_on: '2026-11-18',
      signed_off_on: '2026-11-18',
      signed_off_by: '王处',
      archive: other % 2 === 0 ? null : { retention: 'D10', location: '', materials: '', remark: '' },
    }),
  archive: async (change, any) =>
    archiveMatters(change, {
      matter_ids: [await idIn(change, 'matters', any)],
      archived_on: '2026-11-18',
      archived_by: '王处',
      retention: 'D30',
      location: '',
      materials: '',
      remark: '',
    }),
  returnMatter: async (change, any) =>
    returnMatters(change, {
      matter_ids: [await idIn(change, 'matters', any)],
      returned_on: '2026-11-18',
      returned_by: '王处',
      reason: '材料不全',
    }),
  withdraw: async (change, any) =>
    withdrawMatters(change, { matter_ids: [await idIn(change, 'matters', any)], reason: '上级取消' }),
  carryOver: async (change, any) =>
    carryOver(change, {
      from_monday: monday,
      rows: [{ matter_id: await idIn(change, 'matters', any), unfinished_reason: '等批复' }],
    }),
  handIn: async (change, any, other) =>
    handIn(change, {
      week_monday: monday,
      staff_ids: [await idIn(change, 'staff', any)],
      state: (['missing', 'nothing', 'received'] as const)[other % 3] ?? 'missing',
    }),
  saveHolidays: (change, any) =>
    saveHolidays(change, 2027, [
      { day: `2027-02-0${1 + (any % 5)}`, kind: 'off', name: '春节' },
      { day: '2027-01-01', kind: 'off', name: '元旦' },
    ]),
}

import { addDutyWithHolders } from '../../../src-main/actions/add-duty-with-holders.ts'
import { listRoutines, startRoutine } from '../../../src-main/actions/list-routines.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { routineYear } from '../../../src-main/routines/routine-year.ts'
import { waitingRoutines } from '../../../src-main/routines/waiting-routines.ts'
import { blank_duty_text, type DutyDraft } from '../../../src-shared/duties.ts'
import type { RoutineStart, WaitingRoutine } from '../../../src-shared/routines.ts'
import { fillDepartment } from '../../helpers/fill-department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

/** A department whose duties recur; its clock stands on 2026-11-18, the Wednesday of week 47, unless told otherwise. */
export async function openRoutines(today = '2026-11-18') {
  const book = await openTestBook({ today })
  const department = await fillDepartment(book)
  const { zhang, wang } = department.staff_ids
  const addDuty = (parts: Partial<DutyDraft>) =>
    book.change((change) =>
      addDutyWithHolders(change, {
        ...blank_duty_text,
        content: '召开支委会',
        group_id: department.group_ids.ZZ,
        category_id: department.category_ids.DJ,
        from_on: null,
        a_staff_id: zhang,
        b_staff_ids: [wang],
        ...parts,
      }),
    )
  const waiting = (to_monday: string) => waitingRoutines(book.db, book.clock.today(), to_monday)
  const list = (rows: readonly WaitingRoutine[]) =>
    book.change((change) =>
      listRoutines(change, {
        rows: rows.map(({ duty_id, period, rule_on, title, due_on, week_monday }) => {
          return { duty_id, period, rule_on, title, due_on, week_monday }
        }),
      }),
    )
  return {
    book,
    department,
    addDuty,
    waiting,
    list,
    listAll: async (to_monday: string) => {
      const rows = await waiting(to_monday)
      if (rows.length > 0) await list(rows)
      return rows
    },
    start: (start: RoutineStart) => book.change((change) => startRoutine(change, start)),
    year: (year: number) => routineYear(book.db, year),
    undoLast: async () => {
      const { id } = await book.db
        .selectFrom('changes')
        .select('id')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      return undoChange(book, book.clock, id)
    },
    titles: () => book.db.selectFrom('changes').select('title').orderBy('id').execute(),
  }
}

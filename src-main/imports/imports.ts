import type { ImportKind } from '../../src-shared/imports.ts'
import { addDutiesWithHolders } from '../actions/add-duty-with-holders.ts'
import { editDutyWithHolders } from '../actions/edit-duty-with-holders.ts'
import { leaveUnit } from '../actions/leave-unit.ts'
import { dutySheet } from '../duties/duty-sheet.ts'
import { staffSheet } from '../staff/staff-sheet.ts'
import { weeklySheet } from '../weekly/weekly-sheet.ts'
import type { SheetColumn } from './import-sheet.ts'
import { type Importable, importable } from './plan-import.ts'

const staff = staffSheet({ leave: leaveUnit })
const duties = dutySheet({ addAll: addDutiesWithHolders, edit: editDutyWithHolders })

/** The list: every kind of sheet that can be imported. */
export const imports: Record<ImportKind, Importable> = {
  staff: importable(staff),
  duties: importable(duties),
  weekly: importable(weeklySheet),
}

/** By what columns each kind is known. */
export const import_columns: Record<ImportKind, readonly SheetColumn[]> = {
  staff: staff.columns,
  duties: duties.columns,
  weekly: weeklySheet.columns,
}

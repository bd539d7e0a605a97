import type { NamedCode, NamedCodeDraft } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addNamedCode, type CodeList, editNamedCode, listNamedCodes, removeNamedCode } from './named-codes.ts'

const groups: CodeList = {
  table: 'groups',
  word: '组别',
  users: [
    { table: 'staff', column: 'group_id', words: '名人员' },
    { table: 'staff_past_places', column: 'group_id', words: '条以前的任职' },
    { table: 'duty_past_texts', column: 'group_id', words: '条职责旧文' },
    { table: 'duties', column: 'group_id', words: '项职责' },
    { table: 'matters', column: 'group_id', words: '个事项' },
  ],
}

export function listGroups(db: Db): Promise<NamedCode[]> {
  return listNamedCodes(db, groups)
}

export function addGroup(change: Change, draft: NamedCodeDraft): Promise<{ id: number }> {
  return addNamedCode(change, groups, draft)
}

export function editGroup(change: Change, id: number, draft: NamedCodeDraft): Promise<void> {
  return editNamedCode(change, groups, id, draft)
}

export function removeGroup(change: Change, id: number): Promise<void> {
  return removeNamedCode(change, groups, id)
}

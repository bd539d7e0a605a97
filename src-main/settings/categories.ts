import type { NamedCode, NamedCodeDraft } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import type { Db } from '../database/tables.ts'
import { addNamedCode, type CodeList, editNamedCode, listNamedCodes, removeNamedCode } from './named-codes.ts'

const categories: CodeList = {
  table: 'categories',
  word: '类别',
  users: [
    { table: 'duties', column: 'category_id', words: '项职责' },
    { table: 'duty_past_texts', column: 'category_id', words: '条职责旧文' },
    { table: 'matters', column: 'category_id', words: '个事项' },
  ],
}

export function listCategories(db: Db): Promise<NamedCode[]> {
  return listNamedCodes(db, categories)
}

export function addCategory(change: Change, draft: NamedCodeDraft): Promise<{ id: number }> {
  return addNamedCode(change, categories, draft)
}

export function editCategory(change: Change, id: number, draft: NamedCodeDraft): Promise<void> {
  return editNamedCode(change, categories, id, draft)
}

export function removeCategory(change: Change, id: number): Promise<void> {
  return removeNamedCode(change, categories, id)
}

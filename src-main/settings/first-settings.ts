import { default_settings } from '../../src-shared/settings.ts'
import type { Change } from '../database/change.ts'
import { saveSettings } from './settings.ts'

/** The lines of work of such an office (domain.md §0): a beginning the clerk edits in 设置. */
const first_categories: readonly (readonly [code: string, name: string])[] = [
  ['DJ', '党建'],
  ['RS', '干部人事'],
  ['GZ', '工资福利'],
  ['JJ', '纪检监察'],
  ['WM', '精神文明'],
  ['ZH', '综合'],
]

/** What a new book holds before anyone has typed a word. */
export async function writeFirstSettings(change: Change): Promise<void> {
  await saveSettings(change, default_settings)
  await change.db
    .insertInto('categories')
    .values(
      first_categories.map(([code, name], index) => ({ code, name, sort_order: index + 1, voided_on: null })),
    )
    .execute()
}

// The archive of the sample: last year arranged, numbered and boxed; a lending that is overdue; what is missing.
import { addDays, yearOf } from '../../src-shared/dates.ts'
import { boxItems, listBoxes, saveBox } from '../archive/boxes.ts'
import { itemsOfYear } from '../archive/items.ts'
import { numberItems } from '../archive/number-items.ts'
import { proposeItems } from '../archive/propose-items.ts'
import type { Change } from '../database/change.ts'
import { getSettings, saveSettings } from '../settings/settings.ts'
import type { SampleCalendar } from './sample-calendar.ts'

const arranged = 18
/** Pages of papers as they lie in such files. */
const page_counts = [3, 12, 5, 8, 2, 17, 6, 4, 9]

export async function writeArchive(change: Change, { today }: SampleCalendar): Promise<void> {
  const settings = await getSettings(change.db)
  await saveSettings(change, { ...settings, fonds_number: 'Z109', fonds_name: settings.unit_name })
  const year = yearOf(today) - 1
  await arrangeYear(change, year)
  await lendOne(change, today)
  change.describe('载入示例年度：上年度归档文件的整理、装盒，一次借阅')
}

/** Some of the year's entries, as a clerk would have done them by June. */
async function arrangeYear(change: Change, year: number): Promise<void> {
  const entries = await change.db
    .selectFrom('archive_entries as e')
    .innerJoin('matters as m', 'm.id', 'e.matter_id')
    .select('e.id')
    .where('m.finished_on', '>=', `${year}-01-01`)
    .where('m.finished_on', '<=', `${year}-12-31`)
    .orderBy('e.id')
    .limit(arranged)
    .execute()
  if (entries.length === 0) return
  await proposeItems(change, { entry_ids: entries.map(({ id }) => id), by: 'entry' })
  const items = await itemsOfYear(change.db, year)
  for (const [at, { id }] of items.entries()) {
    const pages = page_counts[at % page_counts.length] ?? 1
    await change.db.updateTable('archive_items').set({ pages }).where('id', '=', id).execute()
  }
  for (const place of new Map(items.map((item) => [item.retention, item])).values()) {
    await numberItems(change, place)
    await boxItems(change, { ...place, thickness: 20, most_pages: 150 })
  }
  for (const [at, box] of (await listBoxes(change.db, year)).entries()) {
    const { thickness, arranged_by, arranged_on, checked_by, checked_on } = box
    const draft = { thickness, arranged_by, arranged_on, checked_by, checked_on, note: '' }
    await saveBox(change, box.id, { ...draft, shelf: `1号柜第${at + 1}格` })
  }
}

async function lendOne(change: Change, today: string): Promise<void> {
  const entry = await change.db
    .selectFrom('archive_entries')
    .select(['id', 'archived_on'])
    .where('archived_on', '<', today)
    .orderBy('id', 'desc')
    .limit(1)
    .offset(lent_back)
    .executeTakeFirst()
  if (!entry) return
  await change.db
    .insertInto('archive_lendings')
    .values({
      ...{ entry_id: entry.id, item_id: null, borrower: '李晓梅（财务处）', purpose: '核对发放依据' },
      ...{
        approved_by: '',
        lent_on: entry.archived_on,
        lent_by: change.who,
        due_on: addDays(entry.archived_on, 14),
      },
      ...{ returned_on: null, returned_to: '', return_note: '' },
    })
    .execute()
}

const lent_back = 60

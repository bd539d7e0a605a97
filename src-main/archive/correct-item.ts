import { type Correction, corrected_fields } from '../../src-shared/archive.ts'
import { type ArchiveItem, type ItemCorrection, Secrecy } from '../../src-shared/archive-items.ts'
import { CalendarDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Change } from '../database/change.ts'

/** Each as its corrections say. */
export function correctedItems(
  items: readonly ArchiveItem[],
  corrections: ReadonlyMap<number, readonly Correction[]>,
): ArchiveItem[] {
  return items.map((item) => {
    const own = corrections.get(item.id) ?? []
    return { ...own.reduce(correctOnce, item), corrections: own.length }
  })
}

function correctOnce(item: ArchiveItem, { field, after_text }: Correction): ArchiveItem {
  switch (field) {
    case 'title':
    case 'responsible':
    case 'document_number':
    case 'remark':
      return { ...item, [field]: after_text }
    case 'dated_on':
      return { ...item, dated_on: after_text }
    case 'secrecy':
      return { ...item, secrecy: Secrecy.parse(after_text) }
    case 'pages':
      return { ...item, pages: Number(after_text) }
    default:
      return item
  }
}

/** 更正 of a numbered 件: its number and place stay, the catalogue shows what is written here. */
export async function correctItem(
  change: Change,
  item: ArchiveItem,
  { field, after, reason }: ItemCorrection,
): Promise<void> {
  if (item.archive_number === null) {
    throw new UserProblem({
      code: 'item_not_numbered',
      message: '这一件还没有编号，可以直接修改。',
      next: '请用“修改”。',
    })
  }
  checkAfter(field, after)
  const before_text = field === 'other' ? '' : String(item[field] ?? '')
  if (before_text === after) throw wrong('和现在的内容一样，没有要更正的。')
  await change.db
    .insertInto('archive_corrections')
    .values({
      ...{ entry_id: null, item_id: item.id, field, before_text, after_text: after, class_id: null },
      ...{ reason, corrected_on: change.today, corrected_by: change.who },
    })
    .execute()
  change.describe(`更正 ${item.archive_number} 的${corrected_fields[field]}`)
}

function checkAfter(field: ItemCorrection['field'], after: string): void {
  if (field === 'title' && after === '') throw wrong('题名不能是空的。')
  if (field === 'dated_on' && !CalendarDate.safeParse(after).success)
    throw wrong('请填写日期，例如 2026-11-20。')
  if (field === 'secrecy' && !Secrecy.safeParse(after).success) throw wrong('请选择密级。')
  if (field === 'pages' && !/^[1-9]\d{0,4}$/.test(after)) throw wrong('页数请填写 1 到 99999 的整数。')
}

function wrong(message: string): UserProblem {
  return new UserProblem({ code: 'correction_wrong', message, fields: { after: message } })
}

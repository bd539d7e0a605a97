import { toCalendarDate } from '../../src-shared/dates.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Clock } from '../clock.ts'
import { makeChange } from '../database/change.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import type { Db } from '../database/tables.ts'
import { refuseClosedWeeks } from './closed-weeks.ts'
import { type LaterChange, laterChanges } from './later-changes.ts'
import { imagesOf } from './row-image.ts'
import { takeBack } from './take-back.ts'
import { isBeginning, staysTold, undoneBy } from './undone-by.ts'

/**
 * Takes a change back, row by row from its last to its first, as a change of its own. Where later changes stand on
 * it nothing is done and they are listed. Taking back an undo does the thing again.
 */
export async function undoChange(book: OpenDatabase, clock: Clock, id: number): Promise<{ title: string }> {
  const options = { method: 'changes.undo', undoes_change_id: id }
  return makeChange(book, clock, options, async (change) => {
    const done = await getUndoable(change.db, id)
    const title = titleOfUndo(done)
    change.describe(title)
    const images = imagesOf(book.sqlite, id)
    await refuseClosedWeeks(change.db, done.title, images)
    const in_the_way = images.flatMap((image) => takeBack(book.sqlite, image, title))
    if (in_the_way.length > 0) throw refusal(done, await laterChanges(change.db, book.sqlite, id, in_the_way))
    return { title }
  })
}

async function getUndoable(db: Db, id: number): Promise<{ title: string }> {
  const found = await db
    .selectFrom('changes')
    .select(['title', 'method'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) {
    throw new UserProblem({
      code: 'change_gone',
      message: '没有这条操作记录。',
      next: '请刷新操作记录后再试。',
    })
  }
  if (isBeginning(found.method)) {
    throw new UserProblem({
      code: 'not_undoable',
      message: `“${found.title}”是台账的开头，不能撤销。`,
      next: '需要改动的，请到设置里修改。',
    })
  }
  const told = staysTold(found.method)
  if (told !== null) {
    throw new UserProblem({
      code: 'not_undoable',
      message: `“${found.title}”要一直留在关账记录里，不能撤销。`,
      next: told,
    })
  }
  if ((await undoneBy(db)).has(id)) {
    throw new UserProblem({
      code: 'undone_already',
      message: `“${found.title}”已经撤销过了。`,
      next: '想恢复它的，请在操作记录里撤销那一次撤销。',
    })
  }
  return found
}

/** `撤销：新增人员 张三`, taken back again `重做：新增人员 张三`. */
function titleOfUndo({ title }: { title: string }): string {
  if (title.startsWith('撤销：')) return title.replace('撤销：', '重做：')
  return `撤销：${title.replace(/^重做：/, '')}`
}

const most_lines = 20

function refusal({ title }: { title: string }, later: LaterChange[]): UserProblem {
  const lines = later.slice(0, most_lines).map((change) => `${momentOf(change.made_at)} ${change.title}`)
  const more = later.length > most_lines ? [`……还有 ${later.length - most_lines} 次操作`] : []
  return new UserProblem({
    code: 'stood_upon',
    message: `不能撤销“${title}”：后来的 ${later.length} 次操作建立在它上面。没有改动任何内容。`,
    next: '请从上到下依次撤销下面这些操作，再撤销它；或者直接修改现在的内容。',
    details: [...lines, ...more],
  })
}

function momentOf(made_at: string): string {
  const moment = new Date(made_at)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${toCalendarDate(moment)} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

import type { BookState } from '../src-shared/book.ts'
import { lastUndoable } from './changes/last-undoable.ts'
import type { Db } from './database/tables.ts'
import type { Desk } from './desk.ts'
import { getSettings } from './settings/settings.ts'

type Shown = Pick<Desk, 'clock' | 'app_version'> & {
  books: Pick<Desk['books'], 'current' | 'name' | 'data_folder'>
  backups: Pick<Desk['backups'], 'folder'>
}

/** What the frame around every screen shows: which book, whose, which day, what 撤销 would take back. */
export async function bookState(desk: Shown): Promise<BookState> {
  const { db } = desk.books.current()
  const { unit_name, department_name, clerk_name, signer_name } = await getSettings(db)
  return {
    book: desk.books.name,
    is_empty: await isEmpty(db),
    today: desk.clock.today(),
    unit_name,
    department_name,
    clerk_name,
    signer_name,
    undoable: await lastUndoable(db),
    app_version: desk.app_version,
    data_folder: desk.books.data_folder,
    backup_folder: desk.backups.folder,
  }
}

async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await db
    .selectNoFrom((pick) => [
      pick
        .or([
          pick.exists(pick.selectFrom('staff').select('id')),
          pick.exists(pick.selectFrom('duties').select('id')),
          pick.exists(pick.selectFrom('matters').select('id')),
        ])
        .as('rows'),
    ])
    .executeTakeFirstOrThrow()
  return !rows
}

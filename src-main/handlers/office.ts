// Who answers the contract's part on the book itself, the workbench, search, settings, files and backups.
import type { office_methods } from '../../src-shared/contract/office.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { previewHolidayFile } from '../actions/read-holiday-file.ts'
import { bookState } from '../book-state.ts'
import { listChanges } from '../changes/list-changes.ts'
import { undoChange } from '../changes/undo-change.ts'
import { keepRowDrafts, rowDrafts } from '../drafts/row-drafts.ts'
import { checkSlice } from '../files/check-files.ts'
import { listHolidays, saveHolidays } from '../holidays/edit-holidays.ts'
import { importHolidays, previewNotice } from '../holidays/import-holidays.ts'
import { findEverywhere } from '../search/find.ts'
import { keepSearch, keptSearches, removeSearch, renameSearch } from '../search/kept-searches.ts'
import { searchCounts, searchPage } from '../search/search-page.ts'
import { addCategory, editCategory, listCategories, removeCategory } from '../settings/categories.ts'
import { addGroup, editGroup, listGroups, removeGroup } from '../settings/groups.ts'
import { getSettings, saveSettings } from '../settings/settings.ts'
import { showWorkbench } from '../workbench/show-workbench.ts'
import type { Kit } from './kit.ts'

export function officeHandlers({
  desk,
  db,
  today,
  change,
  done,
}: Kit): Pick<Handlers, keyof typeof office_methods> {
  return {
    'book.state': () => bookState(desk),
    'book.enterSample': () => done(desk.books.enterSample()),
    'book.leaveSample': () => done(desk.books.leaveSample()),

    'workbench.show': () => showWorkbench(db(), today()),

    'files.choose': async ({ title, kind, many }) =>
      desk.incoming.take((await desk.dialogs.chooseFiles(title, kind, many)).map((path) => ({ path }))),

    'drafts.get': (input) => rowDrafts(db(), input.grid),
    'drafts.keep': (input) => done(keepRowDrafts(db(), input.grid, input.rows)),

    'files.check': (input) => checkSlice(desk.books.current(), desk.books.files(), input),
    'files.mend': (input) => desk.backups.mendFiles(input.digests),

    'search.find': (input) => findEverywhere(db(), today(), input.text),
    'search.page': (input) => searchPage(db(), today(), input.filter, input.after),
    'search.count': (filter) => searchCounts(db(), today(), filter),
    'search.kept': () => keptSearches(db()),
    'search.keep': (draft) => change('search.keep', (c) => keepSearch(c, draft)),
    'search.rename': (input) => done(change('search.rename', (c) => renameSearch(c, input))),
    'search.remove': (input) => done(change('search.remove', (c) => removeSearch(c, input.id))),

    'changes.list': (input) => listChanges(db(), input.before_id),
    'changes.undo': (input) => undoChange(desk.books.current(), desk.clock, input.id),

    'settings.get': () => getSettings(db()),
    'settings.save': (settings) => done(change('settings.save', (c) => saveSettings(c, settings))),

    'groups.list': () => listGroups(db()),
    'groups.add': (draft) => change('groups.add', (c) => addGroup(c, draft)),
    'groups.edit': (input) => done(change('groups.edit', (c) => editGroup(c, input.id, input.draft))),
    'groups.remove': (input) => done(change('groups.remove', (c) => removeGroup(c, input.id))),

    'categories.list': () => listCategories(db()),
    'categories.add': (draft) => change('categories.add', (c) => addCategory(c, draft)),
    'categories.edit': (input) =>
      done(change('categories.edit', (c) => editCategory(c, input.id, input.draft))),
    'categories.remove': (input) => done(change('categories.remove', (c) => removeCategory(c, input.id))),

    'holidays.list': (input) => listHolidays(db(), input.year),
    'holidays.readNotice': (input) => previewNotice(db(), input),
    'holidays.readFile': (input) => previewHolidayFile(desk, input),
    'holidays.import': (input) => done(change('holidays.import', (c) => importHolidays(c, input))),
    'holidays.save': (input) => done(change('holidays.save', (c) => saveHolidays(c, input.year, input.days))),

    'backups.list': () => desk.backups.list(),
    'backups.make': () => desk.backups.make('manual'),
    'backups.restore': (input) => desk.backups.restore(input.name),
  }
}

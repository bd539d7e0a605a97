// The contract's part on the book itself, the workbench, search, settings, files and backups.
import { z } from 'zod'
import { type Backup, BackupName, type Restored } from '../backups.ts'
import type { BookState } from '../book.ts'
import { type ChangeLine, ChangePage } from '../changes.ts'
import { Id } from '../fields.ts'
import { FileChoice, FileDigest, type FilesSlice, FilesSliceWish, type Taken } from '../files.ts'
import { HolidayFile, HolidayImport, HolidayNotice, type HolidayPreview } from '../holidays.ts'
import {
  type Hit,
  type KeptSearch,
  KeptSearchDraft,
  KeptSearchName,
  type SearchCounts,
  SearchFilter,
  type SearchPage,
  SearchPageWish,
  SearchQuestion,
} from '../search.ts'
import {
  type Category,
  CategoryDraft,
  CategoryEdit,
  HolidayDay,
  HolidayYear,
  type NamedCode,
  NamedCodeDraft,
  NamedCodeEdit,
  Settings,
} from '../settings.ts'
import { GridName, type RowDraft, RowDrafts } from '../typed-rows.ts'
import type { Workbench } from '../workbench.ts'
import { type Done, method, nothing } from './method.ts'

export const office_methods = {
  'book.state': method('ask', nothing).returns<BookState>(),
  'book.enterSample': method('change', nothing).returns<Done>(),
  'book.leaveSample': method('change', nothing).returns<Done>(),

  'workbench.show': method('ask', nothing).returns<Workbench>(),

  'files.choose': method('ask', FileChoice).returns<Taken>(),
  'files.check': method('ask', FilesSliceWish).returns<FilesSlice>(),
  'files.mend': method('ask', z.object({ digests: z.array(FileDigest).max(5000) })).returns<{
    mended: number
  }>(),

  'drafts.get': method('ask', z.object({ grid: GridName })).returns<RowDraft[]>(),
  /** Nobody else's answer changes by it, so it is no change. */
  'drafts.keep': method('ask', RowDrafts).returns<Done>(),

  'search.find': method('ask', SearchQuestion).returns<Hit[]>(),
  'search.page': method('ask', SearchPageWish).returns<SearchPage>(),
  'search.count': method('ask', SearchFilter).returns<SearchCounts>(),
  'search.kept': method('ask', nothing).returns<KeptSearch[]>(),
  'search.keep': method('change', KeptSearchDraft).returns<{ id: number }>(),
  'search.rename': method('change', KeptSearchName).returns<Done>(),
  'search.remove': method('change', z.object({ id: Id })).returns<Done>(),

  'changes.list': method('ask', ChangePage).returns<{ rows: ChangeLine[]; has_more: boolean }>(),
  'changes.undo': method('change', z.object({ id: Id })).returns<{ title: string }>(),

  'settings.get': method('ask', nothing).returns<Settings>(),
  'settings.save': method('change', Settings).returns<Done>(),

  'groups.list': method('ask', nothing).returns<NamedCode[]>(),
  'groups.add': method('change', NamedCodeDraft).returns<{ id: number }>(),
  'groups.edit': method('change', NamedCodeEdit).returns<Done>(),
  'groups.remove': method('change', z.object({ id: Id })).returns<Done>(),

  'categories.list': method('ask', nothing).returns<Category[]>(),
  'categories.add': method('change', CategoryDraft).returns<{ id: number }>(),
  'categories.edit': method('change', CategoryEdit).returns<Done>(),
  'categories.remove': method('change', z.object({ id: Id })).returns<Done>(),

  'holidays.list': method('ask', z.object({ year: HolidayYear })).returns<HolidayDay[]>(),
  'holidays.save': method(
    'change',
    z.object({ year: HolidayYear, days: z.array(HolidayDay).max(366) }),
  ).returns<Done>(),
  'holidays.readNotice': method('ask', HolidayNotice).returns<HolidayPreview>(),
  'holidays.readFile': method('ask', HolidayFile).returns<HolidayPreview>(),
  'holidays.import': method('change', HolidayImport).returns<Done>(),

  'backups.list': method('ask', nothing).returns<Backup[]>(),
  'backups.make': method('change', nothing).returns<Backup>(),
  'backups.restore': method('change', z.object({ name: BackupName })).returns<Restored>(),
}

// The contract's part on the archive: entries (办结卷), what they are filed by, and their care.
import { z } from 'zod'
import {
  type ArchiveEntry,
  ArchiveFilter,
  type ArchivePage,
  ArchiveRequest,
  EntryCorrection,
  type EntryDetails,
  EntryFiles,
  EntryFileTrash,
  Supplied,
} from '../archive.ts'
import { ArchiveClassEdit, type ArchiveLists, OrganEdit } from '../archive-lists.ts'
import { Id } from '../fields.ts'
import { RetentionRuleEdit } from '../retention.ts'
import type { MatterHistory } from '../weekly.ts'
import { type Done, method } from './method.ts'

const One = z.object({ id: Id })

export const archive_methods = {
  'archive.list': method('ask', ArchiveFilter).returns<ArchivePage>(),
  'archive.get': method('ask', One).returns<{
    entry: ArchiveEntry
    details: EntryDetails
    history: MatterHistory
  }>(),
  'archive.add': method('change', ArchiveRequest).returns<{ archived: number }>(),
  'archive.addFiles': method('change', EntryFiles).returns<Done>(),
  'archive.trashFile': method('change', EntryFileTrash).returns<Done>(),
  'archive.putBackFile': method('change', One).returns<Done>(),
  'archive.correct': method('change', EntryCorrection).returns<Done>(),
  'archive.supply': method('change', Supplied).returns<Done>(),

  'archive.lists': method('ask', z.object({})).returns<ArchiveLists>(),
  'archive.fillLists': method('change', z.object({})).returns<{ classes: number; rules: number }>(),
  'archive.saveOrgan': method('change', OrganEdit).returns<Done>(),
  'archive.removeOrgan': method('change', One).returns<Done>(),
  'archive.saveClass': method('change', ArchiveClassEdit).returns<Done>(),
  'archive.removeClass': method('change', One).returns<Done>(),
  'archive.saveRule': method('change', RetentionRuleEdit).returns<Done>(),
  'archive.removeRule': method('change', One).returns<Done>(),
}

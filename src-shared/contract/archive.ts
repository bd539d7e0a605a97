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
import {
  Appraisal,
  type ArchiveFigures,
  type DueList,
  GivingBack,
  type Lendable,
  type Lending,
  NewLending,
  NewShelfCheck,
  Prolonging,
  type ShelfCheck,
  type ShelfRow,
  Ticks,
} from '../archive-care.ts'
import {
  type ArchiveBox,
  ArchiveYear,
  BoxEdit,
  Boxing,
  ItemCorrection,
  ItemEdit,
  LeavingOut,
  Place,
  Proposal,
  type YearSheet,
} from '../archive-items.ts'
import { ArchiveClassEdit, type ArchiveLists, OrganEdit } from '../archive-lists.ts'
import { ArchivePaperRequest, type ArchivePapers } from '../archive-papers.ts'
import { Id, text } from '../fields.ts'
import type { PaperAnswer, ReportAnswer } from '../reports.ts'
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

  'archive.year': method('ask', z.object({ year: ArchiveYear.nullable() })).returns<YearSheet>(),
  'archive.proposeItems': method('change', Proposal).returns<{ items: number }>(),
  'archive.leaveOut': method('change', LeavingOut).returns<{ left: number }>(),
  'archive.takeBackIn': method('change', LeavingOut.omit({ reason: true })).returns<{ left: number }>(),
  'archive.saveItem': method('change', ItemEdit).returns<{ id: number }>(),
  'archive.removeItems': method('change', z.object({ ids: z.array(Id).min(1).max(500) })).returns<{
    removed: number
  }>(),
  'archive.number': method('change', Place).returns<{ numbered: number }>(),
  'archive.correctItem': method('change', ItemCorrection).returns<Done>(),
  'archive.boxes': method('ask', z.object({ year: ArchiveYear.nullable() })).returns<ArchiveBox[]>(),
  'archive.boxItems': method('change', Boxing).returns<{ boxes: number; items: number }>(),
  'archive.unpackBoxes': method('change', Place).returns<{ boxes: number }>(),
  'archive.saveBox': method('change', BoxEdit).returns<Done>(),

  'archive.savePdf': method('ask', ArchivePaperRequest).returns<ReportAnswer>(),
  'archive.saveWorkbook': method('ask', ArchivePaperRequest).returns<PaperAnswer>(),
  /** Only for the window that prints. */
  'archive.toPrint': method('ask', z.object({ ticket: z.string().max(100) })).returns<ArchivePapers>(),

  'archive.due': method('ask', z.object({ year: ArchiveYear })).returns<DueList>(),
  'archive.appraise': method('change', Appraisal).returns<{ appraised: number }>(),
  'archive.lendings': method('ask', z.object({})).returns<Lending[]>(),
  'archive.lendable': method('ask', z.object({ text: z.string().trim().max(100) })).returns<Lendable[]>(),
  'archive.lend': method('change', NewLending).returns<{ id: number }>(),
  'archive.giveBack': method('change', GivingBack).returns<Done>(),
  'archive.prolong': method('change', Prolonging).returns<Done>(),
  'archive.checks': method('ask', z.object({})).returns<ShelfCheck[]>(),
  'archive.checkRows': method('ask', One).returns<ShelfRow[]>(),
  'archive.startCheck': method('change', NewShelfCheck).returns<{ id: number; rows: number }>(),
  'archive.tick': method('change', Ticks).returns<{ ticked: number }>(),
  'archive.finishCheck': method('change', One.extend({ conclusion: text(300) })).returns<Done>(),
  'archive.figures': method('ask', z.object({})).returns<ArchiveFigures>(),

  'archive.lists': method('ask', z.object({})).returns<ArchiveLists>(),
  'archive.fillLists': method('change', z.object({})).returns<{ classes: number; rules: number }>(),
  'archive.saveOrgan': method('change', OrganEdit).returns<Done>(),
  'archive.removeOrgan': method('change', One).returns<Done>(),
  'archive.saveClass': method('change', ArchiveClassEdit).returns<Done>(),
  'archive.removeClass': method('change', One).returns<Done>(),
  'archive.saveRule': method('change', RetentionRuleEdit).returns<Done>(),
  'archive.removeRule': method('change', One).returns<Done>(),
}

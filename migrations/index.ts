// Every step the database has taken, in order. Written out by hand: a bundled app has no folder to scan.
import { changes } from './0001_changes.ts'
import { settings } from './0002_settings.ts'
import { staffAndDuties } from './0003_staff_and_duties.ts'
import { matters } from './0004_matters.ts'
import { archive } from './0005_archive.ts'
import { absences } from './0006_absences.ts'
import { files } from './0007_files.ts'
import { dutyDetails } from './0008_duty_details.ts'
import { imports } from './0009_imports.ts'
import { posts } from './0010_posts.ts'
import { rowDrafts } from './0011_row_drafts.ts'
import { routines } from './0012_routines.ts'
import { reportLayouts } from './0013_report_layouts.ts'
import { forms } from './0014_forms.ts'
import { staffMoves } from './0015_staff_moves.ts'
import { submissions } from './0016_submissions.ts'
import { cardDesign } from './0017_card_design.ts'
import { search } from './0018_search.ts'
import { signOff } from './0019_sign_off.ts'
import { weekLocks } from './0020_week_locks.ts'
import { measuresAndEvidence } from './0021_measures_and_evidence.ts'
import { collection } from './0022_collection.ts'
import { archiveEntries } from './0023_archive_entries.ts'
import { archiveItems } from './0024_archive_items.ts'
import { statistics } from './0025_statistics.ts'
import { searchFilters } from './0026_search_filters.ts'
import { lockDetails } from './0027_lock_details.ts'
import { suppliedMaterials } from './0028_supplied_materials.ts'
import { trackedMatters } from './0029_tracked_matters.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  changes,
  settings,
  staffAndDuties,
  matters,
  archive,
  absences,
  files,
  dutyDetails,
  imports,
  posts,
  rowDrafts,
  routines,
  reportLayouts,
  forms,
  staffMoves,
  submissions,
  cardDesign,
  search,
  signOff,
  weekLocks,
  measuresAndEvidence,
  collection,
  archiveEntries,
  archiveItems,
  statistics,
  searchFilters,
  lockDetails,
  suppliedMaterials,
  trackedMatters,
]

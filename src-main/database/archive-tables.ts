// 办结卷, what is filed with them, and the lists of the unit that say how.
import type { Generated } from 'kysely'
import type { CorrectedField, MaterialState } from '../../src-shared/archive.ts'
import type { Retention } from '../../src-shared/retention.ts'
import type { CareTables } from './archive-care-tables.ts'

/** 机构（问题）: the part of an archive number that names whose papers they are. */
interface ArchiveOrgansTable {
  id: Generated<number>
  code: string
  name: string
  sort_order: number
}

/** 归档类目. */
interface ArchiveClassesTable {
  id: Generated<number>
  name: string
  organ_id: number
  /** Of matters of this category it is offered first. */
  category_id: number | null
  retention: Retention
  sort_order: number
}

interface ClassMaterialsTable {
  id: Generated<number>
  class_id: number
  name: string
  sort_order: number
}

/** 保管期限表. */
interface RetentionRulesTable {
  id: Generated<number>
  material: string
  retention: Retention
  basis: string
  sort_order: number
}

interface ArchiveEntriesTable {
  id: Generated<number>
  matter_id: number
  archived_on: string
  archived_by: string
  /** None in entries of before there were classes. */
  class_id: number | null
  retention: Retention
  /** The line of the 保管期限表 the term was taken from, in the words it had then; else empty. */
  retention_rule: Generated<string>
  location: string
  materials: string
  remark: string
}

interface EntryMaterialsTable {
  id: Generated<number>
  entry_id: number
  name: string
  state: MaterialState
  note: string
  sort_order: number
}

/** 补齐: what was missing came later. */
interface SuppliedMaterialsTable {
  id: Generated<number>
  material_id: number
  supplied_on: string
  supplied_by: string
  note: string
}

interface ArchiveFilesTable {
  id: Generated<number>
  entry_id: number
  /** Within its entry; never given twice. */
  serial: number
  file_id: number
  /** What it is evidence of: a name of the checklist; else empty. */
  material: string
  trashed_on: Generated<string | null>
  trashed_by: Generated<string>
  trash_reason: Generated<string>
}

/** Beside the original, which stays as it is: of an entry or of an item. */
interface ArchiveCorrectionsTable {
  id: Generated<number>
  entry_id: number | null
  item_id: number | null
  field: CorrectedField
  before_text: string
  after_text: string
  class_id: number | null
  reason: string
  corrected_on: string
  corrected_by: string
}

export interface ArchiveTables extends CareTables {
  archive_organs: ArchiveOrgansTable
  archive_classes: ArchiveClassesTable
  class_materials: ClassMaterialsTable
  retention_rules: RetentionRulesTable
  archive_entries: ArchiveEntriesTable
  entry_materials: EntryMaterialsTable
  supplied_materials: SuppliedMaterialsTable
  archive_files: ArchiveFilesTable
  archive_corrections: ArchiveCorrectionsTable
}

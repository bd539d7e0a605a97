// The search index: what is found where. Derived from the records, so it is neither audited nor undone.
import type { Generated } from 'kysely'

/** Contentless: the columns are asked with MATCH and give nothing back. `rowid` is the id of the record. */
interface SearchTable {
  rowid: number
  words: string
  initials: string
  facets: string
}

export type SearchedTable = 'duties' | 'matters' | 'archive_entries' | 'archive_items' | 'files'

/** Records whose place in the index is not what they say any more, noted by triggers. */
interface SearchTouchedTable {
  id: Generated<number>
  subject: SearchedTable
  row_id: number
  /** The change that touched it and will index it; 0 for what an upgrade or a repair left to do. */
  change_id: number
}

/** 常用查找. */
interface KeptSearchesTable {
  id: Generated<number>
  name: string
  /** A `SearchFilter` as JSON. */
  filter: string
}

export interface SearchTables {
  search_duties: SearchTable
  search_matters: SearchTable
  search_archive_entries: SearchTable
  search_archive_items: SearchTable
  search_files: SearchTable
  search_touched: SearchTouchedTable
  kept_searches: KeptSearchesTable
}

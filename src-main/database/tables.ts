// Every table, spelt as in SQL; the rows of each subject's tables in a file of its own beside this one.
import type { Kysely } from 'kysely'
import type { AbsenceTables } from './absence-tables.ts'
import type { ArchiveTables } from './archive-tables.ts'
import type { ChangeTables } from './change-tables.ts'
import type { CollectionTables } from './collection-tables.ts'
import type { DraftTables } from './draft-tables.ts'
import type { DutyTables } from './duty-tables.ts'
import type { FileTables } from './file-tables.ts'
import type { FormTables } from './form-tables.ts'
import type { ImportTables } from './import-tables.ts'
import type { MeasureTables } from './measure-tables.ts'
import type { PostTables } from './post-tables.ts'
import type { ReportTables } from './report-tables.ts'
import type { RoutineTables } from './routine-tables.ts'
import type { SearchTables } from './search-tables.ts'
import type { StatisticsTables } from './statistics-tables.ts'
import type { TrackedTables } from './tracked-tables.ts'
import type { WeeklyTables } from './weekly-tables.ts'

export interface Tables
  extends AbsenceTables,
    ArchiveTables,
    ChangeTables,
    CollectionTables,
    DraftTables,
    DutyTables,
    FileTables,
    FormTables,
    ImportTables,
    MeasureTables,
    PostTables,
    RoutineTables,
    ReportTables,
    SearchTables,
    StatisticsTables,
    TrackedTables,
    WeeklyTables {}

/** What a question reads from. What changes rows takes a `Change` instead. */
export type Db = Kysely<Tables>

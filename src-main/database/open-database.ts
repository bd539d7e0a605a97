// The only place that opens SQLite: every connection gets the same settings, and they are read back.
import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Tables } from './tables.ts'

/** "DLDB" in ASCII: marks the file as ours in its header. */
export const application_id = 0x444c4442

export interface OpenDatabase {
  readonly path: string
  readonly sqlite: Database.Database
  readonly db: Kysely<Tables>
  /** Folds the write-ahead log into the file and closes it. */
  close(): Promise<void>
}

/**
 * WAL re-opens as synchronous=NORMAL in better-sqlite3 unless it is set again each time (reliability.md §0.2),
 * so nothing here is left to defaults.
 */
const settings: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
  ['busy_timeout', '5000', 5000],
  ['journal_size_limit', '67108864', 67108864],
]

function applySettings(sqlite: Database.Database, in_memory: boolean): void {
  for (const [name, set, expected] of settings) {
    sqlite.pragma(`${name} = ${set}`)
    const found = sqlite.pragma(name, { simple: true })
    const wanted = in_memory && name === 'journal_mode' ? 'memory' : expected
    if (found !== wanted && !(in_memory && name === 'mmap_size')) {
      throw new Error(`SQLite setting ${name} is ${String(found)} instead of ${wanted}`)
    }
  }
}

const most_statements = 200

/**
 * Kysely prepares every query anew. The same texts come again and again, so their statements are kept, those asked for
 * last: preparing is a quarter of the time of a list of a week.
 */
function keepingStatements(sqlite: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement>()
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? sqlite.prepare(sql)
      kept.delete(sql)
      kept.set(sql, statement)
      const [oldest] = kept.keys()
      if (kept.size > most_statements && oldest !== undefined) kept.delete(oldest)
      return statement
    },
  }
}

/**
 * Kysely's own driver rolls back blindly; after a full disk SQLite has already done so, and the failing rollback
 * would hide what went wrong. A change also takes the write lock at once instead of half-way through.
 */
class BookDriver extends SqliteDriver {
  readonly #sqlite: Database.Database

  constructor(sqlite: Database.Database) {
    super({ database: keepingStatements(sqlite) })
    this.#sqlite = sqlite
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection)
  }
}

class BookDialect extends SqliteDialect {
  readonly #sqlite: Database.Database

  constructor(sqlite: Database.Database) {
    super({ database: sqlite })
    this.#sqlite = sqlite
  }

  override createDriver(): BookDriver {
    return new BookDriver(this.#sqlite)
  }
}

/** Opens (and creates) the database file; `:memory:` for tests. Does not migrate. */
export function openDatabase(path: string): OpenDatabase {
  const sqlite = connect(path, {})
  try {
    applySettings(sqlite, path === ':memory:')
  } catch (error) {
    sqlite.close()
    throw error
  }
  const db = new Kysely<Tables>({ dialect: new BookDialect(sqlite) })
  return { path, sqlite, db, close: () => alone({ db }, () => fold(sqlite)) }
}

/** For looking at a file without changing a byte of it: nothing is folded, migrated or created. */
export function openReadOnly(path: string): Database.Database {
  const sqlite = connect(path, { readonly: true, fileMustExist: true })
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma('mmap_size = 0')
  return sqlite
}

/**
 * Waits for the change that is running and keeps later ones waiting while `work`, which must not await,
 * looks at one state of the book.
 */
export function alone<T>(book: Pick<OpenDatabase, 'db'>, work: () => T): Promise<T> {
  return book.db.connection().execute(async () => work())
}

function fold(sqlite: Database.Database): void {
  if (!sqlite.open) return
  try {
    if (!sqlite.memory) {
      sqlite.pragma('optimize')
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    }
  } finally {
    sqlite.close()
  }
}

function connect(path: string, options: Database.Options): Database.Database {
  try {
    return new Database(path, options)
  } catch (error) {
    // better-sqlite3 says only "directory does not exist" or "unable to open database file".
    throw new UserProblem(
      {
        code: 'database_unreachable',
        message: '打不开台账数据库。',
        where: path,
        next: '请检查这个文件夹是否存在、是否有读写权限、磁盘是否已满，然后重新启动本程序。',
      },
      { cause: error },
    )
  }
}

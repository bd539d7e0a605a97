// Which book is open: the clerk's own, always; above it, while it lasts, the sample year of an invented department.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '../migrations/migration.ts'
import type { BookName } from '../src-shared/book.ts'
import { UserProblem } from '../src-shared/problem.ts'
import { leaveLog, putInPlace, replacementPath } from './backups/replace-book.ts'
import type { Clock } from './clock.ts'
import { createBookFile } from './create-book.ts'
import { removeDatabase, syncFolder } from './database/durable-file.ts'
import { inspectFile } from './database/inspect-file.ts'
import { migrate, newestVersion } from './database/migrate.ts'
import { alone, type OpenDatabase, openDatabase } from './database/open-database.ts'
import { createFileStore, type FileStore } from './files/file-store.ts'
import { logBug } from './log.ts'

export interface Books {
  /** The book on the screen. */
  current(): OpenDatabase
  readonly name: BookName
  readonly data_folder: string
  /** The clerk's own book even while the sample is on the screen: what backups are made of. */
  own(): OpenDatabase
  /** The files of the book on the screen. */
  files(): FileStore
  /** The files of the clerk's own book. */
  ownFiles(): FileStore
  /** Makes the sample anew and shows it; nothing when it is shown already. */
  enterSample(): Promise<void>
  /** Removes the sample with everything typed into it. */
  leaveSample(): Promise<void>
  replaceOwn(aside: string | null): Promise<void>
  close(): Promise<void>
}

export interface BooksOptions {
  folder: string
  clock: Clock
  steps: readonly Migration[]
  fillSample: (book: OpenDatabase, clock: Clock) => Promise<void>
}

export function ownBookPath(folder: string): string {
  return join(folder, 'duty-ledger.db')
}

export function samplePath(folder: string): string {
  return join(folder, 'sample.db')
}

export function ownFilesFolder(folder: string): string {
  return join(folder, 'files')
}

export function sampleFilesFolder(folder: string): string {
  return join(folder, 'sample-files')
}

/**
 * Opens the own book, which start-up has found sound and up to date. The sample is open as long as its file is
 * there: that is how a restart knows which book was on the screen.
 */
export function openBooks(options: BooksOptions): Books {
  return new OpenBooks(options)
}

class OpenBooks implements Books {
  readonly data_folder: string
  readonly #options: BooksOptions
  #own: OpenDatabase | null
  #sample: OpenDatabase | null
  readonly #own_files: FileStore
  readonly #sample_files: FileStore
  #is_switching = false

  constructor(options: BooksOptions) {
    this.data_folder = options.folder
    this.#options = options
    this.#own_files = createFileStore(ownFilesFolder(options.folder))
    this.#sample_files = createFileStore(sampleFilesFolder(options.folder))
    this.#own = openDatabase(ownBookPath(options.folder))
    this.#sample = reopenSample(samplePath(options.folder), options.steps)
  }

  get name(): BookName {
    return this.#sample ? 'sample' : 'own'
  }

  current(): OpenDatabase {
    return this.#sample ?? this.own()
  }

  own(): OpenDatabase {
    if (this.#own) return this.#own
    throw new UserProblem({
      code: 'book_changing',
      message: '正在更换台账数据，这一步没有保存。',
      next: '请稍等片刻再试一次。',
    })
  }

  files(): FileStore {
    return this.#sample ? this.#sample_files : this.#own_files
  }

  ownFiles(): FileStore {
    return this.#own_files
  }

  enterSample(): Promise<void> {
    return this.#switch(async () => {
      if (this.#sample) return
      const { folder, clock, steps, fillSample } = this.#options
      const path = samplePath(folder)
      rmSync(this.#sample_files.folder, { recursive: true, force: true })
      try {
        await createBookFile(replacementPath(path), { clock, steps, fill: fillSample })
        await putInPlace(path, null)
      } finally {
        removeDatabase(replacementPath(path))
      }
      this.#sample = openDatabase(path)
    })
  }

  leaveSample(): Promise<void> {
    return this.#switch(async () => {
      const sample = this.#sample
      this.#sample = null
      if (sample) await alone(sample, () => sample.sqlite.close())
      removeDatabase(samplePath(this.data_folder))
      rmSync(this.#sample_files.folder, { recursive: true, force: true })
      syncFolder(this.data_folder)
    })
  }

  replaceOwn(aside: string | null): Promise<void> {
    return this.#switch(async () => {
      const own = this.own()
      await alone(own, () => {
        if (aside === null) leaveLog(own.sqlite)
        this.#own = null
        own.sqlite.close()
      })
      try {
        await putInPlace(own.path, aside)
      } finally {
        this.#own = openDatabase(own.path)
      }
    })
  }

  async close(): Promise<void> {
    await this.#sample?.close()
    await this.#own?.close()
  }

  async #switch(work: () => Promise<void>): Promise<void> {
    if (this.#is_switching) {
      throw new UserProblem({
        code: 'book_changing',
        message: '正在更换台账数据。',
        next: '请稍等片刻再试一次。',
      })
    }
    this.#is_switching = true
    try {
      await work()
    } finally {
      this.#is_switching = false
    }
  }
}

/** A sample that cannot be opened is dropped: it holds nothing of the clerk's and is made anew by one click. */
function reopenSample(path: string, steps: readonly Migration[]): OpenDatabase | null {
  if (!existsSync(path) || inspectFile(path, newestVersion(steps)).kind !== 'ours') {
    removeDatabase(path)
    return null
  }
  const sample = openDatabase(path)
  try {
    migrate(sample.sqlite, steps)
    return sample
  } catch (error) {
    logBug(error)
    sample.sqlite.close()
    removeDatabase(path)
    return null
  }
}

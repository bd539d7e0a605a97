// The Excel room: the only one that knows a workbook format. It knows no subject and never opens the database.
import { rm } from 'node:fs/promises'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Child } from '../child.ts'
import {
  type ExcelAnswer,
  type ExcelCost,
  type ExcelRequest,
  isAnswer,
  type PagedSheet,
  type PatchSource,
  type Task,
} from './excel-messages.ts'
import { cancelled, crashed, tooSlow } from './excel-problems.ts'
import type { FormToLookAt, LookedAt } from './look-at-form.ts'
import type { PackageFacts } from './package-facts.ts'
import { unpackRows } from './packed-rows.ts'
import type { WorkbookEdits } from './patch-edits.ts'
import { temporaryPath } from './save-file.ts'
import type { ReadSheet, ReadWorkbook, TableValue, WorkbookToWrite } from './workbook.ts'

/** A running Excel process, Electron's or Node's. */
export type ExcelChild = Child<ExcelRequest>

export type StartExcelProcess = () => ExcelChild

export interface ExcelOptions {
  /** 0 to 1 */
  onProgress?: (fraction: number) => void
  /** Called once the process has answered, whether well or with a problem. */
  onCost?: (cost: ExcelCost) => void
  /** Aborting ends the process; the promise is rejected with a `UserProblem` with the code `cancelled`. */
  signal?: AbortSignal
}

export interface Excel {
  read(path: string, options?: ExcelOptions): Promise<ReadWorkbook>
  /** A path that ends in `.csv` gets the tables alone, as text. */
  write(path: string, workbook: WorkbookToWrite, options?: ExcelOptions): Promise<{ bytes: number }>
  /** For more rows than should be in memory at once: each page is asked for when the one before it is written. */
  writePaged(
    path: string,
    sheet: PagedSheet,
    nextPage: NextPage,
    options?: ExcelOptions,
  ): Promise<{ bytes: number }>
  /** Writes a copy of a workbook with these edits; all else in it stays as it is. */
  patch(
    source: PatchSource,
    out_path: string,
    edits: WorkbookEdits,
    options?: ExcelOptions,
  ): Promise<{ bytes: number }>
  /** What a workbook holds besides its cells; null for formats without such facts. */
  examine(path: string, options?: ExcelOptions): Promise<PackageFacts | null>
  /** Writes a copy without comments and names of authors; all else in it stays as it is. */
  clean(source: string, out_path: string, options?: ExcelOptions): Promise<{ bytes: number }>
  /** What a blank form looks like, and its bytes as they can be filled. */
  look(form: FormToLookAt, options?: ExcelOptions): Promise<LookedAt>
  /** Ends the process. What is still under way is rejected as cancelled. */
  stop(): Promise<void>
}

/** Null after the last page. */
export type NextPage = () => Promise<TableValue[][] | null>

interface JobResult {
  workbook: ReadWorkbook
  bytes: number
  looked: LookedAt | null
  facts: PackageFacts | null
}

interface Job {
  task: Task
  nextPage: NextPage
  options: ExcelOptions
  sheets: ReadSheet[]
  rows_sent: number
  onAbort: () => void
  resolve(value: JobResult): void
  reject(error: unknown): void
}

/**
 * One process, started with the first request and kept warm, one request at a time. After `limitMilliseconds`,
 * counted anew for each page, it is ended; after that, a crash or a cancel the next request starts a fresh one.
 */
export function openExcel(startProcess: StartExcelProcess, limitMilliseconds = 30_000): Excel {
  const queue = new ExcelQueue(startProcess, limitMilliseconds)
  return {
    async read(path, options = {}) {
      return (await queue.add({ task: 'read', path }, options)).workbook
    },
    async write(path, workbook, options = {}) {
      return { bytes: (await queue.add({ task: 'write', path, workbook }, options)).bytes }
    },
    async writePaged(path, sheet, nextPage, options = {}) {
      return { bytes: (await queue.add({ task: 'write-paged', path, sheet }, options, nextPage)).bytes }
    },
    async patch(source, path, edits, options = {}) {
      return { bytes: (await queue.add({ task: 'patch', path, source, edits }, options)).bytes }
    },
    async examine(path, options = {}) {
      return (await queue.add({ task: 'examine', path }, options)).facts
    },
    async clean(source, path, options = {}) {
      return { bytes: (await queue.add({ task: 'clean', path, source }, options)).bytes }
    },
    async look(form, options = {}) {
      const { looked } = await queue.add({ task: 'look', ...form }, options)
      if (looked === null) throw new Error('the Excel process answered a look with something else')
      return looked
    },
    async stop() {
      queue.stop()
    },
  }
}

class ExcelQueue {
  private readonly startProcess: StartExcelProcess
  private readonly limit: number
  private readonly waiting: Job[] = []
  private child: ExcelChild | undefined
  private current: Job | undefined
  private currentId = 0
  /** What a process was writing when it was given up. */
  private readonly unfinished = new Map<ExcelChild, string>()
  private timer: NodeJS.Timeout | undefined

  constructor(startProcess: StartExcelProcess, limit: number) {
    this.startProcess = startProcess
    this.limit = limit
  }

  add(task: Task, options: ExcelOptions, nextPage: NextPage = async () => null): Promise<JobResult> {
    return new Promise((resolve, reject) => {
      const onAbort = () => this.cancel(job)
      const job: Job = { task, nextPage, options, sheets: [], rows_sent: 0, onAbort, resolve, reject }
      if (options.signal?.aborted) reject(cancelled(job.task))
      else {
        options.signal?.addEventListener('abort', job.onAbort, { once: true })
        this.waiting.push(job)
        this.next()
      }
    })
  }

  stop(): void {
    for (const job of this.waiting.splice(0)) job.reject(cancelled(job.task))
    if (this.current) this.fail(cancelled(this.current.task))
    else this.endProcess()
  }

  private next(): void {
    if (this.current) return
    const job = this.waiting.shift()
    if (!job) return
    this.current = job
    this.currentId += 1
    this.startTimer(job)
    try {
      this.child ??= this.start()
      this.child.post({ ...job.task, id: this.currentId })
    } catch (error) {
      this.fail(error)
    }
  }

  private startTimer(job: Job): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.fail(tooSlow(job.task)), this.limit)
  }

  private start(): ExcelChild {
    const child = this.startProcess()
    child.onMessage((message) => {
      if (child === this.child) this.take(message)
    })
    child.onExit((outOfMemory) => {
      if (child === this.child && this.current) this.fail(crashed(this.current.task, outOfMemory))
      if (child === this.child) this.child = undefined
      this.sweep(child)
    })
    return child
  }

  private take(message: unknown): void {
    const job = this.current
    if (!job) return
    if (!isAnswer(message)) {
      this.fail(
        new Error(`the Excel process said something that is no answer: ${Object.keys(message ?? {})}`),
      )
    } else if (message.id === this.currentId) {
      this.takeAnswer(job, message)
    }
  }

  private takeAnswer(job: Job, answer: ExcelAnswer): void {
    if (answer.kind === 'progress') job.options.onProgress?.(answer.fraction)
    else if (answer.kind === 'page-wanted') void this.sendPage(job)
    else if (answer.kind === 'sheet') job.sheets.push({ ...answer.sheet, rows: [] })
    else if (answer.kind === 'rows') {
      const rows = job.sheets.at(-1)?.rows
      for (const row of unpackRows(answer.rows)) rows?.push(row)
    } else {
      this.finish(job)
      job.options.onCost?.({ milliseconds: answer.milliseconds, peak_mib: answer.peak_mib })
      if (answer.kind === 'problem') job.reject(new UserProblem(answer.problem))
      else if (answer.kind === 'bug') job.reject(new Error(answer.message, { cause: answer.stack }))
      else job.resolve(resultOf(job, answer))
      this.next()
    }
  }

  private async sendPage(job: Job): Promise<void> {
    try {
      const rows = await job.nextPage()
      if (job !== this.current || job.task.task !== 'write-paged') return
      this.startTimer(job)
      this.child?.post({ id: this.currentId, task: 'page', rows })
      job.rows_sent += rows?.length ?? 0
      job.options.onProgress?.(Math.min(1, job.rows_sent / Math.max(1, job.task.sheet.row_count)))
    } catch (error) {
      if (job === this.current) this.fail(error)
    }
  }

  private cancel(job: Job): void {
    const place = this.waiting.indexOf(job)
    if (place >= 0) {
      this.waiting.splice(place, 1)
      job.reject(cancelled(job.task))
    } else if (job === this.current) {
      this.fail(cancelled(job.task))
    }
  }

  /** Gives the current request up together with its process. */
  private fail(error: unknown): void {
    const job = this.current
    if (this.child && job && writes(job.task)) this.unfinished.set(this.child, job.task.path)
    this.endProcess()
    if (!job) return
    this.finish(job)
    job.reject(error)
    this.next()
  }

  private finish(job: Job): void {
    clearTimeout(this.timer)
    job.options.signal?.removeEventListener('abort', job.onAbort)
    this.current = undefined
  }

  /** Only once the process is gone: before, it may still be writing. */
  private sweep(child: ExcelChild): void {
    const path = this.unfinished.get(child)
    this.unfinished.delete(child)
    if (path !== undefined) void rm(temporaryPath(path), { force: true }).catch(leaveBehind)
  }

  private endProcess(): void {
    const child = this.child
    this.child = undefined
    child?.kill()
  }
}

/** What cannot be removed, as on a stick just pulled out, is overwritten by the next export of that name. */
function leaveBehind(): void {}

function resultOf(job: Job, answer: ExcelAnswer): JobResult {
  const { format, warnings } = answer.kind === 'read' ? answer : { format: 'xlsx' as const, warnings: [] }
  return {
    workbook: { format, sheets: job.sheets, warnings },
    bytes: answer.kind === 'written' ? answer.bytes : 0,
    looked: answer.kind === 'looked' ? answer : null,
    facts: answer.kind === 'facts' ? answer.facts : null,
  }
}

function writes(task: Task): task is Exclude<Task, { task: 'read' | 'look' | 'examine' }> {
  return task.task !== 'read' && task.task !== 'look' && task.task !== 'examine'
}

// 收表: forms go out as files; whatever comes back is held against what was sent and what the book says now.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type {
  FormsToSend,
  MergePreview,
  MergeTotals,
  MergeWish,
  ReadWish,
  SendAnswer,
} from '../../src-shared/collection.ts'
import type { ImportProgress } from '../../src-shared/imports.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { makeChange } from '../database/change.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import type { Desk } from '../desk.ts'
import type { Pace } from '../imports/pace.ts'
import { workUnderWay } from '../imports/work-under-way.ts'
import { applyMerge } from './apply-merge.ts'
import { decide } from './decide.ts'
import { type MergePlan, type MergeQuestion, planMerge } from './plan-merge.ts'
import { readFile } from './read-files.ts'
import type { ReturnedFile } from './returned-file.ts'
import { sendForms } from './send-forms.ts'
import { totalsOf } from './totals.ts'

export interface Collection {
  /** Asks for a folder, writes a form for each group or person and remembers what it said. */
  send(wish: FormsToSend): Promise<SendAnswer>
  /** Shows the forms that were sent last in their folder. */
  reveal(saved_id: string): Promise<void>
  /** Reads returned files and answers what would become of each cell; null when it was stopped. */
  read(wish: ReadWish): Promise<MergePreview | null>
  /** Writes what was read and decided, as one change. */
  merge(wish: MergeWish): Promise<MergeTotals>
  progress(): ImportProgress
  stop(): void
}

/** The one merge under way: the page knows it by its id and never has its paths. */
interface Held {
  merge_id: string
  question: MergeQuestion
  book: OpenDatabase
  seen: string
}

export function createCollection(desk: Desk): Collection {
  const { books, clock } = desk
  /** The page knows them by their id and never sees a path. */
  const saved = new Map<string, string>()
  /** Files stay read while the clerk changes her mind about them. */
  let read_files = new Map<string, ReturnedFile>()
  let held: Held | null = null
  const work = workUnderWay()

  async function readAll(
    tokens: readonly string[],
    pace: Pace,
    signal: AbortSignal,
  ): Promise<ReturnedFile[]> {
    const files: ReturnedFile[] = []
    for (const token of tokens) {
      const known = read_files.get(token)
      if (!known) await pace.rest(`正在读取 ${desk.incoming.get(token).name}`)
      files.push(known ?? (await readFile(desk, token, signal)))
    }
    read_files = new Map(files.map((file) => [file.id, file]))
    return files
  }

  return {
    async send(wish) {
      const sent = await sendForms(desk, wish)
      if (sent === null) return { state: 'cancelled' }
      const saved_id = randomUUID()
      saved.set(saved_id, join(sent.folder, sent.file_names[0] ?? ''))
      return { state: 'saved', saved_id, ...sent }
    },
    async reveal(saved_id) {
      const path = saved.get(saved_id)
      if (path !== undefined) desk.dialogs.showInFolder(path)
    },
    read({ tokens, ...wish }) {
      return work.run('正在读取', async (pace, signal) => {
        const question = { ...wish, files: await readAll(tokens, pace, signal) }
        const book = books.current()
        const plan = await planMerge(book.db, clock.today(), question, pace)
        const merge_id = randomUUID()
        held = { merge_id, question, book, seen: fingerprint(plan) }
        const files = plan.files.map(({ file }) => file)
        return { merge_id, week_monday: plan.week_monday, week_title: plan.week_title, files }
      })
    },
    async merge({ merge_id, left_out, decisions }) {
      if (held?.merge_id !== merge_id) throw mergeGone()
      const { question, book, seen } = held
      if (book !== books.current()) throw bookChanged()
      const left = new Set([...left_out, ...question.left_out])
      const totals = await work.run('正在准备合并', (pace) =>
        makeChange(book, clock, { method: 'collection.merge' }, async (change) => {
          const plan = await planMerge(change.db, change.today, question, pace)
          if (fingerprint(plan) !== seen) throw bookChanged()
          const wanted = plan.files
            .filter(({ form, free, file }) => (form !== null || free !== null) && !left.has(file.id))
            .map(({ file }) => file)
          if (wanted.length === 0) throw nothingToMerge()
          const files = decide(wanted, decisions)
          await applyMerge(change, plan, files, pace)
          await pace.rest('正在写入台账')
          return totalsOf(files)
        }),
      )
      if (totals === null) throw mergeStopped()
      held = null
      read_files.clear()
      return totals
    },
    progress: () => work.progress(),
    stop: () => work.stop(),
  }
}

/** What the clerk has seen and decided on. */
function fingerprint({ files }: MergePlan): string {
  return JSON.stringify(files.map(({ file }) => file))
}

function mergeGone(): UserProblem {
  return new UserProblem({
    code: 'merge_gone',
    message: '这一批已经合并，或者换成了另一批文件。',
    next: '请重新放入收回的表。',
  })
}

function bookChanged(): UserProblem {
  return new UserProblem({
    code: 'merge_outdated',
    message: '核对之后台账有了变动，核对的结果已经不准，什么也没有合并。',
    next: '请重新核对一次，再合并。',
  })
}

function nothingToMerge(): UserProblem {
  return new UserProblem({
    code: 'nothing_to_merge',
    message: '没有可以合并的文件。',
    next: '请放入本周收回的表，或者勾选要合并的文件。',
  })
}

function mergeStopped(): UserProblem {
  return new UserProblem({
    code: 'merge_stopped',
    message: '已停止合并，什么也没有存入台账。',
    next: '核对的结果还在，可以接着看，再合并。',
  })
}

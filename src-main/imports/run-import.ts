import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { Method } from '../../src-shared/contract.ts'
import type { MappingQuestion } from '../../src-shared/import-forms.ts'
import {
  type ImportAnswer,
  type ImportChoices,
  type ImportKind,
  type ImportProgress,
  type ImportResult,
  type ImportRows,
  type ImportSave,
  import_kind_words,
  type MappingWish,
  type PlannedRow,
  type ReturnAnswer,
} from '../../src-shared/imports.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { makeChange } from '../database/change.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import type { Desk } from '../desk.ts'
import { imports } from './imports.ts'
import type { Pace } from './pace.ts'
import { loadSounds } from './pinyin-sounds.ts'
import type { Plan } from './plan-import.ts'
import { rememberForm } from './remembered-forms.ts'
import { digestOf, type PreviewedFile, saveReturnSheet } from './return-sheet.ts'
import { factsOf, fingerprint, reportedRows, summarise } from './saved-import.ts'
import { workUnderWay } from './work-under-way.ts'
import { writeImportReport } from './write-import-report.ts'

export interface Imports {
  /** Asks for a file, reads it and answers what would become of its rows. */
  choose(kind: ImportKind, choices: ImportChoices): Promise<ImportAnswer>
  /** The same file understood anew: another kind, sheet, week, group or category. */
  again(import_id: string, kind: ImportKind, choices: ImportChoices): Promise<ImportAnswer>
  /** 对应关系 of the file as it is understood now; null when finding it out was stopped. */
  mapping(wish: MappingWish): Promise<MappingQuestion | null>
  /** The same file with columns as the clerk has named them, which is remembered. */
  map(import_id: string, kind: ImportKind, choices: ImportChoices): Promise<ImportAnswer>
  /** Further rows of the preview: a few hundred at a time hold up neither side. */
  rows(wish: ImportRows): Promise<PlannedRow[]>
  save(wish: ImportSave): Promise<ImportResult>
  /** 退回表: asks where to, and writes the file with its wrong cells marked. */
  returnSheet(import_id: string): Promise<ReturnAnswer>
  /** Shows the last 退回表 of this import in its folder. */
  revealReturn(import_id: string): Promise<void>
  /** What is being done at this moment, for the page to show while it waits. */
  progress(): Promise<ImportProgress>
  /** Ends what is under way; a preview that was there stays, and of a save nothing is kept. */
  stop(): Promise<void>
  /** Ends it, and forgets the file. */
  cancel(): Promise<void>
}

/** The one import under way: the page knows it by its id and never has its rows or its path. */
interface Held extends PreviewedFile {
  import_id: string
  file_name: string
  /** The clerk's own choices, without what the program found by itself. */
  choices: ImportChoices
  book: OpenDatabase
  plan: Plan
  seen: string
  returned_as: string | null
}

const rows_at_once = 500

export function createImports({ books, clock, dialogs, excel }: Desk): Imports {
  let held: Held | null = null
  const work = workUnderWay()

  async function plan(wanted: Omit<Held, 'book' | 'seen' | 'plan' | 'shown'>, pace: Pace): Promise<Held> {
    const book = books.current()
    const plan = await imports[wanted.kind](book.db, clock.today(), wanted, pace)
    // A clerk who stops it at the last moment has stopped it.
    await pace.rest('正在显示')
    return { ...wanted, book, plan, seen: fingerprint(plan), shown: plan.preview }
  }

  async function planAndHold(...around: Parameters<typeof plan>): Promise<Held> {
    held = await plan(...around)
    return held
  }

  /** The clerk's answer counts from now on, for every file of this shape. */
  async function remember({ book, kind, file_name, plan }: Held, method: Method): Promise<void> {
    const { mapping } = plan.understanding
    if (mapping === null || plan.shape.length === 0 || !plan.understanding.chosen.tables.length) return
    const { header_row, first_row, columns } = mapping
    const rows_below = Math.max(1, first_row - header_row)
    const fields = columns.map(({ column, field }): [number, string | null] => [column, field])
    await makeChange(book, clock, { method }, (change) =>
      rememberForm(change, { kind, name: file_name, shape: plan.shape, rows_below, fields }),
    )
  }

  function current(import_id: string): Held {
    if (held?.import_id === import_id) return held
    throw new UserProblem({
      code: 'import_gone',
      message: '这次导入已经保存、取消，或换成了另一个文件。',
      next: '请重新选择文件。',
    })
  }

  return {
    async choose(kind, choices) {
      // Its tenth of a second passes while she looks for the file.
      void loadSounds()
      const path = await dialogs.chooseWorkbook(`导入${import_kind_words[kind]}`)
      if (path === null) return { state: 'cancelled' }
      const place = { import_id: randomUUID(), path, file_name: basename(path) }
      return answerOf(
        await work.run(`正在读取 ${place.file_name}`, async (pace, signal) => {
          // Before the reading: a file changed in between is then known to be another than the one read.
          const digest = await digestOf(path)
          const workbook = await excel.read(path, { signal })
          return planAndHold({ ...place, digest, workbook, kind, choices, returned_as: null }, pace)
        }),
      )
    },
    async again(import_id, kind, choices) {
      const wanted = { ...current(import_id), kind, choices }
      return answerOf(await work.run('正在重新核对', (pace) => planAndHold(wanted, pace)))
    },
    async mapping({ import_id, kind, sheet, header_row }) {
      const now = current(import_id)
      const is_other = kind !== now.kind || (sheet !== null && sheet !== now.shown.sheet)
      const choices = is_other ? { ...now.choices, sheet, mapping: null } : now.choices
      const asked = is_other
        ? await work.run('正在重新核对', (pace) => plan({ ...now, kind, choices }, pace))
        : now
      return asked && questionOf(asked, header_row, [])
    },
    async map(import_id, kind, choices) {
      const wanted = { ...current(import_id), kind, choices }
      const mapped = await work.run('正在重新核对', (pace) => planAndHold(wanted, pace))
      if (mapped) await remember(mapped, 'imports.map')
      return answerOf(mapped)
    },
    async rows({ import_id, from }) {
      return current(import_id).shown.rows.slice(from, from + rows_at_once)
    },
    async save({ import_id, left_out }) {
      const shown = current(import_id)
      const { book, kind, file_name, seen, digest, ...question } = shown
      if (book !== books.current()) throw bookChanged()
      const result = await work.run('正在准备保存', (pace) =>
        makeChange(book, clock, { method: 'imports.save' }, async (change) => {
          const plan = await imports[kind](change.db, change.today, { file_name, ...question }, pace)
          if (fingerprint(plan) !== seen) throw bookChanged()
          const left = new Set(left_out)
          const { result, title } = summarise(plan, left)
          await plan.save(change, left, pace)
          await writeImportReport(change, factsOf(plan, result, digest), reportedRows(plan, left), pace)
          await pace.rest('正在写入台账')
          change.describe(title)
          return result
        }),
      )
      if (result === null) throw saveStopped()
      held = null
      // A form that has moved was accepted as it was understood: the next one like it is known.
      if (shown.plan.understanding.moved.length > 0) await remember(shown, 'imports.save')
      return result
    },
    async returnSheet(import_id) {
      const { answer, saved_as } = await saveReturnSheet({ dialogs, excel }, current(import_id))
      // Meanwhile the import may have ended, or been planned anew.
      if (saved_as !== null && held?.import_id === import_id) held.returned_as = saved_as
      return answer
    },
    async revealReturn(import_id) {
      const { returned_as } = current(import_id)
      if (returned_as !== null) dialogs.showInFolder(returned_as)
    },
    async progress() {
      return work.progress()
    },
    async stop() {
      work.stop()
    },
    async cancel() {
      work.stop()
      held = null
    },
  }
}

/** The preview, or what has to be asked before it. */
function answerOf(held: Held | null): ImportAnswer {
  if (held === null) return { state: 'cancelled' }
  const { import_id, plan } = held
  if (plan.doubts.length > 0) return { state: 'mapping', question: questionOf(held, null, plan.doubts) }
  const rows = plan.preview.rows.slice(0, rows_at_once)
  return { state: 'preview', preview: { import_id, ...plan.preview, rows } }
}

function questionOf(
  { import_id, file_name, kind, plan }: Held,
  header_row: number | null,
  doubts: string[],
): MappingQuestion {
  const { sheets } = plan.preview
  return { import_id, file_name, kind, sheets, doubts, ...plan.question(header_row) }
}

function saveStopped(): UserProblem {
  return new UserProblem({
    code: 'save_stopped',
    message: '已停止保存，什么也没有存入台账。',
    next: '预览还在，可以接着核对，再保存。',
  })
}

function bookChanged(): UserProblem {
  return new UserProblem({
    code: 'import_outdated',
    message: '预览之后台账有了变动，预览已经不准，什么也没有保存。',
    next: '请重新预览一次，核对后再保存。',
  })
}

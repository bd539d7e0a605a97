// The process that workbooks are read and written in: it may run out of memory or be ended, and nothing else is touched.

import { UserProblem } from '../../src-shared/problem.ts'
import { cleanWorkbook } from './clean-workbook.ts'
import type { ExcelAnswer, ExcelCost, ExcelRequest, Task } from './excel-messages.ts'
import { lookAtForm } from './look-at-form.ts'
import { readPackageFacts } from './package-facts.ts'
import { packRows } from './packed-rows.ts'
import { patchWorkbook } from './patch-workbook.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ReadRow, ReadWorkbook, TableValue } from './workbook.ts'
import { writePaged } from './write-bulk.ts'
import { writeCsv } from './write-csv.ts'
import { writeWorkbook } from './write-workbook.ts'

type Body<T> = T extends unknown ? Omit<T, 'id'> : never
type Send = (answer: Body<ExcelAnswer>) => Promise<void>

const cellsInAPiece = 8000

/** The same code serves Electron's utility process and a plain Node child. */
function listen(
  onRequest: (request: ExcelRequest, post: (answer: ExcelAnswer) => Promise<void>) => void,
): void {
  // Undefined in plain Node, whatever Electron's types say.
  const port = process.parentPort as Electron.ParentPort | undefined
  if (port) {
    const post = async (answer: ExcelAnswer) => port.postMessage(answer)
    port.on('message', ({ data }) => onRequest(data, post))
    return
  }
  const post = (answer: ExcelAnswer) =>
    new Promise<void>((resolve) => process.send?.(answer, undefined, undefined, () => resolve()))
  process.on('message', (request: ExcelRequest) => onRequest(request, post))
  process.on('disconnect', () => process.exit(0))
}

/** Takes the page that was asked for last. */
let takePage: ((rows: TableValue[][] | null) => void) | undefined

listen(async (request, post) => {
  if (request.task === 'page') {
    takePage?.(request.rows)
    return
  }
  const started = performance.now()
  const cost = (): ExcelCost => ({
    milliseconds: Math.round(performance.now() - started),
    peak_mib: Math.round(process.resourceUsage().maxRSS / 1024),
  })
  const send: Send = (answer) => post({ ...answer, id: request.id })
  try {
    if (request.task === 'read') {
      const book = await readWorkbook(request.path, (fraction) => void send({ kind: 'progress', fraction }))
      await sendWorkbook(book, send)
      await send({ kind: 'read', format: book.format, warnings: book.warnings, ...cost() })
    } else if (request.task === 'examine') {
      await send({ kind: 'facts', facts: await readPackageFacts(request.path), ...cost() })
    } else if (request.task === 'look') {
      await send({ kind: 'looked', ...(await lookAtForm(request)), ...cost() })
    } else {
      await send({ kind: 'written', bytes: await produce(request, () => askForPage(send)), ...cost() })
    }
  } catch (error) {
    await send({ ...asAnswer(error), ...cost() })
  }
})

async function produce(
  task: Exclude<Task, { task: 'read' | 'look' | 'examine' }>,
  nextPage: () => Promise<TableValue[][] | null>,
): Promise<number> {
  if (task.task === 'patch') return await patchWorkbook(task.source, task.path, task.edits)
  if (task.task === 'clean') return await cleanWorkbook(task.source, task.path)
  const csv = /\.csv$/i.test(task.path)
  if (csv && task.task === 'write') return await writeCsv(task.path, task.workbook)
  if (csv && task.task === 'write-paged') return await writeCsv(task.path, { sheets: [task.sheet] }, nextPage)
  if (task.task === 'write') return await writeWorkbook(task.path, task.workbook)
  return await writePaged(task.path, task.sheet, nextPage)
}

function askForPage(send: Send): Promise<TableValue[][] | null> {
  return new Promise((resolve) => {
    takePage = resolve
    void send({ kind: 'page-wanted' })
  })
}

async function sendWorkbook(book: ReadWorkbook, send: Send): Promise<void> {
  for (const { rows, ...sheet } of book.sheets) {
    await send({ kind: 'sheet', sheet })
    for (const piece of inPieces(rows)) await send({ kind: 'rows', rows: packRows(piece) })
  }
}

function* inPieces(rows: readonly ReadRow[]): Generator<ReadRow[]> {
  let piece: ReadRow[] = []
  let cells = 0
  for (const row of rows) {
    piece.push(row)
    cells += row.cells.length
    if (cells < cellsInAPiece) continue
    yield piece
    piece = []
    cells = 0
  }
  if (piece.length > 0) yield piece
}

function asAnswer(error: unknown) {
  if (error instanceof UserProblem) return { kind: 'problem', problem: error.problem } as const
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { kind: 'bug', message, stack } as const
}

// The log of the program, for whoever mends it: what went wrong and where in the code, never what a row says.
import { randomInt } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest_file = 2_000_000
const kept_files = 10
/** No letter or digit that is mistaken for another when read out on the telephone. */
const reference_signs = 'ACDEFGHJKLMNPQRTUVWXY34679'

let folder: string | null = null

/** From here on the log goes to this folder; before, and where it cannot be written, to the console. */
export function openLog(log_folder: string): void {
  folder = log_folder
}

export function logInfo(words: string): void {
  write(`info ${words}`)
}

/** For trouble from outside that the clerk is told about in words, such as a full disk. */
export function logTrouble(error: unknown): void {
  write(`trouble ${describeError(error)}`)
}

/** Logs the error with all its causes; answers the reference under which it is found, such as `K7F2`. */
export function logBug(error: unknown): string {
  const reference = Array.from({ length: 4 }, () => reference_signs[randomInt(reference_signs.length)]).join(
    '',
  )
  write(`bug ${reference} ${describeError(error)}`)
  return reference
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? ` [${String(error.code)}]` : ''
  const told = (error.stack ?? `${error.name}: ${error.message}`) + code
  return error.cause === undefined ? told : `${told}\n  caused by ${describeError(error.cause)}`
}

/**
 * Names, sentences and numbers of people can stand in an error's message. Our own messages to the log are English,
 * so every run of Chinese characters and of five or more digits is blotted out. `withoutPeople('张三 1380000') // '▇ #'`
 */
function withoutPeople(words: string): string {
  return words.replace(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]+/gu, '▇').replace(/\d{5,}[\dXx]*/g, '#')
}

function write(words: string): void {
  const line = `${new Date().toISOString()} ${withoutPeople(words)}\n`
  if (folder === null) {
    process.stderr.write(line)
    return
  }
  try {
    mkdirSync(folder, { recursive: true })
    rotate(folder)
    appendFileSync(logPath(folder, 0), line)
  } catch (error) {
    // A full disk is told to the clerk by whatever failed first; the log must not fail a second time over it.
    process.stderr.write(`${String(error)}\n${line}`)
  }
}

function rotate(log_folder: string): void {
  const first = logPath(log_folder, 0)
  if (!existsSync(first) || statSync(first).size < largest_file) return
  rmSync(logPath(log_folder, kept_files - 1), { force: true })
  for (let nth = kept_files - 2; nth >= 0; nth -= 1) {
    if (existsSync(logPath(log_folder, nth)))
      renameSync(logPath(log_folder, nth), logPath(log_folder, nth + 1))
  }
}

function logPath(log_folder: string, nth: number): string {
  return join(log_folder, nth === 0 ? 'duty-ledger.log' : `duty-ledger.${nth}.log`)
}

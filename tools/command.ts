import { type SpawnOptions, spawn } from 'node:child_process'
import { constants } from 'node:os'
import { projectFolder } from './project.ts'

/** Sent to us alone, unlike Ctrl+C, which the terminal sends to the commands that we run as well. */
const ending = ['SIGTERM', 'SIGHUP'] as const

export interface Finished {
  exitCode: number
  output: string
}

/** Runs a command in the project folder with the terminal handed through, and answers its exit code. */
export async function run(command: string, args: string[], options: SpawnOptions = {}): Promise<number> {
  return (await finish(command, args, { stdio: 'inherit', ...options })).exitCode
}

/** Runs a command in the project folder without a terminal; output is what it wrote to both streams. */
export function capture(command: string, args: string[], options: SpawnOptions = {}): Promise<Finished> {
  return finish(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A command that cannot be started counts as exit code 127, one ended by a signal as 128 + its number, as in a shell. */
function finish(command: string, args: string[], options: SpawnOptions): Promise<Finished> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const child = spawn(command, args, { cwd: projectFolder, ...options })
    const endBoth = (signal: NodeJS.Signals) => {
      child.kill(signal)
      process.exit(128 + constants.signals[signal])
    }
    for (const signal of ending) process.once(signal, endBoth)
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ exitCode: 127, output: error.message }))
    child.on('close', (code, signal) => {
      for (const name of ending) process.off(name, endBoth)
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
      resolve({ exitCode, output: Buffer.concat(chunks).toString('utf8') })
    })
  })
}

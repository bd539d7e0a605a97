import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { launchOptions } from '../../tools/electron-runtime.ts'

/** The options of Electron's message box, as far as a clerk reads them. */
export interface MessageBox {
  title: string
  message: string
  detail: string
  buttons: string[]
}

export interface EndedProgram {
  exit_code: number | null
  boxes: MessageBox[]
}

/** Starts the program on a data folder, without a tester in it, and waits until it ends by itself. */
export async function startProgram(data_folder: string, app_folder = starter): Promise<EndedProgram> {
  const { executablePath, args, env } = await launchOptions()
  const program = spawn(executablePath, [...args, app_folder, `--data-dir=${data_folder}`], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  program.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [exit_code] = (await once(program, 'close')) as [number | null]
  const boxes = said.split('\n').filter((line) => line.startsWith('{'))
  return { exit_code, boxes: boxes.map((line) => JSON.parse(line) as MessageBox) }
}

const starter = join(import.meta.dirname, 'starter')

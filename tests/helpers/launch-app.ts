// Starts the built app in a real Electron with a data folder of its own.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { Input, Method, Output } from '../../src-shared/contract.ts'
import type { Reply } from '../../src-shared/problem.ts'
import { launchOptions } from '../../tools/electron-runtime.ts'

declare global {
  interface Window {
    readonly bridge: {
      call(name: string, input: unknown): Promise<Reply<unknown>>
      take(files: File[]): Promise<Reply<unknown>>
    }
  }
}

export const project = join(import.meta.dirname, '../..')

export interface LaunchChoices {
  /** Where the app keeps everything; a fresh folder, gone after `close`, when not given. */
  folder?: string
  /** The day the app believes it is. */
  today?: string
  width?: number
  height?: number
}

export interface LaunchedApp {
  app: ElectronApplication
  page: Page
  folder: string
  /** Errors of the page and of its console, as they came; a good run has none. */
  troubles: string[]
  /** Asks or changes something without the screens, as they do it themselves; a problem is thrown. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** The next open dialogs answer with this file. */
  chooseFile(path: string): Promise<void>
  /** The next save dialogs answer with the suggested name in this folder. */
  saveInto(folder: string): Promise<void>
  close(): Promise<void>
}

export async function launchApp(choices: LaunchChoices = {}): Promise<LaunchedApp> {
  const folder = choices.folder ?? mkdtempSync(join(tmpdir(), 'duty-ledger-e2e-'))
  const { width = 1366, height = 768 } = choices
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'window.json'))) {
    const state = { x: 0, y: 0, width, height, is_maximized: false, screen: '' }
    writeFileSync(join(folder, 'window.json'), JSON.stringify(state))
  }
  const { args, ...options } = await launchOptions()
  const today = choices.today === undefined ? [] : [`--today=${choices.today}`]
  const app = await _electron.launch({
    ...options,
    args: [...args, project, `--data-dir=${folder}`, ...today],
    timeout: 60_000,
  })
  const troubles = listenForTroubles(app)
  const page = await app.firstWindow()
  await page.getByRole('main').waitFor()
  return {
    app,
    page,
    folder,
    troubles,
    call: (method, input) => callFrom(page, method, input),
    chooseFile: (path) =>
      app.evaluate(({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
      }, path),
    saveInto: (target) =>
      app.evaluate(({ dialog }, into) => {
        dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath?: string }) => {
          const name = (options.defaultPath ?? '').split(/[\\/]/).at(-1)
          return { canceled: false, filePath: `${into}/${name}` }
        }) as unknown as typeof dialog.showSaveDialog
      }, target),
    async close() {
      await app.close()
      if (choices.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function callFrom<M extends Method>(page: Page, method: M, input: Input<M>): Promise<Output<M>> {
  const reply = await page.evaluate(([name, given]) => window.bridge.call(name, given), [
    method,
    input,
  ] as const)
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.problem)}`)
  return reply.value as Output<M>
}

function listenForTroubles(app: ElectronApplication): string[] {
  const troubles: string[] = []
  app.context().on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`)
  })
  app.context().on('weberror', (error) => troubles.push(`page: ${error.error().stack}`))
  return troubles
}

// One launched app for the tests of a file, on a data folder of its own; what a failed test leaves is kept.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, type TestInfo, test } from '@playwright/test'
import { type LaunchChoices, type LaunchedApp, launchApp } from './launch-app.ts'

export interface SharedApp {
  readonly app: LaunchedApp
  readonly page: Page
  readonly folder: string
  /** Closes the program as a person does and starts it again on the same data. */
  restart(choices?: LaunchChoices): Promise<void>
}

/** To be called at the top of a test file. After every test the page must have reported no error. */
export function shareApp(choices: LaunchChoices = {}): SharedApp {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-e2e-'))
  let app: LaunchedApp | undefined
  const running = () => {
    if (app === undefined) throw new Error('The app is not running')
    return app
  }
  test.beforeAll(async () => {
    app = await launchApp({ ...choices, folder })
    app.page.setDefaultTimeout(10_000)
  })
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures spelt out, and none is needed
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus) await keepTraces(running(), info)
    expect(running().troubles).toEqual([])
  })
  test.afterAll(async () => {
    await app?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get app() {
      return running()
    },
    get page() {
      return running().page
    },
    folder,
    async restart(others = {}) {
      await running().close()
      app = await launchApp({ ...choices, ...others, folder })
      app.page.setDefaultTimeout(10_000)
    },
  }
}

async function keepTraces({ page, folder, troubles }: LaunchedApp, info: TestInfo): Promise<void> {
  const logs = join(folder, 'data', 'logs')
  await page.screenshot({ path: info.outputPath('screen.png') }).catch(() => undefined)
  if (existsSync(logs)) cpSync(logs, info.outputPath('logs'), { recursive: true })
  if (troubles.length > 0) await info.attach('errors of the page', { body: troubles.join('\n') })
}

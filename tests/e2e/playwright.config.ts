import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const results = join(import.meta.dirname, '../../test-results')

/** Only the app's own Electron is driven, so Playwright needs no browser of its own. */
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: '**/*.test.ts',
  globalSetup: './prepare-electron.ts',
  outputDir: join(results, 'e2e'),
  reporter: [['list'], ['json', { outputFile: join(results, 'e2e.json') }]],
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
})

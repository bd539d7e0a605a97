// What every step of the demo has at hand: the app, its pictures, the workbooks it reads back.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Excel, openExcel } from '../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../src-main/excel/start-node-process.ts'
import type { ReadSheet } from '../../src-main/excel/workbook.ts'
import { expect } from '../../tests/helpers/clerk.ts'
import type { LaunchedApp } from '../../tests/helpers/launch-app.ts'
import { inProject } from '../project.ts'

/** What is counted on the way, for later steps to be held against. */
export interface Counts {
  people: number
  duties: number
  /** Rows of the week and of the next week's plan. */
  week: number
  plan: number
  archived: number
}

export interface Demo {
  launched: LaunchedApp
  page: Page
  /** Where pictures and workbooks go. */
  output: string
  counts: Counts
  /** A picture of the screen as it stands, without quiet words over it. */
  picture(name: string): Promise<void>
  /** The first sheet of a workbook, read by the app's own reader in a process of its own. */
  readSheet(path: string): Promise<ReadSheet>
  close(): Promise<void>
}

/** One line of the demo: what it answers is said once it was checked. */
export interface Step {
  name: string
  run(demo: Demo): Promise<string>
}

/** The day of the demo: the Friday of the week that the sample workbooks report on. */
export const demo_day = '2026-11-20'

export function sampleFile(name: string): string {
  return inProject('samples', name)
}

export function openDemo(launched: LaunchedApp, output: string): Demo {
  const { page } = launched
  mkdirSync(output, { recursive: true })
  const excel: Excel = openExcel(startNodeProcess)
  let pictures = 0
  return {
    launched,
    page,
    output,
    counts: { people: 0, duties: 0, week: 0, plan: 0, archived: 0 },
    async picture(name) {
      pictures += 1
      await takePicture(page, join(output, `${String(pictures).padStart(2, '0')}-${name}.png`))
    },
    async readSheet(path) {
      const { sheets } = await excel.read(path)
      const [sheet] = sheets
      if (sheet === undefined) throw new Error(`${path} has no sheet`)
      return sheet
    },
    close: () => excel.stop(),
  }
}

/** What was just said over the screen is left out; it would go in three seconds anyway. */
export async function takePicture(page: Page, path: string): Promise<void> {
  await expect(page.locator('.ant-skeleton')).toHaveCount(0)
  const show = (visibility: string) =>
    page.locator('.ant-message').evaluateAll((notices, shown) => {
      for (const notice of notices) (notice as HTMLElement).style.visibility = shown
    }, visibility)
  await show('hidden')
  await page.screenshot({ path, animations: 'disabled' })
  await show('')
}

/** Rows whose first cell is a serial number: the rows of a form, without title, heads and signatures. */
export function numberedRows(sheet: ReadSheet): ReadSheet['rows'] {
  return sheet.rows.filter(({ cells: [first] }) => first?.column === 1 && /^\d+$/.test(first.text))
}

/** Complains with both figures when what is seen is not what must be. */
export function agree(what: string, seen: unknown, expected: unknown): void {
  expect(seen, what).toEqual(expected)
}

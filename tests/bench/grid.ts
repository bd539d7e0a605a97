// The grid to type in: drawn, typed into and pasted into, over the same grid with nothing in it.
import type { Page } from '@playwright/test'
import type { LaunchedApp } from '../helpers/launch-app.ts'
import { type Figure, type Measured, medianOf } from './figure.ts'
import { cellsOf, leave, type Office, openOffice, paint, rowsOf, words } from './office.ts'
import { weekGrid } from './week-grid.ts'

const rounds = 9
const letters = 60
const twenty_first_row = '[role=grid] [aria-rowindex="21"] [role=gridcell]'

async function come(page: Page): Promise<void> {
  await leave(page)
  await page.evaluate(() => {
    window.location.hash = '#/duties?view=typing'
  })
  await page.getByRole('textbox', { name: /^组别，第1行/ }).waitFor()
}

/** Milliseconds from a key to the picture with its letter, median of many; the text is given up again. */
async function type(page: Page): Promise<number> {
  await come(page)
  for (const key of ['ArrowRight', 'ArrowRight', 'F2']) await page.keyboard.press(key)
  const taken = await page.evaluateHandle(() => {
    const times: number[] = []
    document.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
      true,
    )
    return times
  })
  for (let nth = 0; nth < letters; nth += 1) await page.keyboard.press('x')
  await page.waitForFunction(([times, count]) => times.length >= count, [taken, letters] as const)
  const median = medianOf((await taken.jsonValue()).slice(0, letters))
  await page.keyboard.press('Escape')
  return median
}

/** Both grids stand in apps of their own and are measured in turns. */
async function inTurns(duties: number, measure: (office: Office) => Promise<number>): Promise<Measured> {
  const [filled, empty] = [await openOffice(duties), await openOffice(0)]
  const ours: number[] = []
  const theirs: number[] = []
  try {
    // The first time each of them also loads the screen and asks for the rows.
    for (const office of [filled, empty]) await measure(office)
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await measure(filled))
      theirs.push(await measure(empty))
    }
  } finally {
    await filled.app.close()
    await empty.app.close()
  }
  return {
    value: medianOf(ours) / medianOf(theirs),
    information: [`${words(ours)}, with nothing in it ${words(theirs)}`],
  }
}

const painted = (name: string, hashOf: (office: Office) => string): Figure => ({
  name,
  bound: 1.5,
  measure: () => inTurns(3000, (office) => paint(office.app.page, hashOf(office), twenty_first_row)),
})

const typed: Figure = {
  name: 'grid-typing',
  bound: 1.5,
  measure: () => inTurns(3000, ({ app }) => type(app.page)),
}

/** A block from the clipboard until the last of it is in the book and on the screen, over saving such rows alone. */
const pasted: Figure = {
  name: 'grid-paste',
  bound: 3,
  async measure() {
    const { app } = await openOffice(0)
    const [ours, alone]: [number[], number[]] = [[], []]
    try {
      for (let round = 0; round < 5; round += 1) {
        ours.push(await paste(app, round * 1000))
        const started = performance.now()
        await app.call('duties.saveRows', { rows: rowsOf(round * 1000 + 500, 500) })
        alone.push(performance.now() - started)
      }
    } finally {
      await app.close()
    }
    return {
      value: medianOf(ours) / medianOf(alone),
      information: [`500 rows of 12 columns in ${words(ours)}, saved alone in ${words(alone)}`],
    }
  },
}

async function paste({ page, app }: LaunchedApp, from: number): Promise<number> {
  const fields = Object.keys(cellsOf(0))
  const lines = rowsOf(from, 500).map(({ cells }) => fields.map((field) => cells[field]).join('\t'))
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines.join('\r\n'))
  await come(page)
  // To the end of the column, and one on: columns stand as the rows have them.
  if (from > 0) for (const key of ['Control+ArrowDown', 'ArrowDown']) await page.keyboard.press(key)
  const measuring = await page.evaluateHandle(() => ({
    taken: new Promise<number>((done) => {
      document.addEventListener(
        'paste',
        async (event) => {
          const report = () => document.querySelector('.grid-row.is-unsaved, .grid-row.is-saving')
          const settled = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
          do await settled()
          while (report() !== null)
          await settled()
          done(performance.now() - event.timeStamp)
        },
        { once: true },
      )
    }),
  }))
  await page.keyboard.press('Control+v')
  const time = await measuring.evaluate(({ taken }) => taken)
  const complaint = page.getByRole('region', { name: '需要处理的格子' })
  if ((await complaint.count()) > 0) throw new Error(await complaint.innerText())
  return time
}

export const grid: readonly Figure[] = [
  painted('grid-3000-rows', () => '#/duties?view=typing'),
  painted('grid-1000-rows', ({ groups }) => `#/duties?view=typing&group=${groups[0]}`),
  typed,
  pasted,
  ...weekGrid,
]

// The grid to type in: drawn, typed into and pasted into, over the same grid with nothing in it.
import type { Page } from '@playwright/test'
import type { TypedRow } from '../../src-shared/typed-rows.ts'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'
import { type Figure, type Measured, medianOf } from './figure.ts'

const today = '2026-11-20'
const people = 60
const rounds = 9
const letters = 60

interface Office {
  app: LaunchedApp
  groups: number[]
}

/** Three groups, a roster, and as many duties with a text in every usual cell. */
async function openOffice(duties: number): Promise<Office> {
  const app = await launchApp({ today })
  const groups: number[] = []
  for (const [code, name] of [
    ['ZZ', '组织组'],
    ['RS', '人事组'],
    ['LZ', '劳资组'],
  ] as const) {
    groups.push((await app.call('groups.add', { code, name })).id)
  }
  for (let nth = 0; nth < people; nth += 1) {
    const rest = { staff_code: '', post: '', phone: '', note: '', joined_on: null }
    await app.call('staff.add', { name: nameOf(nth), group_id: groups[nth % 3] ?? null, ...rest })
  }
  for (let at = 0; at < duties; at += 1000) await app.call('duties.saveRows', { rows: rowsOf(at, 1000) })
  return { app, groups }
}

const nameOf = (nth: number) => `张${String.fromCodePoint(0x4e00 + nth * 7)}`

function cellsOf(nth: number): Record<string, string> {
  return {
    group: ['组织组', '人事组', '劳资组'][nth % 3] ?? '',
    category: '党建',
    content: `第${nth}项：组织召开支部党员大会，讨论决定支部重大事项，做好记录和归档`,
    card_text: '组织支部党员大会',
    frequency: '每季度',
    due_rule: '每季度末月25日前',
    a_holder: nameOf(nth % people),
    b_holder: `${nameOf((nth + 1) % people)}、${nameOf((nth + 2) % people)}`,
    basis: '《中国共产党支部工作条例（试行）》第十五条',
    standard: '程序合规、记录完整',
    output: '会议记录、决议',
    risk: '应公开的没有公开',
  }
}

function rowsOf(from: number, count: number): TypedRow[] {
  return Array.from({ length: count }, (_, at) => ({ key: `n${at}`, id: null, cells: cellsOf(from + at) }))
}

/** Away from the grid, so that coming back draws it anew. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  await page.getByRole('main', { name: '设置' }).waitFor()
}

async function come(page: Page): Promise<void> {
  await leave(page)
  await page.evaluate(() => {
    window.location.hash = '#/duties?view=typing'
  })
  await page.getByRole('textbox', { name: /^组别，第1行/ }).waitFor()
}

/** Milliseconds from asking for the screen to its first row on the screen; what it shows is known to the page already. */
async function paint(page: Page, hash: string): Promise<number> {
  await leave(page)
  return page.evaluate(async (to) => {
    const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    await settled()
    const started = performance.now()
    window.location.hash = to
    const isThere = () => document.querySelector('[role=grid] [aria-rowindex="21"] [role=gridcell]') !== null
    while (!isThere() || document.querySelector('.ant-skeleton') !== null) await settled()
    await settled()
    return performance.now() - started
  }, hash)
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

const words = (times: readonly number[]) =>
  `${medianOf(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(' ')})`

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
  measure: () => inTurns(3000, (office) => paint(office.app.page, hashOf(office))),
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
]

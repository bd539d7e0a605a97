// 每周销号 with 1,000 rows in the week: drawn, scrolled and typed into, over an empty grid of that size in a book without matters.
import type { Page } from '@playwright/test'
import { type Figure, type Measured, medianOf } from './figure.ts'
import { leave, type Office, openOffice, paint, words } from './office.ts'

const rows = 1000
const rounds = 7
const letters = 60
const strides = 40
const week_monday = '2026-11-16'
const hash = '#/weekly'
const tenth_row = '[role=grid] [aria-rowindex="11"] [role=gridcell]'

/** A text in every usual cell, some long enough for two lines. */
const cellsOf = (nth: number): Record<string, string> => ({
  title: `第${nth}项：组织召开支部党员大会，讨论决定支部重大事项`,
  group: ['组织组', '人事组', '劳资组'][nth % 3] ?? '',
  category: '党建',
  due: `2026-11-${16 + (nth % 12)}`,
  helpers: '各支部书记',
  leader: '赵处',
  progress: '已印发通知，各支部正在准备材料',
  state: nth % 5 === 0 ? '未完成' : '正在推进',
  reason: nth % 5 === 0 ? '等待上级批复' : '',
  planned: '计划内',
})

async function openWeek(count: number): Promise<Office> {
  const office = await openOffice(0)
  const all = Array.from({ length: count }, (_, nth) => ({ key: `n${nth}`, id: null, cells: cellsOf(nth) }))
  const asked = { week_monday, is_plan: false, due_change: null }
  if (all.length > 0) await office.app.call('weekly.saveRows', { ...asked, rows: all })
  return office
}

async function come(page: Page): Promise<void> {
  await leave(page)
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  await page.getByRole('textbox', { name: /^工作事项，第1行/ }).waitFor()
}

/** Blank rows until there are as many as in the other week. */
async function growEmpty(page: Page): Promise<void> {
  const grid = page.getByRole('grid')
  const count = async () => Number(await grid.getAttribute('aria-rowcount'))
  for (const key of ['Control+Home', 'Shift+PageDown', 'Shift+PageDown']) await page.keyboard.press(key)
  while ((await count()) < rows) await page.keyboard.press('Control+=')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
}

/** Both weeks stand in apps of their own and are measured in turns. */
async function inTurns(measure: (page: Page) => Promise<number>, is_drawing = false): Promise<Measured> {
  const [filled, empty] = [await openWeek(rows), await openWeek(0)]
  const [ours, theirs]: [number[], number[]] = [[], []]
  try {
    for (const { app } of [filled, empty]) {
      await come(app.page)
      if (is_drawing) await measure(app.page)
    }
    if (!is_drawing) await growEmpty(empty.app.page)
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await measure(filled.app.page))
      theirs.push(await measure(empty.app.page))
    }
  } finally {
    await filled.app.close()
    await empty.app.close()
  }
  const information = [`${words(ours)}, an empty grid ${words(theirs)}`]
  return { value: medianOf(ours) / medianOf(theirs), information }
}

/** Milliseconds to go through the rows in strides of most of a window, each until it is on the screen. */
async function scroll(page: Page): Promise<number> {
  return page.evaluate(async (count) => {
    const element = document.querySelector('.grid-scroll')
    if (element === null) throw new Error('There is no grid to scroll')
    const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    element.scrollTop = 0
    await settled()
    const started = performance.now()
    for (let nth = 0; nth < count; nth += 1) {
      element.scrollTop += element.clientHeight * 0.8
      await settled()
    }
    if (element.scrollTop === 0) throw new Error('It did not scroll')
    const taken = performance.now() - started
    element.scrollTop = 0
    return taken
  }, strides)
}

/** Milliseconds from a key to the picture with its letter, median of many; the text is given up again. */
async function type(page: Page): Promise<number> {
  await page.getByRole('textbox', { name: /^工作事项，第/ }).focus()
  await page.keyboard.press('F2')
  const taken = await page.evaluateHandle(() => {
    const times: number[] = []
    const note = ({ timeStamp }: KeyboardEvent) =>
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp)))
    document.addEventListener('keydown', note, true)
    return { times, stop: () => document.removeEventListener('keydown', note, true) }
  })
  for (let nth = 0; nth < letters; nth += 1) await page.keyboard.press('x')
  await page.waitForFunction(([{ times }, count]) => times.length >= count, [taken, letters] as const)
  const times = await taken.evaluate(({ times, stop }) => {
    stop()
    return times
  })
  await page.keyboard.press('Escape')
  return medianOf(times.slice(0, letters))
}

export const weekGrid: readonly Figure[] = [
  {
    name: 'week-1000-rows',
    bound: 1.5,
    measure: () => inTurns((page) => paint(page, hash, tenth_row), true),
  },
  { name: 'week-scrolling', bound: 1.5, measure: () => inTurns(scroll) },
  { name: 'week-typing', bound: 1.5, measure: () => inTurns(type) },
]

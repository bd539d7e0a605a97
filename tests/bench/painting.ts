// The lists and the matrix of 300 people and 3,000 duties as she meets them: drawn, over the grid with nothing in it, and
// scrolled through, over an empty sheet of the same size in the same window.
import type { Page } from '@playwright/test'
import { type Figure, type Measured, medianOf } from './figure.ts'
import { leave, type Office, openOffice, paint, words } from './office.ts'

const people = 300
const duties = 3000
const rounds = 5
const strides = 30

interface Screen {
  title: string
  hash: string
  /** There as soon as the first rows are drawn. */
  row: string
  scroller: string
}

const of_table = {
  row: '.ant-table-row .ant-table-cell',
  scroller: '.ant-table-tbody-virtual-holder',
}

const screens: readonly Screen[] = [
  { title: '履职清单', hash: '#/duties', ...of_table },
  { title: '人员名册', hash: '#/staff', ...of_table },
  { title: 'AB岗 · 一览', hash: '#/backup-posts', ...of_table },
  { title: 'AB岗 · 熟悉度', hash: '#/backup-posts?view=readiness', ...of_table },
  { title: 'AB岗 · 矩阵', hash: '#/backup-posts?view=matrix', row: '.matrix-row', scroller: '.matrix' },
]

const empty_grid = { hash: '#/duties?view=typing', row: '[role=grid] [aria-rowindex="15"] [role=gridcell]' }

const draw = (office: Office, { hash, row }: Pick<Screen, 'hash' | 'row'>) =>
  paint(office.app.page, hash, row)

/** The screen that comes out worst over the empty grid, each in turns with it. */
async function drawn(): Promise<Measured> {
  const [filled, empty] = [await openOffice(duties, people), await openOffice(0, 0)]
  const ratios: number[] = []
  const information: string[] = []
  try {
    for (const screen of screens) {
      const [ours, theirs]: [number[], number[]] = [[], []]
      // The first time also loads the screen and asks for the rows.
      await draw(filled, screen)
      await draw(empty, empty_grid)
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await draw(filled, screen))
        theirs.push(await draw(empty, empty_grid))
      }
      ratios.push(medianOf(ours) / medianOf(theirs))
      information.push(`${screen.title} ${words(ours)}, the empty grid ${words(theirs)}`)
    }
  } finally {
    await filled.app.close()
    await empty.app.close()
  }
  return { value: Math.max(...ratios), information }
}

/** Frames of a list and of an empty sheet laid over it, in milliseconds each. */
interface Frames {
  ours: number[]
  theirs: number[]
}

async function scroll(page: Page, { hash, row, scroller }: Screen): Promise<Frames> {
  await leave(page)
  await page.evaluate((to) => {
    window.location.hash = to
  }, hash)
  await page.locator(row).first().waitFor()
  return page.evaluate(
    async ([sought, count]) => {
      const list = document.querySelector<HTMLElement>(sought)
      if (list === null) throw new Error(`Nothing to scroll: ${sought}`)
      const frame = () => new Promise<number>((done) => requestAnimationFrame(done))
      const through = async (element: HTMLElement) => {
        const times: number[] = []
        let before = await frame()
        for (let nth = 0; nth < count; nth += 1) {
          element.scrollTop += element.clientHeight * 0.8
          const now = await frame()
          times.push(now - before)
          before = now
        }
        if (element.scrollTop === 0) throw new Error(`It did not scroll: ${sought}`)
        return times
      }
      const sheet = document.createElement('div')
      const { left, top, width, height } = list.getBoundingClientRect()
      for (const [name, value] of Object.entries({ left, top, width, height }))
        sheet.style.setProperty(name, `${value}px`)
      sheet.style.position = 'fixed'
      sheet.style.overflow = 'auto'
      const rows = document.createElement('div')
      rows.style.height = `${list.scrollHeight}px`
      sheet.append(rows)
      const ours = await through(list)
      document.body.append(sheet)
      const theirs = await through(sheet)
      sheet.remove()
      return { ours, theirs }
    },
    [scroller, strides] as const,
  )
}

/** The length that one frame in ten exceeds. */
const slow = (frames: readonly number[]) =>
  frames.toSorted((one, two) => one - two)[Math.floor(frames.length * 0.9)] ?? Number.NaN

async function scrolled(): Promise<Measured> {
  const { app } = await openOffice(duties, people)
  const ratios: number[] = []
  const information: string[] = []
  try {
    for (const screen of screens) {
      const [ours, theirs]: [number[], number[]] = [[], []]
      for (let round = 0; round < rounds; round += 1) {
        const frames = await scroll(app.page, screen)
        ours.push(slow(frames.ours))
        theirs.push(slow(frames.theirs))
      }
      ratios.push(medianOf(ours) / medianOf(theirs))
      information.push(
        `${screen.title} one frame in ten over ${words(ours)}, of an empty sheet ${words(theirs)}`,
      )
    }
  } finally {
    await app.close()
  }
  return { value: Math.max(...ratios), information }
}

export const painting: readonly Figure[] = [
  { name: 'painting-300-people', bound: 1.5, measure: drawn },
  { name: 'scrolling-300-people', bound: 3, measure: scrolled },
]

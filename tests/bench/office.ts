// An office of any size in the real app, and how fast a screen of it is on the screen.
import type { Page } from '@playwright/test'
import type { TypedRow } from '../../src-shared/typed-rows.ts'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'
import { medianOf } from './figure.ts'

const today = '2026-11-20'
const group_names = ['组织组', '人事组', '劳资组'] as const

export interface Office {
  app: LaunchedApp
  groups: number[]
}

/** Three groups, a roster, and as many duties with a text in every usual cell. */
export async function openOffice(duties: number, people = 60): Promise<Office> {
  const app = await launchApp({ today })
  const groups: number[] = []
  for (const [at, code] of ['ZZ', 'RS', 'LZ'].entries()) {
    groups.push((await app.call('groups.add', { code, name: group_names[at] ?? '' })).id)
  }
  for (let nth = 0; nth < people; nth += 1) {
    const rest = { staff_code: '', post: '', phone: '', note: '', joined_on: null }
    await app.call('staff.add', { name: nameOf(nth), group_id: groups[nth % 3] ?? null, ...rest })
  }
  for (let at = 0; at < duties; at += 1000)
    await app.call('duties.saveRows', { rows: rowsOf(at, 1000, people) })
  return { app, groups }
}

const nameOf = (nth: number) => `张${String.fromCodePoint(0x4e00 + nth * 7)}`

export function cellsOf(nth: number, people = 60): Record<string, string> {
  return {
    group: group_names[nth % 3] ?? '',
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

export function rowsOf(from: number, count: number, people = 60): TypedRow[] {
  return Array.from({ length: count }, (_, at) => ({
    key: `n${at}`,
    id: null,
    cells: cellsOf(from + at, people),
  }))
}

/** Away from every list, so that coming back draws it anew. */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.location.hash = '#/settings'
  })
  await page.getByRole('main', { name: '设置' }).waitFor()
}

/** Milliseconds from asking for a screen to the element on it; what it shows is known to the page already. */
export async function paint(page: Page, hash: string, selector: string): Promise<number> {
  await leave(page)
  return page.evaluate(
    async ([to, sought]) => {
      const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
      await settled()
      const started = performance.now()
      window.location.hash = to
      const isThere = () => document.querySelector(sought) !== null
      while (!isThere() || document.querySelector('.ant-skeleton') !== null) await settled()
      await settled()
      return performance.now() - started
    },
    [hash, selector] as const,
  )
}

export const words = (times: readonly number[]) =>
  `${medianOf(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(' ')})`

// The whole program killed in the middle of its work: with those of tests/main/kill these are the 100.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { clockOf } from '../../src-main/clock.ts'
import { checkBook, type Unit } from '../helpers/check-book.ts'
import { screen } from '../helpers/clerk.ts'
import { person } from '../helpers/department.ts'
import { type LaunchedApp, launchApp } from '../helpers/launch-app.ts'
import { randomNumbers } from '../helpers/random-numbers.ts'

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const random = randomNumbers(seed)
const kills = 5
const today = '2026-11-20'
const clock = clockOf(() => new Date(`${today}T12:00:00`))

/** Makes changes from the page until the program is gone; a change is acknowledged when the page has its answer. */
async function workUntilKilled({ call }: LaunchedApp, run: string, units: Unit[]): Promise<void> {
  const step = async (unit: Unit, take: () => Promise<unknown>) => {
    units.push(unit)
    await take()
    unit.is_acknowledged = true
  }
  const matter = {
    ...{ detail: '', staff_id: null, duty_id: null, helpers: '', leader: '', source: '' },
    ...{ category_id: 1, group_id: 1, due_on: null, due_text: '', remark: '' },
  }
  const line = { progress: '', week_state: 'in_progress', unfinished_reason: '', evidence: '' } as const
  for (let nth = 1; ; nth += 1) {
    const name = `${run}-${nth}`
    await step({ facts: [{ table: 'staff', row: { staff_code: name } }], is_acknowledged: false }, () =>
      call('staff.add', person('张三', { staff_code: name })),
    )
    await step({ facts: [{ table: 'matters', row: { title: name } }], is_acknowledged: false }, () =>
      call('weekly.add', {
        ...{ week_monday: '2026-11-16', is_planned: true, line },
        matter: { ...matter, title: name },
      }),
    )
  }
}

test(`${kills} times killed at work: nothing acknowledged is lost, nothing is half done, it starts again`, async () => {
  test.setTimeout(120_000)
  console.log(`KILL_SEED=${seed}`)
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-e2e-'))
  const all: Unit[] = []
  for (let run = 1; run <= kills; run += 1) {
    const app = await launchApp({ folder, today })
    if (run === 1) await app.call('groups.add', { code: 'ZZ', name: '组织组' })
    const units: Unit[] = []
    const working = workUntilKilled(app, `${run}`, units)
    const ended = new Promise((resolve) => app.app.process().once('exit', resolve))
    setTimeout(() => app.app.process().kill('SIGKILL'), 50 + random() * 1_000)
    await expect(working).rejects.toThrow()
    await ended
    expect([run, await checkBook(join(folder, 'data'), units, clock)]).toEqual([run, []])
    all.push(...units)
  }
  const acknowledged = all.filter((unit) => unit.is_acknowledged).length
  console.log(`${acknowledged} of ${all.length} changes were acknowledged`)
  expect(acknowledged).toBeGreaterThan(kills)
  expect(await checkBook(join(folder, 'data'), all, clock)).toEqual([])
  const again = await launchApp({ folder, today })
  await expect(screen(again.page, '本周工作台')).toBeVisible()
  await again.close()
  rmSync(folder, { recursive: true })
})

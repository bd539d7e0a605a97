import { expect, it } from 'vitest'
import { clockOf } from '../../../src-main/clock.ts'
import { checkBook, type Unit } from '../../helpers/check-book.ts'
import type { KillLine, KillWork } from '../../helpers/kill-child.ts'
import { randomNumbers } from '../../helpers/random-numbers.ts'
import { runChild } from '../../helpers/run-child.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { writeRosters } from '../../helpers/write-rosters.ts'

const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const random = randomNumbers(seed)
const clock = clockOf(() => new Date('2026-11-18T09:00:00'))
/** With the 5 of the whole app (tests/e2e) these are 100. */
const kills: readonly KillWork[] = [
  ...Array<KillWork>(24).fill('entry'),
  ...Array<KillWork>(24).fill('import'),
  ...Array<KillWork>(24).fill('sign_off'),
  ...Array<KillWork>(23).fill('backup'),
]

interface Kill {
  run: string
  work: KillWork
  after_ms: number
}

interface Tally {
  kills: number
  /** Killed between the beginning of a step and its acknowledgement. */
  amid_a_step: number
  acknowledged: number
}

/** What the child said, as units: the last one may have been cut off. */
function unitsOf(lines: string[]): Unit[] {
  const units: Unit[] = []
  for (const line of lines.map((text) => JSON.parse(text) as KillLine)) {
    if (line.state === 'begun') units.push({ facts: line.facts, is_acknowledged: false })
    const last = units.at(-1)
    if (line.state === 'done' && last) last.is_acknowledged = true
  }
  return units
}

/** Kills one after the other on the same book; what earlier ones acknowledged must be there at the end too. */
async function killAll(plan: readonly Kill[], compile_cache: string, tally: Tally): Promise<void> {
  const folder = tempFolder()
  const rosters = tempFolder()
  const all: Unit[] = []
  for (const { run, work, after_ms } of plan) {
    if (work === 'import') await writeRosters(rosters, run, 8)
    const { signal, lines, errors } = await runChild('kill-child.ts', [folder, work, run, rosters], {
      kill_after_ms: after_ms,
      compile_cache,
    })
    expect([run, signal, errors]).toEqual([run, 'SIGKILL', ''])
    const units = unitsOf(lines)
    expect([run, await checkBook(folder, units, clock)]).toEqual([run, []])
    tally.kills += 1
    tally.amid_a_step += units.at(-1)?.is_acknowledged === false ? 1 : 0
    all.push(...units.filter((unit) => unit.is_acknowledged))
  }
  tally.acknowledged += all.length
  expect(await checkBook(folder, all, clock)).toEqual([])
}

it(`loses nothing acknowledged and leaves nothing half done, killed 95 times (KILL_SEED=${seed})`, {
  timeout: 300_000,
}, async () => {
  const plan = kills
    .map((work) => ({ work, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ work }, index) => ({ run: String(index), work, after_ms: 20 + Math.floor(random() * 180) }))
  const tally: Tally = { kills: 0, amid_a_step: 0, acknowledged: 0 }
  const compile_cache = tempFolder()
  expect(await runChild('kill-child.ts', [tempFolder(), 'none'], { compile_cache })).toMatchObject({
    errors: '',
  })
  const half = Math.ceil(plan.length / 2)
  await Promise.all([
    killAll(plan.slice(0, half), compile_cache, tally),
    killAll(plan.slice(half), compile_cache, tally),
  ])
  console.log(`kill test: seed ${seed}, ${JSON.stringify(tally)}`)
  expect(tally.kills).toBe(95)
  expect(tally.amid_a_step).toBeGreaterThan(30)
  expect(tally.acknowledged).toBeGreaterThan(100)
})

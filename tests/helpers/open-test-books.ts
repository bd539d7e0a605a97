import { type Clock, clockOf } from '../../src-main/clock.ts'
import { makeChange } from '../../src-main/database/change.ts'
import type { OpenDatabase } from '../../src-main/database/open-database.ts'
import { addStaff } from '../../src-main/staff/edit-staff.ts'
import type { StartOptions } from '../../src-main/start-up.ts'
import { type Ready, type Started, startUp } from '../../src-main/start-up.ts'
import { person } from './department.ts'

/** Nine in the morning of that day, moved by setting `clock.day`. */
export function clockOn(day: string): Clock & { day: string } {
  const shown = { day }
  return Object.assign(
    shown,
    clockOf(() => new Date(`${shown.day}T09:00:00`)),
  )
}

/** Starts the program's data side in `folder` as main.ts does; the sample year is one invented person. */
export function startIn(folder: string, more: Partial<StartOptions> = {}): Promise<Started> {
  return startUp({
    folder,
    clock: clockOn('2026-11-18'),
    app_version: '0.1.0',
    fillSample: (book, clock) => addPerson(book, clock, '示例人员'),
    ...more,
  })
}

export async function startReady(folder: string, more: Partial<StartOptions> = {}): Promise<Ready> {
  const started = await startIn(folder, more)
  if (started.state === 'stopped') throw new Error(`Stopped: ${JSON.stringify(started.problem)}`)
  return started
}

export async function addPerson(book: OpenDatabase, clock: Clock, name: string): Promise<void> {
  await makeChange(book, clock, { method: 'test' }, (change) => addStaff(change, person(name)))
}

export function namesIn(book: OpenDatabase): string[] {
  return book.sqlite.prepare('SELECT name FROM staff ORDER BY id').pluck().all() as string[]
}

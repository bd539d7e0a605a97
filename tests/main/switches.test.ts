import { expect, it } from 'vitest'
import { clockOf } from '../../src-main/clock.ts'
import { readSwitches } from '../../src-main/switches.ts'

it('reads the data folder and the self-check from the command line', () => {
  const { folder, self_check } = readSwitches(['electron', '.', '--data-dir=D:\\台账', '--self-check'], true)
  expect({ folder, self_check }).toEqual({ folder: 'D:\\台账', self_check: true })
})

it('lives on another day when a test asks for it, and never in the packaged program', () => {
  const args = ['electron', '.', '--today=2026-12-31']
  const today = clockOf(readSwitches(args, false).now).today()
  const real = clockOf(() => new Date()).today()
  expect({ today, packaged: clockOf(readSwitches(args, true).now).today() }).toEqual({
    today: '2026-12-31',
    packaged: real,
  })
})

it('refuses a day that does not exist', () => {
  expect(() => readSwitches(['--today=2026-02-30'], false)).toThrow()
})

import { describe, expect, it, vi } from 'vitest'
import { runStages, type Stage } from '../../tools/stages.ts'

function stage(name: string, passed: number, failed: number, needs?: Stage): Stage {
  const run = async () => ({ passed, failed, skipped: 0 })
  return needs ? { name, needs, run } : { name, run }
}

async function outcome(stages: Stage[]): Promise<{ exitCode: number; lines: string[] }> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {})
  const exitCode = await runStages(stages)
  const lines = print.mock.calls.map(([line]) => String(line).trim())
  print.mockRestore()
  return { exitCode, lines: lines.filter((line) => !/ s\)$/.test(line)) }
}

describe('the stages of npm test', () => {
  it('all run although one fails, and end with the sum', async () => {
    expect(await outcome([stage('types', 0, 1), stage('unit', 40, 0)])).toEqual({
      exitCode: 1,
      lines: ['== types', '== unit', '40 passed, 1 failed'],
    })
  })

  it('leave out a stage that needs one that failed', async () => {
    const build = stage('build', 0, 1)
    expect(await outcome([build, stage('end-to-end tests', 7, 0, build)])).toEqual({
      exitCode: 1,
      lines: ['== build', '== end-to-end tests: not run, since build failed', '0 passed, 1 failed'],
    })
  })

  it('succeed when all passed', async () => {
    const build = stage('build', 1, 0)
    expect(await outcome([build, stage('end-to-end tests', 7, 0, build)])).toMatchObject({ exitCode: 0 })
  })

  it('fail when nothing ran', async () => {
    expect(await outcome([])).toEqual({ exitCode: 1, lines: ['0 passed, 0 failed'] })
  })
})

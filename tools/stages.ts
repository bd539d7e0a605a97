import { rmSync } from 'node:fs'
import { build } from './build.ts'
import { run } from './command.ts'
import { ensureDebianPackages } from './debian-packages.ts'
import { inProject } from './project.ts'
import {
  describeTally,
  sumOf,
  type Tally,
  tallyOfExitCode,
  tallyOfPlaywright,
  tallyOfVitest,
} from './tally.ts'

/** A part of `npm test`. All stages run whatever the others say, but for those that need another's result. */
export interface Stage {
  name: string
  needs?: Stage
  run(): Promise<Tally>
}

export const typesStage: Stage = {
  name: 'types',
  async run() {
    let worst = 0
    for (const room of [
      'tsconfig.shared.json',
      'tsconfig.main.json',
      'tsconfig.renderer.json',
      'tsconfig.json',
    ]) {
      worst = Math.max(worst, await runPackage('typescript/bin/tsc', ['--project', room]))
    }
    return tallyOfExitCode(worst)
  },
}

export const formatStage: Stage = {
  name: 'format and lint',
  run: async () => tallyOfExitCode(await runPackage('@biomejs/biome/bin/biome', ['check', '.'])),
}

export const buildStage: Stage = {
  name: 'build',
  run: async () => tallyOfExitCode(await build()),
}

export const unitStage: Stage = {
  name: 'unit and integration tests',
  async run() {
    const report = freshReport('test-results/unit.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    return tallyOfVitest(report, await runPackage('vitest/vitest.mjs', ['run', ...reporters]))
  },
}

/** @param args passed on to Playwright, for example the name of a test file */
export function e2eStage(args: string[] = []): Stage {
  return {
    name: 'end-to-end tests',
    needs: buildStage,
    async run() {
      await ensureDebianPackages(['paper'])
      const report = freshReport('test-results/e2e.json')
      const config = ['--config', 'tests/e2e/playwright.config.ts']
      return tallyOfPlaywright(
        report,
        await runPackage('@playwright/test/cli.js', ['test', ...config, ...args]),
      )
    },
  }
}

/** Runs the stages one after another and ends with the line `N passed, N failed`; the answer is the exit code. */
export async function runStages(stages: Stage[]): Promise<number> {
  const results = new Map<Stage, Tally>()
  for (const stage of stages) {
    const needed = stage.needs && results.get(stage.needs)
    if (needed && needed.failed > 0) {
      console.log(`\n== ${stage.name}: not run, since ${stage.needs?.name} failed`)
      continue
    }
    console.log(`\n== ${stage.name}`)
    const started = performance.now()
    const tally = await stage.run()
    results.set(stage, tally)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`== ${stage.name}: ${describeTally(tally)} (${seconds} s)`)
  }
  const total = sumOf([...results.values()])
  console.log(`\n${describeTally(total)}`)
  return total.failed > 0 || total.passed === 0 ? 1 : 0
}

function runPackage(program: string, args: string[]): Promise<number> {
  return run(process.execPath, [inProject('node_modules', program), ...args])
}

function freshReport(path: string): string {
  rmSync(inProject(path), { force: true })
  return inProject(path)
}

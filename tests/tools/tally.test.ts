import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeTally, sumOf, tallyOfExitCode, tallyOfPlaywright, tallyOfVitest } from '../../tools/tally.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

function reportWith(report: object): string {
  const file = join(tempFolder(), 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

/** What vitest reports of 40 tests that passed, one that was skipped, and of the files named by their tests' states. */
function vitestReport(...files: { status: string; tests: string[] }[]): object {
  const testResults = files.map(({ status, tests }) => ({
    status,
    assertionResults: tests.map((state) => ({ status: state })),
  }))
  return { numPassedTests: 40, numPendingTests: 1, numTodoTests: 0, testResults }
}

const playwrightReport = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } }

describe('the count of tests', () => {
  it('adds up what vitest, Playwright and the other stages report', () => {
    const total = sumOf([
      tallyOfExitCode(0),
      tallyOfExitCode(2),
      tallyOfVitest(reportWith(vitestReport({ status: 'failed', tests: ['failed', 'passed', 'failed'] })), 1),
      tallyOfPlaywright(reportWith(playwrightReport), 1),
    ])
    expect(describeTally(total)).toBe('48 passed, 5 failed, 4 skipped')
  })

  it('leaves out what was skipped when nothing was', () => {
    expect(describeTally({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
  })

  it('counts a file that fails without a failing test', () => {
    const report = reportWith(vitestReport({ status: 'failed', tests: ['skipped'] }))
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 40, failed: 1, skipped: 1 })
  })

  it('counts a failure when the runner fails although every test passed', () => {
    const report = reportWith(vitestReport({ status: 'passed', tests: ['passed'] }))
    expect(tallyOfVitest(report, 1)).toEqual({ passed: 40, failed: 1, skipped: 1 })
  })

  it('counts a failure when no test ran, whatever the exit code says', () => {
    const report = reportWith({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 2 } })
    expect(tallyOfPlaywright(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 2 })
  })

  it('counts a failure when there is no report', () => {
    expect(tallyOfVitest(join(tempFolder(), 'report.json'), 134)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    })
  })
})

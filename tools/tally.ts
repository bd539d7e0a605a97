import { existsSync, readFileSync } from 'node:fs'

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** A stage without tests of its own counts as one. */
export function tallyOfExitCode(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

export function tallyOfVitest(reportFile: string, exitCode: number): Tally {
  const report = readReport(reportFile)
  return agreeWithExitCode(exitCode, {
    passed: Number(report?.numPassedTests ?? 0),
    failed: Number(report?.numFailedTests ?? 0),
    skipped: Number(report?.numPendingTests ?? 0) + Number(report?.numTodoTests ?? 0),
  })
}

export function tallyOfPlaywright(reportFile: string, exitCode: number): Tally {
  const stats = readReport(reportFile)?.stats as Record<string, number> | undefined
  return agreeWithExitCode(exitCode, {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  })
}

export function sumOf(tallies: Tally[]): Tally {
  const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

export function describeTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** What fails outside a test (a file that cannot be loaded, a crash, no test at all) is known by the exit code only. */
function agreeWithExitCode(exitCode: number, tally: Tally): Tally {
  const isWrong = tally.failed === 0 && (exitCode !== 0 || tally.passed === 0)
  return isWrong ? { ...tally, failed: 1 } : tally
}

function readReport(file: string): Record<string, unknown> | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

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

interface VitestReport {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** A file that fails without a failing test (it cannot be loaded, its beforeAll throws) counts as one failure. */
export function tallyOfVitest(reportFile: string, exitCode: number): Tally {
  const report = readReport<VitestReport>(reportFile)
  const failures = report?.testResults.map(({ status, assertionResults }) => {
    const failedTests = assertionResults.filter((test) => test.status === 'failed').length
    return Math.max(failedTests, status === 'failed' ? 1 : 0)
  })
  return agreeWithExitCode(exitCode, {
    passed: report?.numPassedTests ?? 0,
    failed: failures?.reduce((sum, count) => sum + count, 0) ?? 0,
    skipped: report ? report.numPendingTests + report.numTodoTests : 0,
  })
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}

export function tallyOfPlaywright(reportFile: string, exitCode: number): Tally {
  const stats = readReport<PlaywrightReport>(reportFile)?.stats
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

function readReport<Report>(file: string): Report | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

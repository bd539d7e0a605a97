import { spawnSync } from 'node:child_process'

export const readsPdf = spawnSync('pdftotext', ['-v']).status === 0

/** The text of each page, without blanks. */
export function pdfPages(bytes: Buffer): string[] {
  const { status, stdout, stderr } = spawnSync('pdftotext', ['-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`pdftotext failed: ${stderr}`)
  return stdout
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''))
}

import { spawnSync } from 'node:child_process'

export const readsPdf = spawnSync('pdftotext', ['-v']).status === 0

/** The text of each page, without blanks. */
export function pdfPages(bytes: Buffer): string[] {
  return textOf(bytes)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''))
}

/** How far the words of the first page reach from its left to its right edge, as shares of its width. */
export function textEdges(bytes: Buffer): { left: number; right: number } {
  const [first = ''] = textOf(bytes, '-bbox').split('</page>')
  const width = Number(/<page width="([\d.]+)"/.exec(first)?.[1])
  const ends = (side: string) =>
    [...first.matchAll(new RegExp(`${side}="([\\d.]+)"`, 'g'))].map(([, at]) => Number(at))
  return { left: Math.min(...ends('xMin')) / width, right: Math.max(...ends('xMax')) / width }
}

function textOf(bytes: Buffer, ...how: string[]): string {
  const { status, stdout, stderr } = spawnSync('pdftotext', [...how, '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`pdftotext failed: ${stderr}`)
  return stdout
}

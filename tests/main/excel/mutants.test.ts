import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { openExcel } from '../../../src-main/excel/excel.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import type { ReadWorkbook } from '../../../src-main/excel/workbook.ts'
import { UserProblem } from '../../../src-shared/problem.ts'
import { buildSheet } from '../../helpers/build-workbook.ts'
import { buildXls, formulaCell, numberCell, record, textCell, u16 } from '../../helpers/build-xls.ts'
import { encodeGb18030 } from '../../helpers/gb18030.ts'
import { randomNumbers } from '../../helpers/random-numbers.ts'
import { writeRosters } from '../../helpers/write-rosters.ts'

const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-mutants-'))
let started = 0
const excel = openExcel(() => {
  started += 1
  return startNodeProcess()
}, 10_000)
afterAll(async () => {
  await excel.stop()
  rmSync(folder, { recursive: true })
})

const line = ['张三', '党建组', '收党费、录信息']

function shared(): Buffer {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const number = index + 1
    return `<row r="${number}"><c r="A${number}"><v>${index}</v></c><c r="B${number}" t="s"><v>${index % 3}</v></c><c r="C${number}" s="1"><v>${46_300 + index}</v></c></row>`
  })
  const merges = '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>'
  return buildSheet(rows.join(''), { shared: line, formats: [14] }, { after: merges })
}

function stored(): Buffer {
  const text = line.map((value) => `<c t="inlineStr"><is><t>${value}</t></is></c>`).join('')
  const comment = { name: 'xl/comments1.xml', content: '<comments/>'.repeat(99), method: 0 }
  return buildSheet(`<row>${text}</row>`.repeat(30), { extra: [comment] })
}

function old(): Buffer {
  const rows = Array.from({ length: 40 }, (_, row) => [
    numberCell(row, 0, row),
    ...line.map((text, index) => textCell(row, index + 1, text)),
    numberCell(row, 4, 46_300 + row, 1),
    formulaCell(row, 5, row * 2),
  ])
  const merges = record(0x00e5, [...u16(1), ...[0, 2, 0, 0].flatMap(u16)])
  return buildXls({ formats: [14], sheets: [{ records: [...rows.flat(), merges] }, { hidden: 1 }] })
}

async function ours(): Promise<Buffer> {
  await writeRosters(folder, '1', 1)
  return readFileSync(join(folder, '1-1.xlsx'))
}

const goodFiles: readonly [name: string, bytes: () => Buffer | Promise<Buffer>][] = [
  ['共享文字.xlsx', shared],
  ['存放部件.xlsx', stored],
  ['名册.xlsx', ours],
  ['旧格式.xls', old],
  ['文本.csv', () => encodeGb18030(`${line.join(',')}\r\n`.repeat(60))],
]

/** Some bytes changed; now and then the end is cut off, or one part is copied over another. */
function mutate(good: Buffer, below: (limit: number) => number): Buffer {
  const bytes = Buffer.from(good)
  const way = below(10)
  if (way === 0) return bytes.subarray(0, below(bytes.length))
  if (way === 1) bytes.copy(bytes, below(bytes.length), below(bytes.length), bytes.length)
  else for (let change = below(4); change >= 0; change -= 1) bytes[below(bytes.length)] = below(256)
  return bytes
}

type Fate = 'equal' | 'other' | 'refused'

async function fateOf(path: string, name: string, original: ReadWorkbook): Promise<Fate> {
  try {
    return isDeepStrictEqual(await excel.read(path), original) ? 'equal' : 'other'
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error
    expect(error.problem.message).toMatch(new RegExp(`^“${name}”.+。$`))
    return 'refused'
  }
}

it.each(goodFiles)(
  '400 mutants of %s end as they were, as other values, or in words',
  async (name, bytes) => {
    const good = await bytes()
    const path = join(folder, name)
    writeFileSync(path, good)
    const original = await excel.read(path)
    const random = randomNumbers(2026)
    const below = (limit: number) => Math.floor(random() * limit)
    const fates: Record<Fate, number> = { equal: 0, other: 0, refused: 0 }
    for (let mutant = 0; mutant < 400; mutant += 1) {
      writeFileSync(path, mutate(good, below))
      fates[await fateOf(path, name, original)] += 1
    }
    expect(fates.refused).toBeGreaterThan(40)
    // A package has checksums; a changed byte may hit what nobody reads, but never a value.
    if (original.format === 'xlsx') expect(fates.other).toBe(0)
    // None has hung, and none has ended the process that reads the next.
    expect(started).toBe(1)
  },
  60_000,
)

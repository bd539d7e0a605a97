// Every bad file goes the whole way: the real Excel process, the real plan, a real book on disk. None changes a row.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Excel, type ExcelChild, openExcel } from '../../../src-main/excel/excel.ts'
import type { ExcelCost } from '../../../src-main/excel/excel-messages.ts'
import { startNodeProcess } from '../../../src-main/excel/start-node-process.ts'
import type { ReadWorkbook } from '../../../src-main/excel/workbook.ts'
import { imports } from '../../../src-main/imports/imports.ts'
import { in_one_go } from '../../../src-main/imports/pace.ts'
import { ImportChoices, type ImportPreview } from '../../../src-shared/imports.ts'
import { type Problem, UserProblem } from '../../../src-shared/problem.ts'
import { dumpOf } from '../../helpers/dump.ts'
import { hostileCases } from '../../helpers/hostile-workbooks/all-cases.ts'
import type { HostileCase, Read, Refused } from '../../helpers/hostile-workbooks/hostile-case.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-hostile-'))
let book: TestBook
let before: string
let excel: Excel
const children: ExcelChild[] = []

beforeAll(async () => {
  book = await openTestBook({ path: join(folder, '台账.db') })
  before = digest()
  excel = openExcel(() => {
    const child = startNodeProcess()
    children.push(child)
    return child
  })
})
afterAll(async () => {
  await excel.stop()
  await book.close()
  rmSync(folder, { recursive: true })
})

const digest = () => JSON.stringify(dumpOf(book.sqlite))

interface Outcome {
  problem?: Problem
  workbook?: ReadWorkbook
  preview?: Omit<ImportPreview, 'import_id'>
}

async function takeIn({ kind = 'staff' }: HostileCase, path: string, file_name: string): Promise<Outcome> {
  const costs: ExcelCost[] = []
  try {
    const workbook = await excel.read(path, { onCost: (cost) => costs.push(cost) })
    const question = { workbook, file_name, choices: ImportChoices.parse({}) }
    const { preview } = await imports[kind](book.db, book.clock.today(), question, in_one_go)
    return { workbook, preview }
  } catch (error) {
    if (!(error instanceof UserProblem)) throw error
    return { problem: error.problem }
  } finally {
    expect(costs).toHaveLength(1)
    for (const { milliseconds, peak_mib } of costs) {
      expect(milliseconds).toBeLessThan(10_000)
      expect(peak_mib).toBeLessThan(512)
    }
  }
}

function expectRefusal({ problem, preview }: Outcome, { code, message, cell }: Refused, name: string): void {
  expect(preview).toBeUndefined()
  expect(problem?.code).toBe(code)
  expect(problem?.message).toMatch(message)
  expect(problem?.message.startsWith(`“${name}”`)).toBe(true)
  expect(problem?.where?.startsWith(name)).toBe(true)
  expect(/单元格 ([A-Z]+\d+)$/.exec(problem?.where ?? '')?.[1]).toBe(cell)
  expect(problem?.next).toMatch(/。$/)
}

function expectReading(
  { problem, workbook, preview }: Outcome,
  { warnings, totals, issues = {}, texts = {} }: Read,
): void {
  expect(problem).toBeUndefined()
  expect(preview?.totals).toMatchObject(totals)
  expect(preview?.warnings).toEqual(warnings.map((warning) => expect.stringMatching(warning)))
  const found = [...(preview?.issues ?? []), ...(preview?.rows ?? []).flatMap((row) => row.issues)]
  for (const [address, why] of Object.entries(issues)) {
    expect(found.filter((issue) => issue.address === address).map((issue) => issue.why)).toContainEqual(
      expect.stringMatching(why),
    )
  }
  const cells = new Map(
    workbook?.sheets[0]?.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell.text])),
  )
  for (const [address, text] of Object.entries(texts)) expect(cells.get(address) ?? '').toBe(text)
}

describe('bad workbooks', () => {
  it.each(hostileCases.map((one) => [`${one.id}: ${one.what}`, one] as const))('%s', async (_, one) => {
    const name = one.name ?? '名册.xlsx'
    const path = join(folder, name)
    writeFileSync(path, one.bytes())
    const outcome = await takeIn(one, path, name)
    if ('code' in one.expected) expectRefusal(outcome, one.expected, name)
    else expectReading(outcome, one.expected)
    expect(digest()).toBe(before)
  })

  it('are of all 88 families, and one process has read them all', () => {
    const families = new Set(hostileCases.map(({ id }) => Number(id.slice(1))))
    expect([...families].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 88 }, (_, index) => index + 1),
    )
    expect(children).toHaveLength(1)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

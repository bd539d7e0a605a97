import { expect, it } from 'vitest'
import { readWorkbook } from '../../src-main/excel/read-workbook.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { problemOf } from './problem-of.ts'
import { saveBytes } from './read-bytes.ts'

/** What is wrong, the file, the code, what the message says. */
export type RefusedCase = [what: string, bytes: () => Buffer, code: string, message: RegExp]

export async function refusal(bytes: Buffer, name = '第47周 周报.xlsx'): Promise<Problem> {
  return await problemOf(readWorkbook(saveBytes(bytes, name)))
}

/** A test for each case: refused in words that name the file and the way out. */
export function refuses(cases: RefusedCase[]): void {
  it.each(cases)('%s', async (_, bytes, code, message) => {
    const problem = await refusal(bytes())
    expect(problem.code).toBe(code)
    expect(problem.message).toMatch(message)
    expect(problem.message.startsWith('“第47周 周报.xlsx”')).toBe(true)
    expect(problem.where).toMatch(/^第47周 周报\.xlsx/)
    expect(problem.next).toMatch(/。$/)
    expect(`${problem.message}${problem.next}`).not.toMatch(/undefined|null|Error|\bat\b/)
  })
}

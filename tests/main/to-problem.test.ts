import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { openLog } from '../../src-main/log.ts'
import { addGroup } from '../../src-main/settings/groups.ts'
import { toProblem } from '../../src-main/to-problem.ts'
import { contract } from '../../src-shared/contract.ts'
import { type Problem, UserProblem } from '../../src-shared/problem.ts'
import { addDepartment, addDuties, duty } from '../helpers/department.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'

const log_folder = mkdtempSync(join(tmpdir(), 'duty-ledger-log-'))
beforeAll(() => openLog(log_folder))
afterAll(() => rmSync(log_folder, { recursive: true }))
const logged = () => readFileSync(join(log_folder, 'duty-ledger.log'), 'utf8')

async function problemOfSql(book: TestBook, statement: string): Promise<Problem> {
  try {
    await book.change(async () => book.sqlite.exec(statement))
  } catch (error) {
    return toProblem(error)
  }
  throw new Error(`It went through: ${statement}`)
}

describe('what was typed', () => {
  const problemOfInput = (schema: z.ZodType, input: unknown) => {
    const { error } = schema.safeParse(input)
    return error ? toProblem(error) : null
  }

  it('is told by field, each message in the words of its schema', () => {
    const input = {
      id: 3,
      draft: { name: ' ', group_id: null, staff_code: '', post: '', phone: '', note: '' },
    }
    expect(
      problemOfInput(contract['staff.edit'].input, { ...input, draft: { ...input.draft, joined_on: 'x' } }),
    ).toEqual({
      code: 'input',
      message: '请填写姓名。请填写日期，例如 2026-11-20。',
      next: '请改正后再保存。',
      fields: { name: '请填写姓名。', joined_on: '请填写日期，例如 2026-11-20。' },
    })
  })

  it('is told by the whole path where forms are nested', () => {
    const problem = problemOfInput(contract['weekly.add'].input, {
      week_monday: '2026-11-17',
      is_planned: 1,
      matter: { title: '' },
      line: null,
    })
    expect(Object.keys(problem?.fields ?? {})).toEqual(
      expect.arrayContaining(['week_monday', 'is_planned', 'matter.title', 'line']),
    )
  })

  it('never answers in English, whatever is sent to any method', () => {
    const values = [
      undefined,
      null,
      0,
      -1,
      1.5,
      Number.NaN,
      '',
      'x'.repeat(5000),
      true,
      [],
      [1],
      {},
      { id: 'x' },
      new Date(),
    ]
    const wrap = [
      (v: unknown) => v,
      (v: unknown) => ({ id: v, ids: v, draft: v, text: v, year: v, days: [v] }),
    ]
    let wrong = 0
    for (const { input } of Object.values(contract)) {
      for (const sent of values.flatMap((value) => wrap.map((make) => make(value)))) {
        const problem = problemOfInput(input, sent)
        if (problem === null) continue
        wrong += 1
        const words = [problem.message, problem.next ?? '', ...Object.values(problem.fields ?? {})]
        for (const sentence of words) expect(sentence).toMatch(/^[^A-Za-z]*\p{Script=Han}.*[。]$/u)
        for (const sentence of words) expect(sentence).not.toMatch(/[a-z]{4,}/i)
      }
    }
    expect(wrong).toBeGreaterThan(500)
  })
})

describe('what SQLite refuses', () => {
  it('has words for each rule across rows', async () => {
    const book = await openTestBook()
    const { organisation, zhang } = await addDepartment(book)
    await addDuties(book, [duty(organisation, { a_staff_id: zhang })])
    const codeAndMessage = async (statement: string) => {
      const { code, message } = await problemOfSql(book, statement)
      return [code, message]
    }
    expect(
      await codeAndMessage("INSERT INTO groups (code, name, sort_order) VALUES ('ZZ', '别的', 9)"),
    ).toEqual(['taken', '已经有一个组别用这个代码。'])
    expect(await codeAndMessage(`DELETE FROM staff WHERE id = ${zhang}`)).toEqual([
      'still_used',
      '还有别的记录与它相连，或者它所指的记录已经不在，这一步没有保存。',
    ])
    expect(await codeAndMessage("UPDATE staff SET joined_on = '2026-02-30'")).toEqual([
      'rule_broken',
      '有一项内容不符合台账的规则（例如日期不对、必填的没有填），这一步没有保存。',
    ])
    const second_a = `INSERT INTO duty_holders (duty_id, staff_id, role, rank, from_on) VALUES (1, ${zhang}, 'A', 1, '2026-12-01')`
    expect(await codeAndMessage(second_a)).toEqual([
      'refused',
      '同一项职责在同一天只能有一个A岗，每个顺位的B岗也只能有一个。',
    ])
    expect((await codeAndMessage('DELETE FROM number_register'))[1]).toBe(
      '用过的编号要一直保留在编号登记簿里，不能删除。',
    )
    expect((await codeAndMessage('DELETE FROM changes'))[1]).toBe('操作记录只能增加，不能修改或删除。')
  })

  it('has words for every UNIQUE and every trigger there is', async () => {
    const { sqlite } = await openTestBook()
    // Nobody types into the search index and the kept totals: a doubled row there is a fault of ours, not of the clerk's.
    const uniques = sqlite
      .prepare(
        `SELECT t.name || '.' || group_concat(c.name, ', ' || t.name || '.') FROM sqlite_schema t,
           pragma_index_list(t.name) i, pragma_index_info(i.name) c
         WHERE t.type = 'table' AND i."unique" = 1 AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'search%'
           AND t.name <> 'kept_totals' GROUP BY t.name, i.name`,
      )
      .pluck()
      .all() as string[]
    const aborts = sqlite
      .prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all() as string[]
    const words = aborts.flatMap((trigger) => /RAISE\(ABORT, '([^']+)'/.exec(trigger)?.[1] ?? [])
    const sqliteError = (code: string, message: string) => Object.assign(new Error(message), { code })
    expect(uniques.length).toBeGreaterThan(10)
    for (const columns of uniques) {
      const error = sqliteError('SQLITE_CONSTRAINT_UNIQUE', `UNIQUE constraint failed: ${columns}`)
      expect([columns, toProblem(error).message]).not.toEqual([
        columns,
        '已经有一条相同的记录，不能重复登记。',
      ])
    }
    expect(new Set(words).size).toBeGreaterThan(3)
    for (const message of words) {
      expect([message, toProblem(sqliteError('SQLITE_CONSTRAINT_TRIGGER', message)).code]).toEqual([
        message,
        'refused',
      ])
    }
  })

  it.each([
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_IOERR_WRITE', 'disk_trouble'],
    ['SQLITE_IOERR_FSYNC', 'disk_trouble'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_READONLY_DIRECTORY', 'read_only'],
    ['SQLITE_CANTOPEN', 'database_unreachable'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_CORRUPT', 'database_damaged'],
    ['SQLITE_NOTADB', 'database_damaged'],
    ['ENOSPC', 'disk_full'],
    ['EBUSY', 'file_in_use'],
    ['EPERM', 'no_permission'],
    ['EACCES', 'no_permission'],
    ['EROFS', 'read_only'],
    ['ENOENT', 'file_gone'],
    ['EIO', 'disk_trouble'],
  ])('%s is %s', (code, problem_code) => {
    const problem = toProblem(Object.assign(new Error('in English'), { code }))
    expect(problem.code).toBe(problem_code)
    expect(problem.message).toMatch(/^\P{ASCII}+。$/u)
    expect(problem.next).toMatch(/。$/)
  })

  it('names the file another program holds', () => {
    const path = join(log_folder, 'none', '表.xlsx')
    expect(problemThrownBy(() => writeFileSync(path, ''))).toMatchObject({ code: 'file_gone', where: path })
  })

  it('a book that was changed under a waiting step is told so', async () => {
    const book = await openTestBook()
    await book.close()
    await expect(book.change((change) => addGroup(change, { code: 'ZZ', name: '组织组' }))).rejects.toSatisfy(
      (error) => toProblem(error).code === 'book_changing',
    )
  })
})

function problemThrownBy(work: () => void): Problem | null {
  try {
    work()
    return null
  } catch (error) {
    return toProblem(error)
  }
}

describe('a bug', () => {
  it('is logged whole under a reference; the clerk sees that and that nothing was saved', () => {
    const cause = new RangeError('list is empty')
    const { code, message, next } = toProblem(new Error('Cannot plan row', { cause }))
    const reference = /编号 ([A-Z0-9]{4})/.exec(message)?.[1] ?? ''
    expect({ code, message, next }).toEqual({
      code: 'bug',
      message: `程序出了意外（编号 ${reference}），这一步没有保存。`,
      next: '以前保存的内容都在，可以继续使用。如果再次出现，请把编号告诉维护人员。',
    })
    const entry = logged().slice(logged().indexOf(`bug ${reference} `))
    expect(entry).toContain('Cannot plan row')
    expect(entry).toContain('to-problem.test.ts')
    expect(entry).toContain('caused by RangeError: list is empty')
  })

  it.each([['a word'], [null], [undefined], [{ code: 5 }]])('is also %o', (thrown) => {
    expect(toProblem(thrown).code).toBe('bug')
  })

  it('is what only a mistake in the program makes SQLite refuse', async () => {
    const book = await openTestBook()
    expect((await problemOfSql(book, 'INSERT INTO nowhere VALUES (1)')).code).toBe('bug')
    expect((await problemOfSql(book, 'UPDATE staff_list SET a = 1')).code).toBe('bug')
  })
})

it('a Problem goes through as it is, and its cause into the log', () => {
  const problem = { code: 'x', message: '请先关闭文件。' }
  expect(toProblem(new UserProblem(problem, { cause: new Error('held by scanner') }))).toBe(problem)
  expect(logged()).toContain('held by scanner')
})

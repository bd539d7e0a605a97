import { beforeEach, describe, expect, it } from 'vitest'
import { answer } from '../../src-main/answer.ts'
import { openLog } from '../../src-main/log.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { UserProblem } from '../../src-shared/problem.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** The door alone: what stands behind it is given by each test. */
function doorTo(handlers: Partial<Handlers>): (name: unknown, input: unknown) => ReturnType<typeof answer> {
  return (name, input) => answer(handlers as Handlers, name, input)
}

describe('the door', () => {
  beforeEach(() => openLog(tempFolder()))

  it('answers with what the handler gives, the input parsed and its defaults filled in', async () => {
    const knock = doorTo({
      'changes.list': async (input) => ({ rows: [], has_more: input.before_id !== null }),
    })
    expect(await knock('changes.list', {})).toEqual({ ok: true, value: { rows: [], has_more: false } })
  })

  it('lets no input in that the contract does not allow, and says at which field', async () => {
    let was_called = false
    const knock = doorTo({
      'groups.add': async () => {
        was_called = true
        return { id: 1 }
      },
    })
    const reply = await knock('groups.add', { code: '12', name: '' })
    expect(was_called).toBe(false)
    expect(reply).toMatchObject({
      ok: false,
      problem: { fields: { code: '代码用 1 到 6 个英文字母，例如 DJ。', name: '请填写名称。' } },
    })
  })

  it('answers a thrown UserProblem as it is', async () => {
    const problem = { code: 'x', message: '没有保存。', next: '请再试。' }
    const knock = doorTo({
      'settings.get': async () => {
        throw new UserProblem(problem)
      },
    })
    expect(await knock('settings.get', {})).toEqual({ ok: false, problem })
  })

  it('answers a bug with a reference in Chinese and not with the error itself', async () => {
    const knock = doorTo({
      'settings.get': async () => {
        throw new TypeError('undefined is not a function')
      },
    })
    const reply = await knock('settings.get', {})
    expect(JSON.stringify(reply)).not.toContain('undefined is not a function')
    expect(reply).toMatchObject({
      ok: false,
      problem: { code: 'bug', message: expect.stringMatching(/[A-Z0-9]{4}/) },
    })
  })

  it.each(['staff.drop', 'toString', '__proto__', 'constructor', '', 7, null, undefined])(
    'does not know the method %s',
    async (name) => {
      expect(await doorTo({})(name, {})).toMatchObject({ ok: false, problem: { code: 'bug' } })
    },
  )
})

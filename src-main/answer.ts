import { contract, type Handlers, type Method } from '../src-shared/contract.ts'
import type { Reply } from '../src-shared/problem.ts'
import { toProblem } from './to-problem.ts'

export function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

export function isChange(name: unknown): boolean {
  return isMethod(name) && contract[name].kind === 'change'
}

/** Runs `work` and answers what came of it; never throws. */
export async function replyOf<T>(work: () => Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, problem: toProblem(error) }
  }
}

/** The door: checks the input against the contract, asks the handler, and never throws. */
export async function answer(handlers: Handlers, name: unknown, input: unknown): Promise<Reply<unknown>> {
  return replyOf(async () => {
    if (!isMethod(name)) throw new Error('A method that is not in the contract was called')
    const handle = handlers[name] as (input: unknown) => Promise<unknown>
    return handle(contract[name].input.parse(input))
  })
}

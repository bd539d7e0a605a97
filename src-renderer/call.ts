// The only file that knocks at the main process.
import type { Input, Method, Output } from '../src-shared/contract.ts'
import type { Taken } from '../src-shared/files.ts'
import type { Problem, Reply } from '../src-shared/problem.ts'

declare global {
  interface Window {
    readonly bridge: {
      call(name: string, input: unknown): Promise<Reply<unknown>>
      take(files: File[]): Promise<Reply<Taken>>
      /** Returns what stops listening. */
      onChanged(listener: () => void): () => void
    }
  }
}

/** The main process answered with a problem: shown beside what caused it. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export async function call<M extends Method>(name: M, input: Input<M>): Promise<Output<M>> {
  return unwrapped((await window.bridge.call(name, input)) as Reply<Output<M>>)
}

/** Hands files that were dropped, pasted or drawn by the page itself to the main process, which answers tokens. */
export async function take(files: readonly File[]): Promise<Taken> {
  return unwrapped(await window.bridge.take([...files]))
}

function unwrapped<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  throw new ProblemError(reply.problem)
}

/** The problem in anything that was thrown; the bridge itself failing is unexpected trouble. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  return {
    code: 'bridge',
    message: '程序内部没有应答，这次操作没有保存。',
    next: '请关闭程序后重新打开再试；已保存的内容不受影响。',
  }
}

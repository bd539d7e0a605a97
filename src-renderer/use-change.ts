// One way to make a change from a screen: busy while it runs, a quiet word when it is made, the problem when not.
import { App } from 'antd'
import { useCallback, useState } from 'react'
import type { Input, Method, Output } from '../src-shared/contract.ts'
import type { Problem } from '../src-shared/problem.ts'
import { call, problemFrom } from './call.ts'

export interface ChangeRun<M extends Method> {
  /** Answers undefined when it failed; the problem is then in `problem`. */
  run(input: Input<M>, said?: string | ((output: Output<M>) => string)): Promise<Output<M> | undefined>
  is_busy: boolean
  problem: Problem | null
  clear(): void
}

export function useChange<M extends Method>(method: M): ChangeRun<M> {
  const { message } = App.useApp()
  const [is_busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const run = useCallback<ChangeRun<M>['run']>(
    async (input, said) => {
      setBusy(true)
      setProblem(null)
      try {
        const output = await call(method, input)
        if (said !== undefined) message.success(typeof said === 'string' ? said : said(output))
        return output
      } catch (error) {
        setProblem(problemFrom(error))
        return undefined
      } finally {
        setBusy(false)
      }
    },
    [method, message],
  )
  const clear = useCallback(() => setProblem(null), [])
  return { run, is_busy, problem, clear }
}

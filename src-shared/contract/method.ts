// What a method of the contract is made of: the schema of its input, whether it changes anything, the type of its answer.
import { z } from 'zod'

/** `method('ask', z.object({ id: Id })).returns<Duty>()` */
export const method = <K extends 'ask' | 'change', I extends z.ZodType>(kind: K, input: I) => ({
  returns: <O>() => ({ kind, input }) as { kind: K; input: I; output?: O },
})

export const nothing = z.object({})

/** A change whose answer is only that it was made. */
export type Done = { done: true }

import { type Problem, UserProblem } from '../../src-shared/problem.ts'

/** The Problem a change or question ends with; anything else it does fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work
  } catch (error) {
    if (error instanceof UserProblem) return error.problem
    throw error
  }
  throw new Error('It went through without a problem')
}

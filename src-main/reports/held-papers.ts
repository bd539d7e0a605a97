// Papers that were checked on their way out: each can be looked at and saved for a while, as it was checked.
import { randomUUID } from 'node:crypto'
import { UserProblem } from '../../src-shared/problem.ts'
import type { Paper } from './report.ts'

export interface HeldPaper {
  /** Of the dialog that asks where to. */
  title: string
  paper: Paper
}

export interface HeldPapers {
  hold(held: HeldPaper): string
  get(held_id: string): HeldPaper
}

/** A clerk looks at the last one or two. */
const most_held = 20

export function createHeldPapers(): HeldPapers {
  const papers = new Map<string, HeldPaper>()
  return {
    hold(held) {
      const id = randomUUID()
      papers.set(id, held)
      for (const oldest of [...papers.keys()].slice(0, -most_held)) papers.delete(oldest)
      return id
    },
    get(held_id) {
      const held = papers.get(held_id)
      if (held) return held
      throw new UserProblem({
        code: 'paper_gone',
        message: '这张表体检之后已经放了很久，找不到了。',
        next: '请重新导出一次。',
      })
    },
  }
}

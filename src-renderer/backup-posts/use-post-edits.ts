import { useCallback, useEffect } from 'react'
import { isReplacing, type PostHolders } from '../../src-shared/backup-posts.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { draftEdit, keepFitting, type PostEdit, type PostOfDuty, usePostDraft } from './post-draft.ts'

export interface PostEdits {
  /** Saves at once, or puts it with the adjustment that is being prepared; false when it was refused. */
  assign(duty: PostOfDuty, after: PostHolders): Promise<boolean>
  draft: ReadonlyMap<number, PostEdit>
  problem: Problem | null
  clear(): void
}

/** Editing who holds what: at once while nothing is published, together with an approver afterwards. */
export function usePostEdits(duties: readonly PostOfDuty[]): PostEdits {
  const { needs_approver } = useValue('backupPosts.rules', {}, { is_recording: false, needs_approver: false })
  const draft = usePostDraft()
  const { run, problem, clear } = useChange('backupPosts.assign')
  useEffect(() => keepFitting(duties), [duties])
  const assign = useCallback(
    async (duty: PostOfDuty, after: PostHolders) => {
      const before = { a_staff_id: duty.a_staff_id, b_staff_ids: duty.b_staff_ids }
      if (draft.has(duty.id) || (needs_approver && isReplacing(before, after))) {
        draftEdit({ duty_id: duty.id, number: duty.number, content: duty.content, before, after })
        return true
      }
      return (await run({ duty_id: duty.id, ...after })) !== undefined
    },
    [draft, needs_approver, run],
  )
  return { assign, draft, problem, clear }
}

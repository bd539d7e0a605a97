import type { Coverage } from '../../src-shared/backup-posts.ts'
import { type Duty, type DutyFinding, finding_words, type Holder } from '../../src-shared/duties.ts'
import type { PostEdit, PostOfDuty } from './post-draft.ts'

/** What the list of duties can be narrowed to; `left` is either of the two who has left. */
export type PostView = 'all' | 'no_a' | 'no_b' | 'same_a_b' | 'left'

const findings_of: Record<PostView, readonly DutyFinding[]> = {
  all: [],
  no_a: ['no_a'],
  no_b: ['no_b'],
  same_a_b: ['same_a_b'],
  left: ['a_left', 'b_left'],
}

export function viewOf(param: string): PostView {
  return Object.hasOwn(findings_of, param) ? (param as PostView) : 'all'
}

export function isInView(duty: Duty, view: PostView): boolean {
  return view === 'all' || findings_of[view].some((finding) => duty.findings.includes(finding))
}

/** 全部 150, 缺A岗 3 … */
export function viewChoices(coverage: Coverage): { value: PostView; label: string }[] {
  return [
    { value: 'all', label: `全部 ${coverage.duties}` },
    { value: 'no_a', label: `${finding_words.no_a} ${coverage.without_a}` },
    { value: 'no_b', label: `${finding_words.no_b} ${coverage.without_b}` },
    { value: 'same_a_b', label: `${finding_words.same_a_b} ${coverage.same_a_b}` },
    { value: 'left', label: `已离开 ${coverage.left}` },
  ]
}

export function holdersOf(duty: Duty): Holder[] {
  return duty.a_holder === null ? duty.b_holders : [duty.a_holder, ...duty.b_holders]
}

export function isHeldBy(duty: Duty, staff_id: number): boolean {
  return holdersOf(duty).some((holder) => holder.staff_id === staff_id)
}

export function postOf({ id, number, content, a_holder, b_holders }: Duty): PostOfDuty {
  const b_staff_ids = b_holders.map(({ staff_id }) => staff_id)
  return { id, number, content, a_staff_id: a_holder?.staff_id ?? null, b_staff_ids }
}

/** The duties as they would be with the adjustment that is being prepared. */
export function withDraft(
  duties: Duty[],
  draft: ReadonlyMap<number, PostEdit>,
  people: readonly { value: number; label: string }[],
): Duty[] {
  if (draft.size === 0) return duties
  const names = new Map(people.map(({ value, label }) => [value, label]))
  const named = (staff_id: number) => ({ staff_id, name: names.get(staff_id) ?? '' })
  return duties.map((duty) => {
    const edit = draft.get(duty.id)
    if (edit === undefined) return duty
    const { a_staff_id, b_staff_ids } = edit.after
    return {
      ...duty,
      a_holder: a_staff_id === null ? null : named(a_staff_id),
      b_holders: b_staff_ids.map(named),
      findings: [],
    }
  })
}

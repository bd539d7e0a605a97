import { UserProblem } from '../../src-shared/problem.ts'
import { type MatterState, matter_state_words } from '../../src-shared/weekly.ts'
import type { KeptMatter } from './get-matters.ts'

const way_on: Partial<Record<MatterState, string>> = {
  signed_off: '需要改动时，请先退回这项事项。',
  archived: '已归档的事项只能查看；如果是刚刚归错，请在操作记录里撤销那次归档。',
  withdrawn: '需要重新办理时，请重新登记一项。',
}

/** `verb` completes the sentence 2026-DJ-0047（……）已归档，不能…… */
export function refuseMatters(
  verb: string,
  matters: readonly Pick<KeptMatter, 'number' | 'title' | 'state'>[],
  words: { why?: string; next?: string } = {},
): UserProblem {
  const lines = matters.map(
    ({ number, title, state }) =>
      `${number}（${shortTitle(title)}）${words.why ?? matter_state_words[state]}，不能${verb}。`,
  )
  const next = words.next ?? matters.flatMap(({ state }) => way_on[state] ?? [])[0]
  return new UserProblem({
    code: 'matter_state',
    message:
      lines.length === 1 ? `${lines[0]}` : `选中的事项里有 ${lines.length} 项不能${verb}，什么也没有保存。`,
    ...(next === undefined ? {} : { next }),
    ...(lines.length === 1 ? {} : { details: lines }),
  })
}

function shortTitle(title: string): string {
  return title.length > 24 ? `${title.slice(0, 24)}…` : title
}

/** `nameMatters([…]) // '2026-DJ-0047 等 3 项'` */
export function nameMatters(matters: readonly { number: string }[]): string {
  const first = matters[0]?.number ?? ''
  return matters.length > 1 ? `${first} 等 ${matters.length} 项` : first
}

/** What a form got wrong beyond its schema: a message a field, by the path the contract has for it. */
export function fieldProblem(fields: Record<string, string>): UserProblem {
  return new UserProblem({ code: 'input', message: Object.values(fields).join(''), fields })
}

export function matterGone(count: number): UserProblem {
  return new UserProblem({
    code: 'matter_gone',
    message: count === 1 ? '台账里已经没有这项事项。' : `有 ${count} 项事项在台账里已经没有了。`,
    next: '可能是登记被撤销了，请刷新后重新选择。',
  })
}

import { type WeekState, week_state_words } from '../../src-shared/weekly.ts'
import type { SheetRow } from '../imports/import-sheet.ts'
import type { WeekField } from './weekly-sheet.ts'

/** What people write for the states of domain.md §i.1. */
const wordings: readonly (readonly [state: WeekState, words: RegExp])[] = [
  ['unfinished', /^(?:未完成|没有完成|尚未完成|未办结)$/],
  ['not_started', /^(?:未启动|未开始|未开展|待启动|待办|未推进|新增)$/],
  ['done', /^(?:已?完成|已经完成|全部完成|已办结|办结|正常已完成|完成状态|已销号|提前完成|圆满完成)$/],
  ['postponed', /^(?:延期|已延期|推迟|顺延|暂缓)$/],
  ['long_term', /^(?:长期坚持|长期|持续|持续推进|常态化|定期|每天|完成持续维护状态)$/],
  ['cancelled', /^(?:取消|已取消|撤销|终止|暂停)$/],
  [
    'in_progress',
    /^(?:正?在?推进中?|进行中|正在进行|办理中|推进中|正在办理|在办|阶段性完成|基本完成|部分完成)$/,
  ],
]

export function stateInWords(text: string): WeekState | null {
  const plain = text.normalize('NFKC').replace(/[\s\-,.。;；()]+/g, '')
  for (const [state, word] of Object.entries(week_state_words)) {
    if (plain === word) return state as WeekState
  }
  return wordings.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** `share('35%') // 0.35`, also 0.35 as it stands in a cell without a percent format; null for words. */
export function shareOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const percent = /^(\d{1,3}(?:\.\d+)?)%$/.exec(plain)?.[1]
  if (percent !== undefined) return Number(percent) / 100
  const share = /^(?:0|1|0\.\d+|1\.0+)$/.test(plain) ? Number(plain) : null
  return share
}

export interface StateOfRow {
  /** Null when the row says nothing of it. */
  state: WeekState | null
  /** What 完成情况 says beyond a mere state, with a percentage behind it. */
  progress: string
  /** Two columns that contradict each other, as a Chinese sentence. */
  doubt: string | null
}

/** 进度 and 状态 are finer than 是否完成, and that is surer than a word in 完成情况. */
export function readState(row: SheetRow<WeekField>): StateOfRow {
  const told = row.text('progress')
  const rate = row.text('rate')
  const share = shareOf(rate)
  const fine = stateInWords(row.text('state')) ?? stateInWords(rate)
  const is_done = readIsDone(row.text('is_done'))
  const loose = stateInWords(told)
  const of_share = share === null ? null : share >= 1 ? 'done' : share > 0 ? 'in_progress' : 'not_started'
  const state =
    fine ?? (is_done === true ? 'done' : (loose ?? of_share)) ?? (is_done === false ? 'unfinished' : null)
  const said = loose === null || told.length > 6 ? told : ''
  const words = stateInWords(rate) === null && share === null ? rate : ''
  return {
    state,
    progress: withShare([said, words].filter(Boolean).join('；'), share),
    doubt: is_done !== null && fine !== null && (fine === 'done') !== is_done ? contradiction(row) : null,
  }
}

function readIsDone(text: string): boolean | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  if (/^(?:是|√|✓|✔|☑|y|yes|完成|已完成|已销号|销号|已办结)/i.test(plain)) return true
  return /^(?:否|未|×|✗|x|n|no|没有)/i.test(plain) ? false : null
}

function withShare(said: string, share: number | null): string {
  if (share === null || share >= 1) return said
  const percent = `进度 ${Math.round(share * 1000) / 10}%`
  return said === '' ? percent : `${said}（${percent}）`
}

function contradiction(row: SheetRow<WeekField>): string {
  const finer = row.text('state') || row.text('rate')
  return `“是否完成”写的是“${row.text('is_done')}”，另一列写的是“${finer}”，按后一列登记。`
}

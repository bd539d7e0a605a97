import { isOpen } from '../../src-shared/matter-words.ts'
import type { RoutineDate } from '../../src-shared/routines.ts'

export type DateFace = 'waiting' | 'past' | 'listed' | 'done' | 'withdrawn' | 'skipped'

/** Every face has a mark of its own: a page printed in black reads the same. */
export const face_words: Record<DateFace, { mark: string; word: string }> = {
  waiting: { mark: '○', word: '待生成' },
  listed: { mark: '●', word: '已列入' },
  done: { mark: '✓', word: '已办结' },
  skipped: { mark: '－', word: '不列入' },
  withdrawn: { mark: '×', word: '已撤销' },
  past: { mark: '·', word: '已过未列' },
}

/** `this_monday`: what was due before it and never listed is past. */
export function faceOf(date: RoutineDate, this_monday: string): DateFace {
  if (date.state === 'skipped') return 'skipped'
  if (date.state === 'waiting') return date.due_on < this_monday ? 'past' : 'waiting'
  if (date.matter_state === 'withdrawn') return 'withdrawn'
  return date.matter_state !== null && !isOpen({ state: date.matter_state }) ? 'done' : 'listed'
}

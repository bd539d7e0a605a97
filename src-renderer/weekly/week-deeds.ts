import { isOpen } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'

interface WeekDeed {
  kind: 'ask' | 'sign_off' | 'return' | 'extend' | 'withdraw'
  word: string
  /** Pressed on a row: it does it to the ticked rows, or to that row alone when none is ticked. */
  key: string
  suits: (row: WeekRow) => boolean
}

/** What can be done to matters of a week, in the order of a Friday. */
export const week_deeds: readonly WeekDeed[] = [
  {
    kind: 'ask',
    word: '申请销号',
    key: 'F6',
    suits: (row) => isOpen(row) && row.state !== 'sign_off_asked',
  },
  { kind: 'sign_off', word: '销号', key: 'F7', suits: isOpen },
  { kind: 'return', word: '退回', key: 'F8', suits: (row) => isOpen(row) || row.state === 'signed_off' },
  { kind: 'extend', word: '延期', key: 'F9', suits: isOpen },
  { kind: 'withdraw', word: '撤销事项', key: 'F10', suits: isOpen },
]

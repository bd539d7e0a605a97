// The keys of the matrix: where they move to and what they make of a cell.
import type { PostHolders } from '../../src-shared/backup-posts.ts'

export interface Cell {
  row: number
  column: number
}

/** Null when the key does not move. `page`: rows in sight. */
export function movedBy(
  key: string,
  has_ctrl: boolean,
  { row, column }: Cell,
  size: { rows: number; columns: number; page: number },
): Cell | null {
  const last_row = Math.max(size.rows - 1, 0)
  const last_column = Math.max(size.columns - 1, 0)
  const within = (cell: Cell): Cell => ({
    row: Math.min(Math.max(cell.row, 0), last_row),
    column: Math.min(Math.max(cell.column, 0), last_column),
  })
  switch (key) {
    case 'ArrowUp':
      return within({ row: has_ctrl ? 0 : row - 1, column })
    case 'ArrowDown':
      return within({ row: has_ctrl ? last_row : row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: has_ctrl ? 0 : column - 1 })
    case 'ArrowRight':
      return within({ row, column: has_ctrl ? last_column : column + 1 })
    case 'PageUp':
      return within({ row: row - size.page, column })
    case 'PageDown':
      return within({ row: row + size.page, column })
    case 'Home':
      return within({ row: has_ctrl ? 0 : row, column: 0 })
    case 'End':
      return within({ row: has_ctrl ? last_row : row, column: last_column })
    default:
      return null
  }
}

/** `a` makes the person A, `b` the last B, `1` to `9` the B of that place, Delete neither. Null for any other key. */
export function editedBy(key: string, holders: PostHolders, staff_id: number): PostHolders | null {
  const without = {
    a_staff_id: holders.a_staff_id === staff_id ? null : holders.a_staff_id,
    b_staff_ids: holders.b_staff_ids.filter((id) => id !== staff_id),
  }
  switch (key.toLowerCase()) {
    case 'a':
      return { ...without, a_staff_id: staff_id }
    case 'b':
      return holders.b_staff_ids.includes(staff_id)
        ? null
        : withB(without, staff_id, without.b_staff_ids.length)
    case 'delete':
    case 'backspace':
      return without
    default:
      return /^[1-9]$/.test(key) ? withB(without, staff_id, Number(key) - 1) : null
  }
}

function withB(holders: PostHolders, staff_id: number, at: number): PostHolders {
  return { ...holders, b_staff_ids: holders.b_staff_ids.toSpliced(at, 0, staff_id) }
}

/** The letter of a key also while an input method is on, which only says that it is at work. */
export function keyOf({ key, code }: { key: string; code: string }): string {
  if (key !== 'Process') return key
  return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code)?.[1] ?? key
}

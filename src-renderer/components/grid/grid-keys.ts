// Keys of a grid that are no moves, and the one question before all of them: does this key belong to the input method?

export interface KeyStroke {
  key: string
  code: string
  ctrlKey: boolean
  shiftKey: boolean
  altKey: boolean
}

export type GridCommand =
  | 'edit'
  | 'empty_and_edit'
  | 'open_list'
  | 'clear'
  | 'fill_down'
  | 'fill_right'
  | 'put_today'
  | 'undo'
  | 'redo'
  | 'insert_rows'
  | 'remove_rows'
  | 'tick'
  | 'leave'

/** The command of a key while nothing is being typed; null when it has none. */
export function commandOf({ key, code, ctrlKey, shiftKey, altKey }: KeyStroke): GridCommand | null {
  if (altKey) return key === 'ArrowDown' && !ctrlKey ? 'open_list' : null
  if (!ctrlKey) {
    if (key === 'F2') return 'edit'
    if (key === 'Backspace') return 'empty_and_edit'
    if (key === 'Delete') return 'clear'
    return key === 'F6' ? 'leave' : null
  }
  switch (key.toLowerCase()) {
    case 'f6':
      return 'leave'
    case 'd':
      return 'fill_down'
    case 'r':
      return 'fill_right'
    case 'y':
      return 'redo'
    case 'z':
      return shiftKey ? 'redo' : 'undo'
    case '-':
      return 'remove_rows'
    case '=':
    case '+':
      return 'insert_rows'
    default:
      // A Chinese input method may say ； here.
      return code === 'Semicolon' ? 'put_today' : null
  }
}

interface KeyOfInputMethod {
  key: string
  keyCode: number
  isComposing: boolean
  timeStamp: number
}

/** Milliseconds in which a key still belongs to the composition that it has just ended. */
const afterglow = 10

/**
 * An input method takes keys for itself: those say isComposing or 229. Some end the composition first and let the Enter
 * that confirmed the candidate through as a plain one; nobody is so quick as to press it again.
 */
export function isForInputMethod(event: KeyOfInputMethod, composition_ended_at: number): boolean {
  if (event.isComposing || event.keyCode === 229 || event.key === 'Process') return true
  return event.timeStamp - composition_ended_at < afterglow
}

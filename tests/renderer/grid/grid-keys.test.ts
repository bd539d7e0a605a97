import { describe, expect, it } from 'vitest'
import { commandOf, isForInputMethod } from '../../../src-renderer/components/grid/grid-keys.ts'

const stroke = (key: string, more: object = {}) => ({
  ...{ key, code: '', ctrlKey: false, shiftKey: false, altKey: false },
  ...more,
})
const ctrl = { ctrlKey: true }

it.each([
  [stroke('F2'), 'edit'],
  [stroke('Delete'), 'clear'],
  [stroke('Backspace'), 'empty_and_edit'],
  [stroke('d', ctrl), 'fill_down'],
  [stroke('R', ctrl), 'fill_right'],
  [stroke('z', ctrl), 'undo'],
  [stroke('Z', { ...ctrl, shiftKey: true }), 'redo'],
  [stroke('y', ctrl), 'redo'],
  [stroke('；', { ...ctrl, code: 'Semicolon' }), 'put_today'],
  [stroke('ArrowDown', { altKey: true }), 'open_list'],
  [stroke('-', ctrl), 'remove_rows'],
  [stroke('+', { ...ctrl, shiftKey: true }), 'insert_rows'],
  [stroke('F6'), 'leave'],
  [stroke('d'), null],
  [stroke('c', ctrl), null],
  [stroke('Enter'), null],
])('takes %j for %s', (event, command) => {
  expect(commandOf(event)).toBe(command)
})

describe('a key of the input method', () => {
  const key = { key: 'Enter', keyCode: 13, isComposing: false, timeStamp: 1000 }
  const never = Number.NEGATIVE_INFINITY

  it('says so itself', () => {
    expect(isForInputMethod({ ...key, isComposing: true }, never)).toBe(true)
    expect(isForInputMethod({ ...key, keyCode: 229 }, never)).toBe(true)
    expect(isForInputMethod({ ...key, key: 'Process' }, never)).toBe(true)
  })

  it('or comes with the end of the composition', () => {
    expect(isForInputMethod(key, 999)).toBe(true)
    expect(isForInputMethod(key, 950)).toBe(false)
    expect(isForInputMethod(key, never)).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { dueText, lightText } from '../../src-shared/matter-words.ts'

describe('the words of a matter', () => {
  it('tell its limit as date, as wording, or as both', () => {
    expect([
      dueText({ due_on: '2026-11-20', due_text: '' }),
      dueText({ due_on: '2026-11-30', due_text: '11月底' }),
      dueText({ due_on: null, due_text: '长期' }),
      dueText({ due_on: null, due_text: '' }),
    ]).toEqual(['2026-11-20', '2026-11-30（11月底）', '长期', ''])
  })

  it('name the light while time runs, then what it waits for, then that it is done', () => {
    const red = { light_word: '超期', is_reported_done: false } as const
    expect([
      lightText({ ...red, state: 'in_progress' }),
      lightText({ state: 'in_progress', light_word: '按期', is_reported_done: true }),
      lightText({ state: 'signed_off', light_word: '按期', is_reported_done: true }),
      lightText({ ...red, state: 'withdrawn' }),
    ]).toEqual(['超期', '待销号', '已办', ''])
  })
})

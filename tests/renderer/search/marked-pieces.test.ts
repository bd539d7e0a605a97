import { expect, it } from 'vitest'
import { markedPieces } from '../../../src-renderer/search/marked-pieces.ts'

const marked = (text: string, wanted: string) =>
  markedPieces(text, wanted)
    .map((piece) => (piece.is_marked ? `[${piece.text}]` : piece.text))
    .join('')

it('marks the words that were typed, each of them, in small or capital letters', () => {
  expect(marked('发展党员工作：材料审核', '党员 审核')).toBe('发展[党员]工作：材料[审核]')
  expect(marked('ZZ-DJ-012', 'zz-dj')).toBe('[ZZ-DJ]-012')
})

it('marks what the letters sound like when the text itself does not hold them', () => {
  expect(marked('张三', 'zs')).toBe('[张三]')
  expect(marked('开展主题党日活动', 'ztdr')).toBe('开展[主题党日]活动')
  expect(marked('单雄信', 'sxx')).toBe('[单雄信]')
})

it('leaves alone what does not answer', () => {
  expect(markedPieces('组织组 · 科员', 'zs')).toEqual([{ text: '组织组 · 科员', is_marked: false, start: 0 }])
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseRoute, routeTo } from '../../src-renderer/route.ts'

it('writes where one is into the address and leaves out what is empty', () => {
  expect(routeTo('duties', { group_id: 3, open: null, text: '', person: undefined })).toBe(
    '#/duties?group_id=3',
  )
  expect(routeTo('workbench')).toBe('#/workbench')
})

it('reads an empty or foreign address as the first screen', () => {
  expect(parseRoute('')).toEqual({ screen: '', params: {} })
  expect(parseRoute('#/weekly?week=2026-11-16&open=12')).toEqual({
    screen: 'weekly',
    params: { week: '2026-11-16', open: '12' },
  })
})

it('gives back every text that was put into the address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      expect(parseRoute(routeTo('archive', { text })).params.text).toBe(text)
    }),
  )
})

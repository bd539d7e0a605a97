import { expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { takePaperNumber } from '../../../src-main/numbers/take-paper-number.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

it('counts papers per kind and year, and never gives a number twice, not even after an undo', async () => {
  const book = await openTestBook()
  const take = (kind: string, year: number) => book.change((change) => takePaperNumber(change, kind, year))
  expect([
    await take('交接', 2026),
    await take('交接', 2026),
    await take('交接', 2027),
    await take('备案', 2026),
  ]).toEqual(['交接〔2026〕1号', '交接〔2026〕2号', '交接〔2027〕1号', '备案〔2026〕1号'])
  const { id } = await book.db
    .selectFrom('changes')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await undoChange(book, book.clock, id - 2)
  expect(await take('交接', 2026)).toBe('交接〔2026〕3号')
  expect(
    await book.db
      .selectFrom('paper_register')
      .select(['number', 'state'])
      .where('year', '=', 2026)
      .where('kind', '=', '交接')
      .orderBy('serial')
      .execute(),
  ).toEqual([
    { number: '交接〔2026〕1号', state: 'used' },
    { number: '交接〔2026〕2号', state: 'gap' },
    { number: '交接〔2026〕3号', state: 'used' },
  ])
  await book.close()
})

import { describe, expect, it } from 'vitest'
import { takeDutyNumber, takeMatterNumber } from '../../../src-main/numbers/take-number.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'

describe('the number register', () => {
  it('counts matters per year and category, duties per group and category', async () => {
    const book = await openTestBook()
    const numbers = await book.change(async (change) => [
      await takeMatterNumber(change, 2026, 'DJ'),
      await takeMatterNumber(change, 2026, 'DJ'),
      await takeMatterNumber(change, 2026, 'RS'),
      await takeMatterNumber(change, 2027, 'DJ'),
      await takeDutyNumber(change, 'ZZ', 'DJ'),
      await takeDutyNumber(change, 'ZZ', 'DJ'),
      await takeDutyNumber(change, 'RSZ', 'DJ'),
    ])
    expect(numbers).toEqual([
      '2026-DJ-0001',
      '2026-DJ-0002',
      '2026-RS-0001',
      '2027-DJ-0001',
      'ZZ-DJ-001',
      'ZZ-DJ-002',
      'RSZ-DJ-001',
    ])
    await book.close()
  })

  it('never gives a number twice, not even one that became a gap', async () => {
    const book = await openTestBook()
    await book.change((change) => takeMatterNumber(change, 2026, 'DJ'))
    await book.change((change) =>
      change.db
        .updateTable('number_register')
        .set({ state: 'gap', reason: '登记有误' })
        .where('number', '=', '2026-DJ-0001')
        .execute(),
    )
    expect(await book.change((change) => takeMatterNumber(change, 2026, 'DJ'))).toBe('2026-DJ-0002')
    await book.close()
  })

  it('goes on past the digits it is padded to', async () => {
    const book = await openTestBook()
    await book.change((change) =>
      change.db
        .insertInto('number_register')
        .values({ kind: 'duty', scope: 'ZZ-DJ', serial: 999, number: 'ZZ-DJ-999', state: 'used', reason: '' })
        .execute(),
    )
    expect(await book.change((change) => takeDutyNumber(change, 'ZZ', 'DJ'))).toBe('ZZ-DJ-1000')
    await book.close()
  })

  it('keeps a taken number for ever: the database refuses to delete it, and a gap without a reason', async () => {
    const book = await openTestBook()
    await book.change((change) => takeMatterNumber(change, 2026, 'DJ'))
    await expect(book.change((change) => change.db.deleteFrom('number_register').execute())).rejects.toThrow(
      'a number once taken stays in the register',
    )
    await expect(
      book.change((change) => change.db.updateTable('number_register').set({ state: 'gap' }).execute()),
    ).rejects.toThrow('CHECK constraint failed')
    await book.close()
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, amountText, MeasureDraft, splitNames } from '../../src-shared/measures.ts'

const ten_thousands = { kind: 'money', unit: '万元' } as const
const money = { kind: 'money', unit: '元' } as const
const people = { kind: 'people', unit: '人' } as const
const hours = { kind: 'sum', unit: '学时' } as const

describe('an amount', () => {
  it('is read as it is typed in an office, in hundredths of its unit', () => {
    expect([
      amountOf('45', people),
      amountOf('１２', people),
      amountOf('1,250.5', hours),
      amountOf('1.5', ten_thousands),
      amountOf('0.123456', ten_thousands),
      amountOf('1250.50', money),
    ]).toEqual([4500, 1200, 125_050, 1_500_000, 123_456, 125_050])
  })

  it('is none when it is no number, negative, or finer than what is counted', () => {
    const typed = ['', '十二', '-1', '1.', '1e3', '1.2.3', '1234567890123']
    expect(typed.map((text) => amountOf(text, hours))).toEqual(typed.map(() => null))
    expect([amountOf('1.5', people), amountOf('1.0', people)]).toEqual([null, 100])
    expect([amountOf('0.125', money), amountOf('0.1234567', ten_thousands)]).toEqual([null, null])
  })

  it('reads back as it was shown', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10_000_000_000 }),
        fc.constantFrom(ten_thousands, money, hours),
        (amount, measure) => {
          expect(amountOf(amountText(amount, measure), measure)).toBe(amount)
        },
      ),
    )
  })
})

it('names are told apart by any of the marks that stand between them, each once', () => {
  expect(splitNames(' 张三、李四，王五;张三 赵六\n')).toEqual(['张三', '李四', '王五', '赵六'])
})

it('money is counted in 元 or 万元, whatever else may have any unit', () => {
  const draft = { name: '募捐', unit: '美元', kind: 'money', uses: [] }
  expect(MeasureDraft.safeParse(draft).success).toBe(false)
  expect(MeasureDraft.safeParse({ ...draft, unit: '万元' }).success).toBe(true)
  expect(MeasureDraft.safeParse({ ...draft, kind: 'sum' }).success).toBe(true)
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../../src-shared/dates.ts'
import { type DateReading, readDate } from '../../src-shared/read-date.ts'

const near = '2026-11-16'
const text = (written: string, around: string | null = near) =>
  readDate({ kind: 'text', text: written }, around)
const number = (value: number) => readDate({ kind: 'number', text: String(value), number: value }, near)
const on = (date: string): DateReading => ({ state: 'date', on: date })

describe('a date as people write it', () => {
  it.each([
    ['2026-11-16', '2026-11-16'],
    ['2026.11.6', '2026-11-06'],
    ['2026/11/16', '2026-11-16'],
    ['2026年11月16日', '2026-11-16'],
    ['２０２６年１１月１６日', '2026-11-16'],
    ['20261116', '2026-11-16'],
    ['26.11.16', '2026-11-16'],
    ['11月16日', '2026-11-16'],
    ['11月16号', '2026-11-16'],
    ['11.16', '2026-11-16'],
    ['11/16', '2026-11-16'],
    ['11月16日（周一）', '2026-11-16'],
    ['11月16日前', '2026-11-16'],
    ['11月16日前完成', '2026-11-16'],
    ['2026-11-16 08:30', '2026-11-16'],
    ['1月4日', '2027-01-04'],
    ['7.5-7.14', '2026-07-14'],
    ['11月16日—11月20日', '2026-11-20'],
    ['11月16日至20日', '2026-11-20'],
    ['10.30/10.31', '2026-10-31'],
    ['12月28日-1月13日', '2027-01-13'],
    ['2026-11-16至2026-11-20', '2026-11-20'],
  ])('%s is %s', (written, date) => {
    expect(text(written)).toEqual(on(date))
  })

  it.each([
    ['11月底', '2026-11-30'],
    ['11月底前', '2026-11-30'],
    ['11月份', '2026-11-30'],
    ['11月上旬', '2026-11-10'],
    ['2026年2月', '2026-02-28'],
    ['月底前', '2026-11-30'],
    ['年底', '2026-12-31'],
    ['本周内', '2026-11-20'],
    ['下周三', '2026-11-25'],
    ['长期', null],
    ['待定', null],
    ['每年6月底前', null],
    ['收到申请后1个月内', null],
    ['5个工作日内', null],
  ])('%s stays as words, with the last day %s', (written, last_day) => {
    expect(text(written)).toEqual({ state: 'words', text: written, on: last_day })
  })

  it('reads date cells, serial numbers and eight digits typed as a number', () => {
    expect(readDate({ kind: 'date', text: '2026-11-16', date: '2026-11-16' }, near)).toEqual(on('2026-11-16'))
    expect(number(43962)).toEqual(on('2020-05-11'))
    expect(number(20261120)).toEqual(on('2026-11-20'))
    expect(number(11.16)).toEqual(on('2026-11-16'))
  })

  it('asks about 10.3, where Excel may have dropped a zero', () => {
    expect(number(10.3)).toEqual({
      state: 'date',
      on: '2026-10-03',
      doubt: '“10.3”可能是10月3日，也可能是10月30日，先按10月3日理解',
      other: '2026-10-30',
    })
    expect(text('10.3日')).toEqual(on('2026-10-03'))
  })

  it('says what is wrong with a date that no calendar has', () => {
    expect(text('2026-02-30')).toEqual({
      state: 'impossible',
      why: '“2026-02-30”不是一个日期：2月只有28天',
      suggestion: '是不是2026年2月28日？',
      nearest: '2026-02-28',
    })
    expect(text('25.11')).toMatchObject({ state: 'impossible', suggestion: '是不是2026年11月25日？' })
    expect(text('2月29日')).toMatchObject({ state: 'impossible' })
    expect(text('2026-11-20-2026-11-16')).toMatchObject({ state: 'impossible' })
    expect(readDate({ kind: 'error', text: '#REF!' }, near)).toMatchObject({ state: 'impossible' })
  })

  it('takes no year out of the air', () => {
    expect(text('11月16日', null)).toEqual({ state: 'no_year', text: '11月16日' })
    expect(text('11月底', null)).toEqual({ state: 'words', text: '11月底', on: null })
  })

  it('leaves what is no date as it stands', () => {
    expect([text('方子国'), number(7), text('')]).toEqual([
      { state: 'unclear', text: '方子国' },
      { state: 'unclear', text: '7' },
      { state: 'empty' },
    ])
  })
})

describe('any date', () => {
  const date = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1950-01-01', days))
  const [year, month, day] = [0, 5, 8].map(
    (at) => (one: string) => Number(one.slice(at, at === 0 ? 4 : at + 2)),
  )

  it('is read back from every way of writing it in full', () => {
    const ways = [
      (one: string) => one,
      (one: string) => one.replaceAll('-', '.'),
      (one: string) => one.replaceAll('-', '/'),
      (one: string) => one.replaceAll('-', ''),
      (one: string) => `${year?.(one)}年${month?.(one)}月${day?.(one)}日`,
      (one: string) => `${year?.(one)}.${month?.(one)}.${day?.(one)}`,
    ]
    fc.assert(
      fc.property(date, fc.constantFrom(...ways), (one, write) => {
        expect(text(write(one), null)).toEqual(on(one))
      }),
    )
  })

  it('is read back as a serial number', () => {
    fc.assert(
      fc.property(date, (one) => {
        const serial = daysBetween('1899-12-30', one)
        if (serial < 20_000 || serial > 73_050) return
        expect(readDate({ kind: 'number', text: String(serial), number: serial }, null)).toEqual(on(one))
      }),
    )
  })

  it('needs no year within five months of the week', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -150, max: 150 }), (monday, distance) => {
        const one = addDays(monday, distance)
        expect(text(`${month?.(one)}月${day?.(one)}日`, monday)).toEqual(on(one))
      }),
    )
  })

  it('makes a range with a later one that is due on the later day', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 100 }), (from, days) => {
        const to = addDays(from, days)
        expect(text(`${from}至${to}`, null)).toEqual(on(to))
      }),
    )
  })

  it('never comes out of text that cannot be one, and nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        const reading = text(written)
        if (reading.state === 'date') expect(reading.on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
    )
  })
})

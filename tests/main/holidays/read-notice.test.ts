import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNotice } from '../../../src-main/holidays/read-notice.ts'
import { addDays, monthDay, weekdayName, weekdayOf } from '../../../src-shared/dates.ts'
import type { HolidayDay } from '../../../src-shared/settings.ts'

/** In the wording of the State Council's notice for 2026. */
const notice_2026 = `国务院办公厅关于2026年
部分节假日安排的通知
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

const daysOf = (days: readonly HolidayDay[]) =>
  days.map(({ day, kind, name }) => `${day.slice(5)} ${kind} ${name}`)
const read = (text: string, year = 2026) => {
  const { days, doubts } = readNotice(text, year)
  return { days: daysOf(days), doubts }
}

describe('the text of a notice', () => {
  it('is read whole: 33 days off, 6 at work, nothing from the preamble', () => {
    const { year, days, doubts } = readNotice(notice_2026, 2030)
    const of = (name: string) => days.filter((day) => day.name === name)
    expect([year, doubts, days.filter(({ kind }) => kind === 'off').length, daysOf(of('元旦'))]).toEqual([
      2026,
      [],
      33,
      ['01-01 off 元旦', '01-02 off 元旦', '01-03 off 元旦', '01-04 work 元旦'],
    ])
    expect(days.filter(({ kind }) => kind === 'work').map(({ day }) => day)).toEqual([
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ])
  })

  it.each<[string, number, string[], string[]]>([
    ['元旦：1月1日放假，与周末连休。', 2024, ['01-01 off 元旦'], []],
    ['元旦：1月1日（周三）放假1天，不调休。', 2025, ['01-01 off 元旦'], []],
    ['清明节：4月5日放假，4月6日（星期一）补休。', 2015, ['04-05 off 清明节', '04-06 off 清明节'], []],
    [
      '元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
      2023,
      ['12-31 off 元旦', '01-01 off 元旦', '01-02 off 元旦'],
      [],
    ],
    [
      '元旦：12月30日至1月1日放假公休，共3天。',
      2018,
      ['12-30 off 元旦', '12-31 off 元旦', '01-01 off 元旦'],
      [],
    ],
    [
      '春节：2月10日至12日放假调休，共3天。2月4日（星期日）、18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。',
      2024,
      ['02-04 work 春节', '02-10 off 春节', '02-11 off 春节', '02-12 off 春节', '02-18 work 春节'],
      [],
    ],
    [
      '国庆节、中秋节：10月1日（周三）至3日（周五）放假。',
      2025,
      ['10-01 off 国庆节、中秋节', '10-02 off 国庆节、中秋节', '10-03 off 国庆节、中秋节'],
      [],
    ],
    [
      '元旦：1月1日至3日放假，共3天。其中，1月1日（星期四）为法定节假日，1月4日（星期日）公休日调至1月2日（星期五）。1月4日（星期日）上班。',
      2009,
      ['01-01 off 元旦', '01-02 off 元旦', '01-03 off 元旦', '01-04 work 元旦'],
      [],
    ],
    ['5月1日－5日放假', 2026, ['05-01 off ', '05-02 off ', '05-03 off ', '05-04 off ', '05-05 off '], []],
  ])('%s', (text, year, days, doubts) => {
    expect(read(text, year)).toEqual({ days, doubts })
  })

  it('is doubted where weekday, count or order do not fit, and where a day at work is no weekend', () => {
    expect(read('劳动节：5月1日（周四）至5日（周二）放假调休，共4天。5月7日上班。2月30日放假。')).toEqual({
      days: ['05-01', '05-02', '05-03', '05-04', '05-05'].map((day) => `${day} off 劳动节`),
      doubts: [
        '2026年5月1日写的是星期四，实际是星期五，请核对是不是这一年的通知。',
        '劳动节写的是共4天，读出来是 5 天，请核对。',
        '2026年5月7日不在周末，本来就上班，没有读入。',
        '劳动节的“2月30日”不是日期，没有读入。',
      ],
    })
  })

  it('reads back whatever is worded as a notice words it', () => {
    const anyBreak = fc.record({ first: fc.nat({ max: 340 }), length: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(anyBreak, fc.boolean(), fc.boolean(), ({ first, length }, with_weekday, with_month) => {
        const from = addDays('2026-01-05', first)
        const to = addDays(from, length - 1)
        fc.pre(to < '2027-01-01')
        const said = (day: string, short = false) => {
          const weekday = with_weekday ? `（${weekdayName(day)}）` : ''
          const words = short && !with_month && day.slice(5, 7) === from.slice(5, 7)
          return `${words ? `${Number(day.slice(8))}日` : monthDay(day)}${weekday}`
        }
        const run = length === 1 ? said(from) : `${said(from)}至${said(to, true)}`
        const sunday = addDays(to, 14 - weekdayOf(to))
        fc.pre(sunday < '2027-01-01')
        const { days, doubts } = readNotice(
          `关于2026年节假日安排的通知。一、国庆节：${run}放假调休，共${length}天。${said(sunday)}上班。`,
          2030,
        )
        const off = Array.from({ length }, (_, n) => addDays(from, n))
        expect([days.map(({ day, kind }) => [day, kind]), doubts]).toEqual([
          [...off.map((day) => [day, 'off']), [sunday, 'work']],
          [],
        ])
      }),
    )
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guessSchedule, readSchedule } from '../../src-shared/read-schedule.ts'
import { Schedule, scheduleFromText, scheduleToText, scheduleWords } from '../../src-shared/schedule.ts'
import { anySchedule } from '../helpers/any-schedule.ts'

describe('a schedule read out of the wording of a time limit', () => {
  it.each([
    ['每年6月底前', '每年6月底前'],
    ['每年 6 月底以前完成', '每年6月底前'],
    ['每年六月三十日前', '每年6月30日前'],
    ['每年12月', '每年12月底前'],
    ['每年年底前', '每年12月底前'],
    ['每年3月上旬', '每年3月10日前'],
    ['每年6月、12月底前', '每年6月底、12月底前'],
    ['每年3月15日、9月20日前', '每年3月15日、9月20日前'],
    ['每年1—3月', '每年3月底前'],
    ['每年一季度', '每年3月底前'],
    ['每年第三季度末', '每年9月底前'],
    ['每年上半年', '每年6月底前'],
    ['每年次年3月底前', '每年3月底前'],
    ['每月25日前', '每月25日前'],
    ['每月25号下班前', '每月25日前'],
    ['每个月底', '每月底前'],
    ['每月末', '每月底前'],
    ['每月中旬报送', '每月20日前'],
    ['每月前5个工作日内', '每月第5个工作日前'],
    ['每月5个工作日内', '每月第5个工作日前'],
    ['次月5日前', null],
    ['每月结束后5日内', '每月5日前'],
    ['每季度首月10日前', '每季度首月10日前'],
    ['每季度第一个月10日前', '每季度首月10日前'],
    ['每季度最后一个月20日前', '每季度末月20日前'],
    ['每季度第2个月15日', '每季度第2个月15日前'],
    ['每季度末前', '每季度末前'],
    ['每季末', '每季度末前'],
    ['每季度结束后10日内', '每季度首月10日前'],
    ['每半年末', '每半年末前'],
    ['每半年首月15日前', '每半年首月15日前'],
    ['每周五', '每周五前'],
    ['每星期五下班前', '每周五前'],
    ['每周日', '每周日前'],
    ['收到申请后5个工作日内', '收到申请后5个工作日内'],
    ['收到申请后1个月内', '收到申请后1个月内'],
    ['自收到申请之日起五个工作日内', '收到申请后5个工作日内'],
    ['接到通知之日起3天内', '接到通知后3日内'],
    ['会议结束后两周内', '会议结束后14日内'],
    ['批准后一年内', '批准后12个月内'],
    ['受理后半个月内', '受理后15日内'],
    ['5个工作日内', '5个工作日内'],
    ['会议召开前3日', '会议召开前3日'],
    ['合同到期前1个月', '合同到期前1个月'],
  ])('%s is %s', (words, expected) => {
    const read = readSchedule(words)
    expect(read === null ? null : scheduleWords(read)).toBe(expected)
  })

  it.each([
    '',
    '每年',
    '每月',
    '每周',
    '按要求',
    '上级通知后',
    '及时',
    '长期坚持',
    '当天',
    '每年13月',
    '每月32日前',
    '6月',
    '每季度',
    '24小时内',
  ])('makes nothing of “%s”', (words) => {
    expect(readSchedule(words)).toBeNull()
  })

  it.each([
    ['25日前', '每月', '每月25日前'],
    ['6月底前', '每年', '每年6月底前'],
    ['末月20日前', '每季度', '每季度末月20日前'],
    ['', '每周五', '每周五前'],
    ['收到申请后3日内', '每月', '收到申请后3日内'],
    ['每月25日前', '每年', '每月25日前'],
  ])('%s, done %s, is %s', (due_rule, frequency, expected) => {
    const guess = guessSchedule(due_rule, frequency)
    expect(guess && scheduleWords(guess)).toBe(expected)
  })

  it('is read back from its own words, whatever it is', () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        expect(readSchedule(scheduleWords(schedule))).toEqual(schedule)
      }),
    )
  })

  it('is kept as text and read back', () => {
    fc.assert(
      fc.property(fc.option(anySchedule), (schedule) => {
        expect(scheduleFromText(scheduleToText(schedule))).toEqual(schedule)
      }),
    )
  })

  it('never breaks, and never answers what the schema refuses', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'每年月周日季度末底首前后内个工作第一二十1290、'),
          maxLength: 14,
        }),
        (words) => {
          const read = readSchedule(words)
          if (read !== null) expect(Schedule.parse(read)).toEqual(read)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

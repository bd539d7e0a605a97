import { describe, expect, it } from 'vitest'
import { default_settings, HolidayDay, NamedCodeDraft, Settings } from '../../src-shared/settings.ts'

describe('settings', () => {
  it('are valid before anybody has touched them', () => {
    expect(Settings.parse(default_settings)).toEqual(default_settings)
  })

  it.each([
    [-1, '不能小于 0。'],
    [31, '不能大于 30。'],
  ])('refuse %d days of warning', (amber_days, message) => {
    const { error } = Settings.safeParse({ ...default_settings, amber_days })
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      ['amber_days', message],
    ])
  })

  it('name a group by code and name', () => {
    const { error } = NamedCodeDraft.safeParse({ code: '12', name: '' })
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      ['code', '代码用 1 到 6 个英文字母，例如 DJ。'],
      ['name', '请填写名称。'],
    ])
  })

  it('take a holiday on real days only', () => {
    expect(
      ['2026-10-01', '2026-02-30'].map((day) => HolidayDay.safeParse({ day, kind: 'off', name: '' }).success),
    ).toEqual([true, false])
  })
})

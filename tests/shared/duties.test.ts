import { describe, expect, it } from 'vitest'
import { blank_duty_text, DutyDraft, DutyFilter } from '../../src-shared/duties.ts'

const duty = {
  group_id: 1,
  category_id: 2,
  content: ' 组织主题党日 ',
  frequency: '每月',
  due_rule: '每月25日前',
  basis: '',
  standard: '',
  output: '',
  remark: '',
  a_staff_id: null,
  b_staff_ids: [],
}

describe('the form of a duty', () => {
  it('may name nobody yet', () => {
    expect(DutyDraft.parse(duty)).toEqual({ ...blank_duty_text, ...duty, content: '组织主题党日' })
  })

  it('asks for group, category and content in Chinese', () => {
    const { error } = DutyDraft.safeParse({ ...duty, group_id: null, category_id: undefined, content: ' ' })
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([
      ['group_id', '请选择组别。'],
      ['category_id', '请选择类别。'],
      ['content', '请填写职责内容。'],
    ])
  })
})

describe('the filter of duties', () => {
  it('shows everything in use when nothing is asked', () => {
    expect(DutyFilter.parse({})).toEqual({
      group_id: null,
      category_id: null,
      staff_id: null,
      text: '',
      include_voided: false,
    })
  })
})

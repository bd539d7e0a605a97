import { expect, it } from 'vitest'
import { holdersOf, isHeldBy, isInView, viewOf } from '../../../src-renderer/backup-posts/post-words.ts'
import { blank_duty_text, type Duty } from '../../../src-shared/duties.ts'

const duty: Duty = {
  ...{ id: 1, number: 'ZZ-DJ-001', group_id: 1, group_name: '组织组', category_id: 1, category_name: '党建' },
  ...blank_duty_text,
  content: '党费收缴',
  from_on: null,
  a_holder: { staff_id: 1, name: '张三' },
  b_holders: [{ staff_id: 2, name: '李四' }],
  no_b_reason: '',
  findings: ['b_left'],
  voided_on: null,
  void_reason: '',
}

it('reads the view from the address and takes anything unknown for the whole list', () => {
  expect(['no_b', 'left', '', 'constructor'].map(viewOf)).toEqual(['no_b', 'left', 'all', 'all'])
})

it('shows a duty under the findings it has: 已离开 is either of the two', () => {
  const views = ['all', 'no_a', 'no_b', 'same_a_b', 'left'] as const
  expect(views.filter((view) => isInView(duty, view))).toEqual(['all', 'left'])
})

it('counts A and every B as holders, A first', () => {
  expect(holdersOf(duty).map((holder) => holder.name)).toEqual(['张三', '李四'])
  expect([1, 2, 3].filter((staff_id) => isHeldBy({ ...duty, a_holder: null }, staff_id))).toEqual([2])
})

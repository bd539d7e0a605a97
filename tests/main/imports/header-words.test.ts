import { describe, expect, it } from 'vitest'
import { createHeaderReader, headerForms } from '../../../src-main/imports/header-words.ts'
import { import_columns } from '../../../src-main/imports/imports.ts'
import type { ImportKind } from '../../../src-shared/imports.ts'

/** The label of the surest column, or null. */
function meant(kind: ImportKind, header: string, parent = ''): string | null {
  const columns = import_columns[kind]
  const strengths = createHeaderReader(columns).strengths(header, parent)
  const best = Math.max(...strengths)
  return best === 0 ? null : (columns[strengths.indexOf(best)]?.label ?? null)
}

describe('the name of a column', () => {
  it('is read without blanks, line breaks, numbers, marks and brackets', () => {
    expect(headerForms('*1、完成时限\n（截止）：')).toEqual(['完成时限截止', '完成时限', '截止'])
    expect(headerForms('责 任 人（Ａ岗）')).toEqual(['责任人a岗', '责任人', 'a岗'])
    expect(headerForms('是否完成/销号')).toEqual(['是否完成/销号', '是否完成', '销号'])
  })

  it.each([
    ['staff', '姓　名', '姓名'],
    ['staff', '部门名称', '组别'],
    ['staff', '职务（岗位）', '岗位'],
    ['staff', '手机号码', '联系电话'],
    ['staff', '紧急联系电话', null],
    ['staff', '身份证号', null],
    ['duties', '主要职责', '职责内容'],
    ['duties', '完成时限', '办理时限'],
    ['duties', 'A 岗', 'A岗'],
    ['duties', '协办人（B岗）', 'B岗'],
    ['duties', '当前负责人', 'A岗'],
    ['duties', '第一责任人', 'A岗'],
    ['duties', '第二责任人', 'B岗'],
    ['duties', '第三责任人', '第二B岗'],
    ['duties', '第四责任人', '第三B岗'],
    ['duties', '主要责任人', 'A岗'],
    ['duties', '直接责任人', 'A岗'],
    ['duties', '协办责任人', 'B岗'],
    ['duties', 'B岗（2）', '第二B岗'],
    ['duties', 'B1', 'B岗'],
    ['duties', '建议后续负责人', null],
    ['duties', '责任领导', '责任领导'],
    ['weekly', '责任人', '责任人'],
    ['weekly', '责任领导', '责任领导'],
    ['weekly', '截止日期', '计划完成时间'],
    ['weekly', '开始/截至时间', '计划完成时间'],
    ['weekly', '实际完成时间', null],
    ['weekly', '未完成原因及下步措施', '未完成原因'],
    ['weekly', '是否完成/销号', '是否完成'],
    ['weekly', '需协调解决的问题', '需协调解决的问题'],
    ['weekly', '本周任务', '工作事项'],
  ] as const)('%s: %s is %s', (kind, header, label) => {
    expect(meant(kind, header)).toBe(label)
  })

  it('can take its meaning from the header above it', () => {
    expect([meant('duties', '责任人', 'A岗'), meant('duties', '责任人', 'B岗')]).toEqual(['A岗', 'B岗'])
    expect(['第一', '第二', '第三'].map((header) => meant('duties', header, '责任人'))).toEqual([
      ...['A岗', 'B岗', '第二B岗'],
    ])
  })
})

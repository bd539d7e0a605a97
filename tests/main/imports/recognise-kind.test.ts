import { expect, it } from 'vitest'
import { recogniseKind } from '../../../src-main/imports/recognise-kind.ts'
import { workbookOf } from '../../helpers/workbook-of.ts'

it.each([
  ['staff', '名册.xlsx', ['姓名', '部门', '职务']],
  ['staff', '通讯录.xlsx', ['序号', '姓名', '联系电话']],
  ['duties', '清单.xlsx', ['职责内容', '责任人', '频次']],
  ['duties', '岗位职责清单.xlsx', ['组别', '职责内容', 'A岗', 'B岗']],
  ['backup-posts', 'AB岗设置一览表.xlsx', ['组别', '主要职责', 'A岗责任人', '职务', 'B岗责任人', '职务']],
  ['weekly', '周报.xlsx', ['工作事项', '责任人', '完成情况']],
  ['weekly', '第47周.xlsx', ['序号', '工作内容', '负责人', '完成时限']],
  ['archive', '目录.xlsx', ['序号', '档号', '题名', '日期', '页数']],
  ['table', '考勤.xlsx', ['姓名', '部门', '迟到', '早退']],
  ['table', '项目表.xlsx', ['项目名称', '负责人', '状态']],
  ['table', '价目.xlsx', ['品名', '单价', '数量']],
])('%s: %s with %j', async (kind, file, header) => {
  const values = header.map((text) => `${text}一`)
  expect(await recogniseKind(workbookOf({ rows: [header, values, values] }), file)).toBe(kind)
})

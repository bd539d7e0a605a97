import type ExcelJS from 'exceljs'
import type { SampleYear } from '../../src-main/sample/sample-year.ts'
import {
  acrossRow,
  bodyRow,
  headerCell,
  mergeRuns,
  newWorkbook,
  officeSheet,
  usual_fonts,
} from './office-sheet.ts'
import { category_names } from './people.ts'

const columns = [
  ['序号', 6],
  ['组别', 9],
  ['职责类别', 11],
  ['职责内容', 32],
  ['工作依据', 28],
  ['工作标准', 26],
  ['频次', 9],
  ['办理时限', 18],
  ['A岗', 9],
  ['B岗', 16],
  ['成果材料', 22],
  ['备注', 16],
] as const

/** 岗位职责清单 with merged group cells. Who has left is not on the roster and so not in the list either. */
export function dutiesWorkbook(year: SampleYear): ExcelJS.Workbook {
  const workbook = newWorkbook()
  const sheet = officeSheet(
    workbook,
    '岗位职责清单',
    columns.map(([, width]) => width),
  )
  acrossRow(sheet, 1, `${year.department_name}岗位职责清单`, {
    font: usual_fonts.title,
    size: 20,
    height: 45,
    align: 'center',
  })
  acrossRow(
    sheet,
    2,
    `填报单位：${year.unit_name}${year.department_name}　　　　　　填报时间：2026年11月16日`,
    { font: usual_fonts.body, size: 11, height: 24 },
  )
  for (const [at, [header]] of columns.entries()) headerCell(sheet, 3, at + 1, header)
  sheet.getRow(3).height = 30
  const gone = year.people.filter((person) => person.last_day).map(({ name }) => name)
  const top = 4
  for (const [at, duty] of year.duties.entries()) {
    const values = [
      at + 1,
      groupName(year, duty.group),
      category_names[duty.category] ?? '',
      duty.content,
      duty.basis,
      duty.standard,
      duty.frequency,
      duty.due_rule,
      duty.a,
      duty.b.filter((name) => !gone.includes(name)).join('、'),
      duty.output,
      duty.remark,
    ]
    bodyRow(sheet, top + at, values, new Set([0, 1, 2, 6, 8, 9]))
  }
  const groups = year.duties.map(({ group }) => group)
  mergeRuns(sheet, 2, top, groups)
  mergeRuns(
    sheet,
    3,
    top,
    year.duties.map(({ group, category }) => `${group} ${category}`),
  )
  const foot = '填报人：周敏　　　　　　审核人：沈怀远　　　　　　单位负责人（盖章）：'
  acrossRow(sheet, top + year.duties.length + 1, foot, { font: usual_fonts.body, size: 11, height: 26 })
  sheet.pageSetup.printTitlesRow = '1:3'
  sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: 3 }]
  return workbook
}

function groupName(year: SampleYear, code: string): string {
  return year.groups.find((group) => group.code === code)?.name ?? ''
}

import type ExcelJS from 'exceljs'
import type { SampleYear } from '../../src-main/sample/sample-year.ts'
import { acrossRow, bodyRow, headerCell, newWorkbook, officeSheet, usual_fonts } from './office-sheet.ts'

const headers = ['序号', '姓名', '组别', '岗位（职务）', '联系电话', '备注']

/** 人员名册: two-character names padded to three, as offices do to line them up. */
export function staffWorkbook(year: SampleYear): ExcelJS.Workbook {
  const workbook = newWorkbook()
  const sheet = officeSheet(workbook, '人员名册', [7, 14, 16, 26, 14, 30])
  sheet.pageSetup.orientation = 'portrait'
  const { title, body } = usual_fonts
  acrossRow(sheet, 1, `${year.unit_name}${year.department_name}人员名册`, {
    font: title,
    size: 18,
    height: 42,
    align: 'center',
  })
  acrossRow(sheet, 2, `填报单位：${year.department_name}　　　　填报时间：2026年11月16日`, {
    font: body,
    size: 11,
    height: 24,
  })
  for (const [at, header] of headers.entries()) headerCell(sheet, 3, at + 1, header)
  sheet.getRow(3).height = 28
  const people = year.people.filter((person) => !person.last_day)
  for (const [at, person] of people.entries()) {
    const group = year.groups.find(({ code }) => code === person.group)?.name ?? ''
    const values = [at + 1, padded(person.name), group, person.post, Number(person.phone), person.note]
    bodyRow(sheet, 4 + at, values, new Set([0, 1, 2, 4]))
  }
  acrossRow(sheet, 4 + people.length + 1, '填报人：周敏　　　　审核人：沈怀远　　　　联系电话：6151', {
    font: body,
    size: 11,
    height: 24,
  })
  sheet.pageSetup.printTitlesRow = '3:3'
  return workbook
}

/** `padded('王伟') // '王　伟'` */
export function padded(name: string): string {
  return name.length === 2 ? [...name].join('\u3000') : name
}

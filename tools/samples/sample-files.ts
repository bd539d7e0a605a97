import type ExcelJS from 'exceljs'
import { dutiesWorkbook } from './duties-workbook.ts'
import { faultyWorkbook } from './faulty-workbook.ts'
import { makeSampleYear, writeSampleYear } from './sample-year.ts'
import { settleZip } from './settle-zip.ts'
import { staffWorkbook } from './staff-workbook.ts'
import { weekly_forms } from './weekly-forms.ts'
import { weeklyWorkbook } from './weekly-workbook.ts'

const readme = `这个文件夹里的单位、人员、职责和事项全部是虚构的，与任何真实单位和个人无关。

sample-year.json     示例年度：一个虚构处室的 16 名在岗人员、150 项职责和一年的工作事项，程序里“打开示例年度”用的就是它。
人员名册.xlsx        可用来试“导入人员”。
岗位职责清单.xlsx    可用来试“导入职责清单”。
周报-*.xlsx          各组第47周（2026年11月16日—11月20日）的周报，各组格式不同，可用来试“导入周报”。
周报-有错误.xlsx     故意写错的周报：查无此人、日期不存在、缺事项名称、同一行报了两遍。

这些文件都由 npm run samples 按 tools/samples 里的词表和固定种子生成，请不要手工修改；重新生成得到的文件逐字节相同。
`

/** Every file of samples/ by its name, the same bytes on every run. */
export async function sampleFiles(): Promise<Map<string, Buffer>> {
  const year = makeSampleYear()
  const workbooks: [string, ExcelJS.Workbook][] = [
    ['人员名册.xlsx', staffWorkbook(year)],
    ['岗位职责清单.xlsx', dutiesWorkbook(year)],
  ]
  for (const form of weekly_forms) {
    const group = year.groups.find(({ code }) => code === form.group)
    workbooks.push([`周报-${group?.name}.xlsx`, weeklyWorkbook(year, form)])
    if (form.group === 'RSZ') workbooks.push(['周报-有错误.xlsx', faultyWorkbook(year, form)])
  }
  const files = new Map<string, Buffer>([
    ['sample-year.json', Buffer.from(writeSampleYear(year))],
    ['README.txt', Buffer.from(readme)],
  ])
  for (const [name, workbook] of workbooks) {
    files.set(name, settleZip(Buffer.from(await workbook.xlsx.writeBuffer())))
  }
  return files
}

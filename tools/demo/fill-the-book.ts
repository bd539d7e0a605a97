// From an empty book to one with people, duties and a week: settings by hand, the rest from the workbooks of samples/.
import {
  expect,
  expectSaid,
  field,
  goTo,
  numberAfter,
  previewImport,
  screen,
} from '../../tests/helpers/clerk.ts'
import { agree, type Demo, numberedRows, type Step, sampleFile } from './demo.ts'

const settings: readonly [label: string, value: string][] = [
  ['单位', '云泽省农业技术示范中心'],
  ['处（科、室）', '组织人事处（监察室）'],
  ['经办人', '周敏'],
  ['销号人', '沈怀远'],
]

const beginEmpty: Step = {
  name: '从空台账开始，填写设置',
  async run({ page, picture }) {
    await expect(screen(page, '本周工作台').getByRole('region', { name: '开始使用' })).toBeVisible()
    await picture('本周工作台-空台账')
    const place = await goTo(page, '设置')
    for (const [label, value] of settings) {
      await field(place, label).fill(value)
    }
    await place.getByRole('button', { name: '保存' }).click()
    await expectSaid(page, '设置已保存')
    await expect(place.getByRole('button', { name: '保存' })).toBeDisabled()
    await picture('设置')
    return `新建空台账，设置里填好 ${settings.map(([label]) => label).join('、')}`
  },
}

/** Imports a file and answers how many rows became new or changed ones. */
async function importFile(demo: Demo, kind: string, file: string, picture?: string): Promise<number> {
  const { page, launched } = demo
  await launched.chooseFile(sampleFile(file))
  const preview = await previewImport(page, kind)
  await expect(preview).toContainText(file)
  const filters = preview.getByRole('radiogroup', { name: '筛选行' })
  agree(`${file} 错误行`, await numberAfter(filters, '错误'), 0)
  const saved = (await numberAfter(filters, '新增')) + (await numberAfter(filters, '更新'))
  agree(`${file} 预览的行`, saved, numberedRows(await demo.readSheet(sampleFile(file))).length)
  if (picture !== undefined) await demo.picture(picture)
  await preview.getByRole('button', { name: `保存 ${saved} 行` }).click()
  await expectSaid(page, `已导入 ${file}`)
  await screen(page, '导入').waitFor()
  return saved
}

const importStaff: Step = {
  name: '导入人员名册',
  async run(demo) {
    const { page, counts } = demo
    counts.people = await importFile(demo, '人员名册', '人员名册.xlsx', '导入预览-人员名册')
    const place = await goTo(page, '人员名册')
    await expect(place).toContainText(`全处${counts.people}人`)
    await expect(place).toContainText(`列出 ${counts.people} 人`)
    await demo.picture('人员名册')
    return `导入 人员名册.xlsx：预览无误后保存，名册里 ${counts.people} 人，与工作簿一致`
  },
}

const importDuties: Step = {
  name: '导入岗位职责清单',
  async run(demo) {
    const { page, counts } = demo
    counts.duties = await importFile(demo, '职责清单', '岗位职责清单.xlsx', '导入预览-职责清单')
    const place = await goTo(page, '履职清单')
    await expect(place).toContainText(`全处${counts.people}人，共梳理工作职责${counts.duties}项`)
    await expect(place).toContainText(`列出 ${counts.duties} 项`)
    await demo.picture('履职清单')
    return `导入 岗位职责清单.xlsx：履职清单里 ${counts.duties} 项，与工作簿一致，逐项编号`
  },
}

const lookAtPosts: Step = {
  name: '查看AB岗',
  async run({ page, counts, picture }) {
    const place = await goTo(page, 'AB岗')
    await expect(place).toContainText(`列出 ${counts.duties} 项`)
    const findings = place.getByRole('radiogroup', { name: '按问题筛选' })
    const without_a = await numberAfter(findings, '缺A岗')
    const without_b = await numberAfter(findings, '缺B岗')
    await picture('AB岗')
    await findings.getByText(`缺B岗 ${without_b}`).click()
    await expect(place).toContainText(`列出 ${without_b} 项`)
    return `查看AB岗：${counts.duties} 项中缺A岗 ${without_a} 项、缺B岗 ${without_b} 项，其余全部落实到人`
  },
}

/** The rows of a form's two parts: the second begins where the serial numbers begin anew. */
async function partsOf(demo: Demo, file: string): Promise<{ week: number; plan: number }> {
  const rows = numberedRows(await demo.readSheet(sampleFile(file)))
  const serials = rows.map(({ cells: [first] }) => first?.text)
  const week = serials.lastIndexOf('1')
  return { week, plan: rows.length - week }
}

const importWeek: Step = {
  name: '导入各组周报',
  async run(demo) {
    const { page, counts } = demo
    const groups = ['人事组', '党建组', '劳资组', '纪检监察组', '综合组']
    for (const group of groups) {
      const file = `周报-${group}.xlsx`
      await importFile(demo, '每周报表', file, group === '人事组' ? '导入预览-周报' : undefined)
      const { week, plan } = await partsOf(demo, file)
      counts.week += week
      counts.plan += plan
    }
    const place = await goTo(page, '每周销号')
    await expect(place).toContainText(`已收 ${counts.people}/${counts.people}`)
    const parts = place.getByRole('radiogroup', { name: '本周与下周' })
    agree('本周事项', await numberAfter(parts, '本周履职情况'), counts.week)
    agree('下周计划', await numberAfter(parts, '下周工作打算'), counts.plan)
    await demo.picture('每周销号-收齐')
    return `导入 周报-人事组.xlsx 等 ${groups.length} 份：本周 ${counts.week} 项、下周 ${counts.plan} 项，已收 ${counts.people}/${counts.people}`
  },
}

export const fillTheBook: readonly Step[] = [beginEmpty, importStaff, importDuties, lookAtPosts, importWeek]

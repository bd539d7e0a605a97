// The Friday: sign off and archive, return one, carry over, look into the archive.
import type { Locator } from '@playwright/test'
import {
  dialog,
  expect,
  expectSaid,
  field,
  goTo,
  gridRow,
  list,
  numberAfter,
  row,
  screen,
} from '../../tests/helpers/clerk.ts'
import { agree, type Demo, type Step } from './demo.ts'

const number_pattern = /\d{4}-[A-Z]+-\d{4}/

/** Lists only what waits to be signed off; answers how many rows these are. */
async function listWaiting(place: Locator): Promise<number> {
  const progress = place.getByRole('region', { name: '本周进度' })
  await progress.getByRole('button', { name: '事项' }).click()
  await progress.getByRole('button', { name: '待销号' }).click()
  const waiting = await numberAfter(progress, '待销号')
  await expect(place).toContainText(`列出 ${waiting} 项`)
  return waiting
}

const signOff: Step = {
  name: '销号并归档，退回一项',
  async run(demo) {
    const { page, counts, picture } = demo
    const place = screen(page, '每周销号')
    const waiting = await listWaiting(place)
    if (waiting < 4) throw new Error(`Only ${waiting} matters are reported as done`)
    const chosen = waiting - 1
    await place.getByRole('checkbox', { name: '全部勾选' }).check()
    await gridRow(place).first().getByRole('gridcell').nth(1).click()
    await page.keyboard.press('Control+End')
    await place.getByRole('checkbox', { name: `勾选第${waiting}行` }).uncheck()
    await place.getByRole('button', { name: '销号', exact: true }).click()
    const form = dialog(page, `销号（${chosen} 项）`)
    await expect(field(form, '销号人')).toHaveValue('沈怀远')
    await list(form, '存放位置（柜／盒）').fill('1号柜第3盒')
    await picture('销号并归档')
    await form.getByRole('button', { name: '销号并归档' }).click()
    await expectSaid(page, `已销号并归档 ${chosen} 项`)
    counts.archived = chosen
    const returned = await returnOne(demo, place)
    return `本周 ${counts.week} 项中一次销号并归档 ${chosen} 项；退回 1 项（${returned}）并写明原因`
  },
}

async function returnOne({ page, picture }: Demo, place: Locator): Promise<string> {
  const reason = '佐证材料不全，请补签到表后再报'
  agree('待销号的行', await listWaiting(place), 1)
  const [number = ''] = number_pattern.exec(await gridRow(place).first().innerText()) ?? []
  await gridRow(place, number).getByRole('checkbox').check()
  await place.getByRole('button', { name: '退回', exact: true }).click()
  const form = dialog(page, '退回（1 项）')
  await field(form, '退回原因').fill(reason)
  await form.getByRole('button', { name: '退回', exact: true }).click()
  await expectSaid(page, '已退回 1 项')
  await expect(gridRow(place, number)).toContainText(`退回：${reason}`)
  await picture('每周销号-退回一项')
  return number
}

const carryOver: Step = {
  name: '结转到下周',
  async run({ page, counts, picture }) {
    const place = screen(page, '每周销号')
    const button = place.getByRole('button', { name: '结转到下周' })
    const carried = await numberAfter(button, '（')
    await button.click()
    const form = dialog(page, /^结转到第48周/)
    const reasons = form.getByRole('textbox')
    agree('结转的行', await reasons.count(), carried)
    await reasons.first().fill('等待补充材料')
    await picture('结转到下周')
    await form.getByRole('button', { name: '结转', exact: true }).click()
    await expectSaid(page, `已结转 ${carried} 项到第48周`)
    await expect(button).toBeDisabled()
    const parts = place.getByRole('radiogroup', { name: '本周与下周' })
    await parts.getByText('下周工作打算').click()
    agree('下周计划', await numberAfter(parts, '下周工作打算'), counts.plan + carried)
    counts.plan += carried
    await picture('每周销号-下周工作打算')
    return `结转 ${carried} 项到第48周，下周工作打算变为 ${counts.plan} 项`
  },
}

const lookIntoArchive: Step = {
  name: '查办结归档',
  async run({ page, counts, picture }) {
    const place = await goTo(page, '办结归档')
    await expect(place).toContainText(`共归档 ${counts.archived} 项`)
    await row(place, '1号柜第3盒').first().waitFor()
    agree('归档清单的行', await row(place, '1号柜第3盒').count(), counts.archived)
    await picture('办结归档')
    const word = '会议'
    const search = place.getByRole('searchbox', { name: '查找归档' })
    await search.fill(word)
    await search.press('Enter')
    await expect(place).toContainText('符合条件')
    const found = await numberAfter(place, '符合条件')
    agree(`归档里有“${word}”的行`, await row(place, word).count(), found)
    await row(place, word).first().dblclick()
    await expect(page.getByRole('complementary', { name: '归档详情' })).toContainText('办结卷（只读）')
    await picture('办结归档-查找')
    return `办结归档里 ${counts.archived} 项，查“${word}”得 ${found} 项，打开一项只读查看`
  },
}

export const closeTheWeek: readonly Step[] = [signOff, carryOver, lookIntoArchive]

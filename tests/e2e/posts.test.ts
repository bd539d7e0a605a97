// AB岗 as the clerk works with it: the matrix by keyboard, an adjustment with its approver, a person who leaves.
import { test } from '@playwright/test'
import { dialog, expect, expectSaid, field, goTo, row } from '../helpers/clerk.ts'
import { shareApp } from '../helpers/share-app.ts'

const office = shareApp({ today: '2026-11-20' })

test.beforeAll(async () => {
  await office.app.call('book.enterSample', {})
})

/** The open matrix; its active cell is read out with duty, person and what is in it. */
async function openMatrix() {
  const { page } = office
  const place = await goTo(page, 'AB岗')
  await place.getByRole('link', { name: '矩阵' }).click()
  const grid = page.getByRole('grid', { name: 'AB岗矩阵' })
  await expect(grid).toBeFocused()
  return { place, grid, cell: grid.getByRole('gridcell') }
}

test('the matrix is edited by keyboard, and what was published changes only with an approver, in one step', async () => {
  const { page } = office
  const { place, cell } = await openMatrix()
  await expect(cell).toHaveAccessibleName('DJZ-DJ-001 陆文清 A岗')
  await page.keyboard.press('ArrowRight')
  await expect(cell).toHaveAccessibleName('DJZ-DJ-001 许晓岚 B岗')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('b')
  await expect(cell).toHaveAccessibleName('DJZ-DJ-001 韩东旭 B岗2')
  await page.keyboard.press('1')
  await expect(cell).toHaveAccessibleName('DJZ-DJ-001 韩东旭 B岗1')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Delete')
  await expect(cell).toHaveAccessibleName('DJZ-DJ-002 韩东旭 空')
  await expect(place.getByRole('region', { name: '待登记的调整' })).toContainText('待登记的调整 2 项')

  await place.getByRole('button', { name: '登记调整…' }).click()
  const form = dialog(page, /登记AB岗调整/)
  await expect(form.getByRole('table', { name: '要调整的职责' })).toContainText('DJZ-DJ-002')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect(form).toContainText('请填写批准人。')
  await field(form, '批准人').fill('沈怀远')
  await field(form, '调整原因').fill('岗位轮换')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已登记 2 项职责的AB岗调整')

  await place.getByRole('link', { name: '变更与公布' }).click()
  const line = row(place, 'DJZ-DJ-001').first()
  await expect(line).toContainText('岗位轮换')
  await expect(line).toContainText('韩东旭、许晓岚')
  await line.getByRole('button', { name: /^撤销/ }).click()
  await expectSaid(page, '已撤销这次调整')
  await expect(row(place, '岗位轮换')).toHaveCount(0)
})

test('a person who retires hands everything over in one guided step, and it is taken back in one', async () => {
  const { page } = office
  const roster = await goTo(page, '人员名册')
  await row(roster, '韩东旭').press('Delete')
  const form = dialog(page, '人员变动：韩东旭')
  const duties = form.getByRole('region', { name: '名下的职责' })
  await expect(duties).toContainText('B岗递补')
  await field(form, '批准人').fill('沈怀远')
  await page.keyboard.press('Control+Enter')
  await expectSaid(page, '已办理 韩东旭 退休')

  const held = await office.app.call('duties.list', {})
  const names = held.flatMap(({ a_holder }) => a_holder?.name ?? [])
  expect(names).toContain('韩东旭')
  const later = await office.app.call('staff.ties', {
    staff_id: await idOf('韩东旭'),
    last_day: '2026-11-20',
  })
  expect({ posts: later.posts, matters: later.matters }).toEqual({ posts: [], matters: [] })

  await page.getByRole('button', { name: /撤销：韩东旭 退休/ }).click()
  await expect(row(roster, '韩东旭')).toContainText('在岗')
  const back = await office.app.call('staff.ties', { staff_id: await idOf('韩东旭'), last_day: '2026-11-20' })
  expect(back.posts.length).toBeGreaterThan(10)
})

async function idOf(name: string): Promise<number> {
  const people = await office.app.call('staff.list', { include_left: true })
  return people.find((person) => person.name === name)?.id ?? 0
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, gridRowsWithCell, previewImport, screen } from '../../tests/helpers/clerk.ts'
import { launchApp } from '../../tests/helpers/launch-app.ts'
import { inProject } from '../project.ts'
import { demo_day, sampleFile, takePicture } from './demo.ts'

/** `npm run demo -- --docs`: the four pictures of the README, made in the sample year. */
export async function pictureTheReadme(): Promise<number> {
  const folder = inProject('docs/screens')
  mkdirSync(folder, { recursive: true })
  const launched = await launchApp({ today: demo_day })
  const { page } = launched
  const picture = (name: string) => takePicture(page, join(folder, `${name}.png`))
  await screen(page, '本周工作台').getByRole('button', { name: '打开示例年度' }).click()
  await expect(page.getByRole('navigation', { name: '本周数字' })).toBeVisible()
  await picture('workbench')
  await goTo(page, '每周销号')
  await tickThree(page)
  await picture('weekly')
  await goTo(page, '履职清单')
  await picture('duties')
  await launched.chooseFile(sampleFile('周报-有错误.xlsx'))
  await previewImport(page, '每周报表')
  await picture('import-preview')
  await launched.close()
  console.log(`README 的四张图已放在 ${folder}`)
  return 0
}

/** The first three that are under way, ready to be signed off. */
async function tickThree(page: Page): Promise<void> {
  const rows = gridRowsWithCell(screen(page, '每周销号'), '正在推进')
  for (let nth = 0; nth < 3; nth += 1) await rows.nth(nth).getByRole('checkbox').check()
}

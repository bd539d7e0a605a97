// What a person does at the screens: by role, label and key, as they are seen and read out.
import { type Locator, type Page, expect as playwrightExpect } from '@playwright/test'

/** Patient enough for a slow machine that does other work besides. */
export const expect = playwrightExpect.configure({ timeout: 15_000 })

/** The screen of that title, `screen(page, '每周销号')`. */
export function screen(page: Page, title: string): Locator {
  return page.getByRole('main', { name: title, exact: true })
}

/** Goes there by the navigation at the left. */
export async function goTo(page: Page, title: string): Promise<Locator> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: title }).click()
  const place = screen(page, title)
  await place.waitFor()
  return place
}

/** The form that stands over the page. */
export function dialog(page: Page, title: string | RegExp): Locator {
  return page.getByRole('dialog', { name: title })
}

/** A data row with all these words in it. */
export function row(place: Locator, ...words: string[]): Locator {
  return words.reduce(
    (rows, word) => rows.filter({ hasText: word }),
    place.locator('tbody').getByRole('row').filter({ visible: true }),
  )
}

/** Data rows with a cell that says just this, such as a state. */
export function rowsWithCell(place: Locator, words: string): Locator {
  return row(place).filter({ has: place.page().getByRole('cell', { name: words, exact: true }) })
}

/** A row of a grid to type in, with all these words in it. */
export function gridRow(place: Locator, ...words: string[]): Locator {
  return words.reduce(
    (rows, word) => rows.filter({ hasText: word }),
    place
      .getByRole('grid')
      .first()
      .getByRole('row')
      .filter({ has: place.page().getByRole('link') }),
  )
}

/** Rows of a grid with a cell that says just this, such as a state. */
export function gridRowsWithCell(place: Locator, words: string): Locator {
  return gridRow(place).filter({
    has: place.page().getByRole('gridcell', { name: words, exact: true }),
  })
}

/** The name of a form's field: a required one is read out with a star before its label. */
function nameOf(label: string): RegExp {
  return new RegExp(`^(\\* )?${label.replace(/[()（）]/g, '\\$&')}$`)
}

/** The field of a form that text is typed into. */
export function field(form: Locator, label: string): Locator {
  return form.getByRole('textbox', { name: nameOf(label) })
}

/** The field of a form that is chosen from a list. */
export function list(form: Locator, label: string): Locator {
  return form.getByRole('combobox', { name: nameOf(label) })
}

/** Chooses by typing into the list of a field, as one does without the mouse: all of a name or its pinyin initials. */
export async function choose(form: Locator, label: string, typed: string): Promise<void> {
  const opened = form.page().locator('.ant-select-dropdown:visible')
  await list(form, label).fill(typed)
  await opened.locator('.ant-select-item-option-active').waitFor()
  await list(form, label).press('Enter')
  await expect(opened).toHaveCount(0)
}

/** Takes a file through 导入 up to its preview; the kind is the word on the switch. */
export async function previewImport(page: Page, kind: string): Promise<Locator> {
  const start = await goTo(page, '导入')
  await start.getByRole('radiogroup', { name: '表的种类' }).getByText(kind, { exact: true }).click()
  await start.getByRole('button', { name: '选择文件…' }).click()
  const preview = page.getByRole('main', { name: `导入${kind}`, exact: true })
  await preview.waitFor()
  return preview
}

/** The quiet word over the screen after a change was made. */
export async function expectSaid(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.locator('.ant-message-notice').filter({ hasText: words }).last()).toBeVisible()
}

/** The first whole number behind `words` in the text of `place`: `numberAfter(head, '读到')` of 读到 16 行. */
export async function numberAfter(place: Locator, words: string): Promise<number> {
  const pattern = new RegExp(`${words}\\s*(\\d+)`)
  await expect(place).toContainText(pattern)
  return Number(pattern.exec(await place.innerText())?.[1])
}

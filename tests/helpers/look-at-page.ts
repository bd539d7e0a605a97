// What an eye would see on the page at once: things cut off by the window, and words of another language.
import type { Page } from '@playwright/test'

/** Words in Latin letters that an office knows, that name keys, or that are examples of pinyin. */
const known_words = new Set('Excel WPS MB Ctrl Alt Shift Enter Esc Tab Delete zs ww zhangsan'.split(' '))

/** Everything visible that lies outside the window or cuts its own words off without showing that it does. */
export function outsideTheWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, scrollHeight } = document.documentElement
    if (scrollWidth > innerWidth || scrollHeight > innerHeight)
      found.push(`the page is ${scrollWidth}×${scrollHeight}`)
    const scrolls = (element: Element) => /auto|scroll|hidden/.test(getComputedStyle(element).overflow)
    const isInScrollArea = (element: Element) => {
      for (
        let around = element.parentElement;
        around !== null && around !== document.body;
        around = around.parentElement
      ) {
        if (
          scrolls(around) &&
          (around.scrollWidth > around.clientWidth || around.scrollHeight > around.clientHeight)
        )
          return true
      }
      return false
    }
    for (const element of document.querySelectorAll<HTMLElement>('button, input, a, h1, h2, label')) {
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const { left, right, top, bottom } = element.getBoundingClientRect()
      const name = (element.innerText || element.getAttribute('aria-label') || element.tagName).slice(0, 30)
      const is_outside = left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5
      if (is_outside && !isInScrollArea(element)) found.push(`“${name}” stands outside the window`)
      const says_it_is_cut = [element, ...element.querySelectorAll('*')].some(
        (part) => getComputedStyle(part).textOverflow === 'ellipsis',
      )
      if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1 && !says_it_is_cut) {
        found.push(`“${name}” is cut off`)
      }
    }
    return found
  })
}

/** Latin words in what is seen or read out, without codes, numbers, paths and the endings of files. */
export async function foreignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const said: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const is_seen = node.parentElement?.checkVisibility({ visibilityProperty: true })
      if (is_seen && !/^(STYLE|SCRIPT)$/.test(node.parentElement?.tagName ?? ''))
        said.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      // Icons and the little arrows of a number are named by their library, but only seen.
      if (element.matches('.anticon, .ant-input-number-action') || !element.checkVisibility()) continue
      for (const name of ['aria-label', 'title', 'placeholder']) said.push(element.getAttribute(name) ?? '')
    }
    return said
  })
  const words = texts.flatMap((text) => {
    const without_files = text.replace(/\S*[/\\]\S+|\.[a-z]{2,4}\b/g, '')
    return (without_files.match(/[A-Za-z]+/g) ?? []).filter(
      (word) => /[a-z]{2}/.test(word) && !known_words.has(word),
    )
  })
  return [...new Set(words)].map((word) => `the word “${word}”`)
}

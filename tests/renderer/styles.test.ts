// A screen is its own chunk: a class whose style sheet another screen brings looks right only after that one was open.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = 'src-renderer'
const files = new Map(
  globSync(`${root}/**/*.{ts,tsx,css}`).map((path) => [path, readFileSync(path, 'utf8')] as const),
)

function linesTo(path: string, pattern: RegExp): string[] {
  const found = [...(files.get(path) ?? '').matchAll(pattern)]
  return found.map(([, target = '']) => join(dirname(path), target))
}

const static_import = /^(?:import|export)?(?! type)[^'\n]*(?:from |import )'(\.[^']+)'/gm
const lazy_import = /import\('(\.[^']+)'\)/g

/** A file and all that comes with it. */
function chunkOf(path: string, seen = new Set([path])): Set<string> {
  for (const next of linesTo(path, static_import)) {
    if (files.has(next) && !seen.has(next)) chunkOf(next, seen.add(next))
  }
  return seen
}

const sheets = [...files].filter(([path]) => path.endsWith('.css'))
const isClassIn = (sheet: string, name: string) => new RegExp(`\\.${name}(?![\\w-])`).test(sheet)

function classesOf(path: string): string[] {
  const found = (files.get(path) ?? '').matchAll(/className=(?:"([^"]+)"|\{`([^`]+)`\})/g)
  return [...found].flatMap(([, plain = '', made = '']) =>
    `${plain} ${made.replaceAll(/\$\{[^}]*\}/g, ' ')}`.trim().split(/\s+/),
  )
}

const screens = [...files.keys()]
  .flatMap((path) => linesTo(path, lazy_import))
  .filter((path) => files.has(path))

test('the sheets that style a screen come with it', () => {
  expect(screens.length).toBeGreaterThan(20)
  const everywhere = chunkOf(join(root, 'main.tsx'))
  const missing = screens.flatMap((screen) => {
    const here = new Set([...everywhere, ...chunkOf(screen)])
    const brings = (name: string) =>
      sheets.filter(([, sheet]) => isClassIn(sheet, name)).map(([path]) => path)
    return [...here].flatMap((path) =>
      classesOf(path)
        .map((name) => ({ name, homes: brings(name) }))
        .filter(({ homes }) => homes.length > 0 && !homes.some((home) => here.has(home)))
        .map(({ name, homes }) => `${screen} shows .${name} of ${path} without ${homes.join(', ')}`),
    )
  })
  expect(missing).toEqual([])
})

test('a class of two sheets would look one way or the other by what was open before', () => {
  const printed = join(root, 'duty-cards/print.css')
  const homes = Map.groupBy(
    sheets
      .filter(([path]) => path !== printed)
      .flatMap(([path, sheet]) =>
        [...new Set(sheet.match(/^\.[a-z][\w-]*(?= \{)/gm))].map((name) => ({ path, name })),
      ),
    ({ name }) => name,
  )
  expect([...homes.values()].filter(({ length }) => length > 1).flat()).toEqual([])
})

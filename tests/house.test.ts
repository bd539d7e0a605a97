// The rules of the house (README, "Map of the house"), read from the files themselves.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { contract } from '../src-shared/contract.ts'

const root = join(import.meta.dirname, '..')
const rooms = ['migrations', 'src-shared', 'src-main', 'src-renderer', 'tests', 'tools']

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

const code_files = rooms.flatMap(filesIn).filter((file) => /\.(ts|tsx|css|h)$/.test(file))
const source_files = code_files.filter((file) => /^(migrations|src-)/.test(file) && /\.tsx?$/.test(file))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

interface Import {
  file: string
  /** A package name, or a path from the root. */
  target: string
  is_package: boolean
  is_type: boolean
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /(?:^|\n)\s*(?:import|export)\s(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g,
  )
  return [...found].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? ''
    const is_package = !name.startsWith('.')
    const target = is_package ? name : relative(root, join(root, dirname(file), name))
    return { file, target, is_package, is_type: match[1] !== undefined }
  })
}

const imports = source_files.flatMap(importsOf)

/** The room below `src-main` or `src-renderer`; empty for their loose files. */
function roomOf(file: string): string {
  const parts = file.split('/')
  return parts.length > 2 ? (parts[1] ?? '') : ''
}

/** Rooms that stand below the subjects: every subject may use them. */
const floors = ['database', 'files', 'numbers', 'names', 'holidays', 'settings']
const tops = ['handlers', 'imports', 'reports', 'forms', 'submissions', 'collection', 'actions', 'workbench']
const not_subjects = [...floors, ...tops, 'excel', 'previews', 'backups', 'sample']

function complaint({ file, target }: Import, rule: string): string {
  return `${file} imports ${target}: ${rule}`
}

function brokenImports(): string[] {
  return imports.flatMap((line) => {
    const { file, target, is_package, is_type } = line
    const top = file.split('/')[0]
    const say = (rule: string) => [complaint(line, rule)]
    if (is_package) return brokenPackage(line)
    if (top === 'migrations' && !target.startsWith('migrations/'))
      return say('migrations are frozen in time and import nothing of ours')
    if (top === 'src-shared' && !target.startsWith('src-shared/'))
      return say('src-shared speaks for both sides and leans on neither')
    if (top === 'src-renderer' && /^(src-main|migrations)/.test(target))
      return say('the page may not reach into the main process')
    if (top === 'src-main' && target.startsWith('src-renderer'))
      return say('the main process does not know the page')
    if (top === 'src-renderer') return brokenScreenImport(line)
    if (top === 'src-main' && target.startsWith('src-main/') && !is_type) return brokenRoomImport(line)
    return []
  })
}

function brokenScreenImport(line: Import): string[] {
  const from = roomOf(line.file)
  const to = roomOf(line.target)
  if (from === '' || to === '' || from === to || to === 'components' || to === 'styles') return []
  if (from === 'frame' || !line.target.startsWith('src-renderer/')) return []
  if (to === 'frame' && line.target.endsWith('appearance.tsx')) return []
  return [complaint(line, `a screen of ${from} shares only components with ${to}`)]
}

function brokenRoomImport(line: Import): string[] {
  const from = roomOf(line.file)
  const to = roomOf(line.target)
  if (from === '' || from === to) return []
  if (from === 'database')
    return to === '' && line.target.endsWith('clock.ts')
      ? []
      : [complaint(line, 'database stands at the bottom')]
  if (from === 'excel')
    return to === '' ? [] : [complaint(line, 'the Excel room knows no subject and no database')]
  if (not_subjects.includes(from) && !floors.includes(from)) return []
  if (to === '' || floors.includes(to)) return []
  return [
    complaint(line, `${from} may use ${floors.join(', ')}; two subjects meet in SQL or in src-main/actions`),
  ]
}

const owners: Readonly<Record<string, RegExp>> = {
  electron: /^src-main\/[a-z-]+\.ts$/,
  'better-sqlite3': /^(src-main\/(database|backups)\/|migrations\/)/,
  exceljs: /^src-main\/excel\//,
  yauzl: /^src-main\/excel\//,
  saxes: /^src-main\/excel\//,
  '@e965/xlsx': /^src-main\/excel\/xls-library\.ts$/,
  '@hyzyla/pdfium': /^src-main\/previews\/draw-pdf\.ts$/,
  jimp: /^src-main\/previews\//,
  'image-size': /^src-main\/previews\//,
  kysely: /^(src-main\/|migrations\/)/,
  'chinese-days': /^src-main\/holidays\//,
  cnchar: /^src-main\/names\/strokes\.ts$/,
  'cnchar-order': /^src-main\/names\/strokes\.ts$/,
  react: /^src-renderer\//,
  'react-dom': /^src-renderer\//,
  antd: /^src-renderer\//,
  dayjs: /^src-renderer\//,
  '@tanstack/react-query': /^src-renderer\/(use-answer\.ts|main\.tsx)$/,
}

function brokenPackage(line: Import): string[] {
  if (line.target.startsWith('node:')) {
    return line.file.startsWith('src-main/') ? [] : [complaint(line, 'Node belongs to the main process')]
  }
  const name = line.target.startsWith('@')
    ? line.target.split('/').slice(0, 2).join('/')
    : (line.target.split('/')[0] ?? '')
  const owner = owners[name]
  if (owner === undefined || owner.test(line.file) || line.is_type) return []
  return [complaint(line, `${name} has one owner, ${String(owner)}`)]
}

describe('the house', () => {
  it('lets nobody import across a wall', () => {
    expect(brokenImports()).toEqual([])
  })

  it('keeps one door: ipcMain in serve.ts, ipcRenderer in preload.ts, window.bridge in call.ts and use-answer.ts', () => {
    const users = (word: string) =>
      source_files.filter((file) => new RegExp(`\\b${word}\\b`).test(read(file)))
    expect({
      ipcMain: users('ipcMain'),
      ipcRenderer: users('ipcRenderer'),
      bridge: users('window\\.bridge'),
      database: source_files.filter((file) => read(file).includes('new Database(')),
    }).toEqual({
      ipcMain: ['src-main/serve.ts'],
      ipcRenderer: ['src-main/preload.ts'],
      bridge: ['src-renderer/call.ts', 'src-renderer/use-answer.ts'],
      database: ['src-main/database/open-database.ts'],
    })
  })

  it('keeps raw HTML, shell.openExternal, eval and raw SQL text out of the sources', () => {
    const banned = /dangerouslySetInnerHTML|\.innerHTML|openExternal|\beval\(|new Function\(|sql\.raw\(/
    expect(source_files.filter((file) => banned.test(read(file)))).toEqual([])
  })

  it('has no file of 400 lines and no drawer', () => {
    const long = code_files.filter((file) => read(file).split('\n').length >= 400)
    const drawers = code_files.filter(
      (file) =>
        /(^|\/)(utils?|helpers?|common|misc|manager|service)(\.|\/)/i.test(file) &&
        !file.startsWith('tests/helpers/'),
    )
    const barrels = code_files.filter((file) => /\/index\.tsx?$/.test(file) && file !== 'migrations/index.ts')
    expect({ long, drawers, barrels }).toEqual({ long: [], drawers: [], barrels: [] })
  })

  it('keeps node_modules out of the history: as a link it would replace the folder of whoever pulls it', () => {
    const tracked = existsSync(join(root, '.git'))
      ? execFileSync('git', ['ls-files', 'node_modules'], { cwd: root, encoding: 'utf8' })
      : ''
    expect(tracked, 'git rm --cached node_modules, then commit').toBe('')
  })

  it('names files in kebab-case', () => {
    const wrong = code_files.filter(
      (file) => !/^(?:[a-z0-9-]+\/)*[a-z0-9_-]+(?:\.[a-z0-9-]+)*\.(ts|tsx|css|h)$/.test(file),
    )
    expect(wrong).toEqual([])
  })

  it('lists every migration once, numbered without a gap', () => {
    const files = filesIn('migrations').filter((file) => /\/\d{4}_/.test(file))
    expect(migrations.map((migration) => migration.version)).toEqual(files.map((_, index) => index + 1))
    expect(files.map((file) => Number(file.slice('migrations/'.length, 'migrations/'.length + 4)))).toEqual(
      migrations.map((migration) => migration.version),
    )
  })

  it('answers every method of the contract in handlers/', () => {
    const handlers = filesIn('src-main')
      .filter((file) => file.startsWith('src-main/handlers/'))
      .map(read)
      .join()
    expect(Object.keys(contract).filter((name) => !handlers.includes(`'${name}'`))).toEqual([])
  })

  it('has every folder of the house on the map in README.md, and nothing on it that is not there', () => {
    const map = /```\n(migrations[\s\S]*?)```/.exec(read('README.md'))?.[1] ?? ''
    const on_map = [...map.matchAll(/^ *([a-z][a-z-]*)\/ /gm)].map((match) => match[1] ?? '')
    const there = ['src-main', 'src-renderer'].flatMap((top) =>
      readdirSync(join(root, top)).filter((name) => statSync(join(root, top, name)).isDirectory()),
    )
    const tops = [...rooms, 'samples', 'docs']
    expect([...new Set(on_map)].sort()).toEqual([...new Set([...there, ...tops])].sort())
  })
})

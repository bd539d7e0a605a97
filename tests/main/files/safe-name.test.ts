import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName } from '../../../src-main/files/safe-name.ts'

test('a name that any disk can bear leaves as it came', () => {
  for (const name of [
    '关于开展2026年度考核的通知（定稿）.docx',
    '照片 1.jpg',
    '附件1－名单.et',
    'a.b.c.pdf',
  ]) {
    expect(safeName(name, '附件')).toBe(name)
  }
})

test('what would be a path, a device, a disguise or nothing at all becomes a plain name', () => {
  expect(safeName('..\\..\\启动\\a?.pdf', '附件')).toBe('.._.._启动_a_.pdf')
  expect(safeName('/etc/passwd', '附件')).toBe('_etc_passwd')
  expect(safeName('CON.pdf', '附件')).toBe('_CON.pdf')
  expect(safeName('通知\u202Efdp.exe', '附件')).toBe('通知_fdp.exe')
  expect(safeName('说明.pdf. . ', '附件')).toBe('说明.pdf')
  expect(safeName(' . .', '附件')).toBe('附件')
})

/** Three hundred names as they come from phones, chat programs, other systems and ill will. */
function hostileNames(): string[] {
  const odd = [
    '..',
    '\\',
    '/',
    ':',
    '*',
    '?',
    '"',
    '<',
    '>',
    '|',
    '\0',
    '\n',
    '\t',
    '\u202e',
    '\u200b',
    '\u2028',
    '\ud800',
  ]
  const devices = ['con', 'PRN', 'aux', 'NUL', 'com1', 'LPT9', 'COM¹']
  const endings = ['.pdf', '.docx', '.exe', '', '.', ' ', '.tar.gz', `.${'x'.repeat(40)}`]
  const stems = [
    '通知',
    '😀',
    '𠮷野家',
    'a'.repeat(400),
    '長'.repeat(200),
    '%2e%2e%2f',
    '$HOME',
    '`rm`',
    '-rf',
    "'",
  ]
  const made = [
    ...devices.flatMap((device) => endings.map((ending) => device + ending)),
    ...stems.flatMap((stem) => endings.map((ending) => stem + ending)),
    ...odd.flatMap((part) => stems.map((stem) => `${part}${stem}${part}.pdf`)),
  ]
  return made.slice(0, 300)
}

test('300 hostile names each become a file in the folder they are meant for', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-names-'))
  const names = hostileNames()
  expect(names).toHaveLength(300)
  for (const [nth, name] of names.entries()) {
    const path = join(folder, `${nth}-${safeName(name, '附件')}`)
    writeFileSync(path, name)
    expect(existsSync(path)).toBe(true)
  }
  expect(readdirSync(folder)).toHaveLength(300)
})

test('whatever comes, the name has no part of a path and can be a name on Windows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeName(name, '附件')
      expect(safe).toMatch(/^[^<>:"/\\|?*\p{Cc}]{1,221}$/u)
      expect(safe).not.toMatch(/[. ]$/)
      expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(safeName(safe, '附件')).toBe(safe)
    }),
  )
})

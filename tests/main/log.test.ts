import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { logBug, logInfo, openLog } from '../../src-main/log.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

function whole(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}

it('keeps ten files of two megabytes at most, the newest lines', () => {
  const folder = join(tempFolder(), 'logs')
  openLog(folder)
  const line = 'x'.repeat(100_000)
  for (let nth = 1; nth <= 250; nth += 1) logInfo(`${nth} ${line}`)
  const files = readdirSync(folder)
  expect(files).toHaveLength(10)
  for (const name of files) expect(statSync(join(folder, name)).size).toBeLessThan(2_200_000)
  expect(readFileSync(join(folder, 'duty-ledger.log'), 'utf8')).toContain('info 250 ')
  expect(whole(folder)).not.toContain('info 1 x')
})

it('says nothing of what a row says', async () => {
  const folder = join(tempFolder(), 'logs')
  openLog(folder)
  const secrets = ['张三', '欧阳娜娜', '11010519491231002X', '13800138000', '案件线索', '李', '𠮷野']
  for (const secret of secrets) {
    logBug(new Error(`Cannot save "${secret}" here`, { cause: new TypeError(`bad ${secret}`) }))
    logInfo(`read /home/${secret}/file.xlsx`)
  }
  const book = await openTestBook()
  for (const secret of secrets) {
    try {
      book.sqlite.prepare(`INSERT INTO staff (name) VALUES ('${secret}', 1)`).run()
    } catch (error) {
      logBug(error)
    }
  }
  const written = whole(folder)
  expect(written.match(/bug [A-Z0-9]{4} /g)).toHaveLength(secrets.length * 2)
  for (const secret of secrets) expect(written).not.toContain(secret)
})

it('goes on where it cannot be written', () => {
  openLog(join('/dev/null', 'logs'))
  expect(logBug(new Error('no place'))).toMatch(/^[A-Z0-9]{4}$/)
})

import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeChange } from '../../../src-main/database/change.ts'
import { openDatabase, openReadOnly } from '../../../src-main/database/open-database.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import type { Backup } from '../../../src-shared/backups.ts'
import { person } from '../../helpers/department.ts'
import { addPerson, clockOn, namesIn, startReady } from '../../helpers/open-test-books.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { digestOfFile, tempFolder } from '../../helpers/temp-folder.ts'

describe('a backup', () => {
  it('is a whole book with everything up to the last change, and has a name with its time and reason', async () => {
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(tempFolder(), { clock })
    await addPerson(books.own(), clock, '张三')
    const backup = await backups.make('manual')
    const path = join(backups.folder, backup.name)
    expect(backup).toEqual({
      name: 'backup-20261118-090000-manual.db',
      made_at: clock.now().toISOString(),
      reason: 'manual',
      bytes: readFileSync(path).length,
      counts: { staff: 1, duties: 0, matters: 0, archive_entries: 0, changes: 2 },
      files: { count: 0, missing: 0 },
      unusable: null,
    })
    const copy = openReadOnly(path)
    expect(copy.pragma('user_version')).toEqual(books.own().sqlite.pragma('user_version'))
    expect(copy.prepare('SELECT name FROM staff').pluck().all()).toEqual(['张三'])
    copy.close()
    expect(readdirSync(backups.folder).sort()).toEqual([
      'backup-20261118-090000-manual.db',
      'backup-20261118-090000-manual.json',
    ])
    await books.close()
  })

  it('waits for the change that is running', async () => {
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(tempFolder(), { clock })
    let making: Promise<Backup> | null = null
    await makeChange(books.own(), clock, { method: 'test' }, async (change) => {
      making = backups.make('manual')
      for (const name of ['张三', '李四', '王五']) await addStaff(change, person(name))
    })
    const backup = await making
    expect(backup).toMatchObject({ counts: { staff: 3, changes: 2 } })
    await books.close()
  })

  it('of the own book is made even while the sample is on the screen', async () => {
    const { books, backups } = await startReady(tempFolder())
    await books.enterSample()
    expect((await backups.make('manual')).counts.staff).toBe(0)
    await books.close()
  })

  it('leaves nothing behind when it cannot be finished', async () => {
    const folder = tempFolder()
    const { books, backups } = await startReady(folder)
    books.own().sqlite.exec('CREATE TABLE intruder (id INTEGER)')
    await expect(backups.make('manual')).rejects.toThrow('schema is not that of version')
    expect(readdirSync(backups.folder)).toEqual([])
    await books.close()
  })
})

describe('of the backups', () => {
  it('the newest 14 daily and 10 others are kept, by count', async () => {
    const clock = clockOn('2026-11-01')
    const { books, backups } = await startReady(tempFolder(), { clock })
    for (let day = 1; day <= 20; day += 1) {
      clock.day = `2026-11-${String(day).padStart(2, '0')}`
      await backups.makeDaily()
      await backups.makeDaily()
      if (day <= 12) await backups.make('manual')
    }
    const kept = await backups.list()
    const days = (reason: string) =>
      kept.filter((one) => one.reason === reason).map((one) => Number(one.name.slice(13, 15)))
    expect(days('daily')).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7])
    expect(days('manual')).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3])
    expect(readdirSync(backups.folder)).toHaveLength(48)
    await books.close()
  })

  it('none is lost to a clock that jumps back or ahead', async () => {
    const clock = clockOn('2026-11-01')
    const { books, backups } = await startReady(tempFolder(), { clock })
    const days = ['2026-11-01', '2036-01-01', '2016-01-01', '2026-11-02', '2016-01-02', '2026-11-03']
    for (const day of days) {
      clock.day = day
      await backups.makeDaily()
    }
    for (let nth = 10; nth < 19; nth += 1) {
      clock.day = `2015-01-${nth}`
      await backups.makeDaily()
    }
    const kept = (await backups.list()).map((one) => one.name.slice(7, 15))
    expect(kept).toHaveLength(14)
    expect(kept.slice(-5)).toEqual(['20261103', '20160102', '20261102', '20160101', '20360101'])
    await books.close()
  })

  it('one that was changed afterwards is listed with why it cannot be restored, and pushes out no good one', async () => {
    const { books, backups } = await startReady(tempFolder())
    const good = await backups.make('manual')
    const spoilt = await backups.make('manual')
    appendFileSync(join(backups.folder, spoilt.name), 'x')
    expect(await backups.list()).toEqual([
      { ...spoilt, unusable: '备份文件在保存以后被改动或损坏，不能用来恢复。' },
      good,
    ])
    expect(await problemOf(backups.restore(spoilt.name))).toMatchObject({
      code: 'backup_unusable',
      message: '备份文件在保存以后被改动或损坏，不能用来恢复。',
    })
    await books.close()
  })

  it('one bit turned anywhere is noticed', async () => {
    const { books, backups } = await startReady(tempFolder())
    const { name, bytes } = await backups.make('manual')
    const path = join(backups.folder, name)
    const whole = readFileSync(path)
    for (let at = 7; at < bytes; at += Math.floor(bytes / 40)) {
      const bent = Buffer.from(whole)
      bent[at] = (bent[at] ?? 0) ^ 0x10
      writeFileSync(path, bent)
      expect((await backups.list())[0]?.unusable).not.toBeNull()
    }
    writeFileSync(path, whole)
    expect((await backups.list())[0]?.unusable).toBeNull()
    await books.close()
  })

  it('one without its record is left out, a record without its backup is swept at the start', async () => {
    const folder = tempFolder()
    const { books, backups } = await startReady(folder)
    const first = await backups.make('manual')
    const second = await backups.make('manual')
    rmSync(join(backups.folder, first.name.replace('.db', '.json')))
    writeFileSync(join(backups.folder, first.name.replace('.db', '.json')), '{"name": ')
    expect(await backups.list()).toEqual([second])
    rmSync(join(backups.folder, second.name))
    await books.close()
    const again = await startReady(folder)
    expect(existsSync(join(backups.folder, second.name.replace('.db', '.json')))).toBe(false)
    await again.books.close()
  })
})

describe('restoring', () => {
  it('takes the book back, and its safety copy takes that back', async () => {
    const folder = tempFolder()
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(folder, { clock })
    await addPerson(books.own(), clock, '张三')
    const early = await backups.make('manual')
    await addPerson(books.own(), clock, '李四')
    const { safety_copy } = await backups.restore(early.name)
    expect(namesIn(books.current())).toEqual(['张三'])
    expect((await backups.list())[0]).toMatchObject({ name: safety_copy, reason: 'restore' })
    await backups.restore(safety_copy)
    expect(namesIn(books.current())).toEqual(['张三', '李四'])
    await addPerson(books.current(), clock, '王五')
    expect(namesIn(books.current())).toEqual(['张三', '李四', '王五'])
    await books.close()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'duty-ledger.db'])
  })

  it('works from every backup on the list', async () => {
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(tempFolder(), { clock })
    for (const name of ['张三', '李四', '王五', '赵六']) {
      await addPerson(books.own(), clock, name)
      await backups.make('manual')
    }
    for (const { name, counts } of await backups.list()) {
      await backups.restore(name)
      expect(namesIn(books.current())).toHaveLength(counts.staff)
    }
    await books.close()
  })

  it('works from a backup that was protected against writing', async () => {
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(tempFolder(), { clock })
    const { name } = await backups.make('manual')
    chmodSync(join(backups.folder, name), 0o444)
    await backups.restore(name)
    await addPerson(books.own(), clock, '张三')
    expect(namesIn(books.current())).toEqual(['张三'])
    await books.close()
  })

  it('lets no write-ahead log of the old book reach the new one', async () => {
    const folder = tempFolder()
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(folder, { clock })
    const { name } = await backups.make('manual')
    await addPerson(books.own(), clock, '张三')
    expect(readFileSync(join(folder, 'duty-ledger.db-wal')).length).toBeGreaterThan(0)
    await backups.restore(name)
    expect(namesIn(books.current())).toEqual([])
    await books.close()
    const again = await startReady(folder, { clock })
    expect(namesIn(again.books.current())).toEqual([])
    await again.books.close()
  })

  it('is refused while the sample is on the screen', async () => {
    const { books, backups } = await startReady(tempFolder())
    const { name } = await backups.make('manual')
    await books.enterSample()
    expect(await problemOf(backups.restore(name))).toEqual({
      code: 'sample_open',
      message: '现在打开的是示例数据，不能恢复备份。',
      next: '请先退出示例数据，回到自己的台账，再恢复备份。',
    })
    await books.close()
  })

  it('is refused for a name that is not on the list', async () => {
    const { books, backups } = await startReady(tempFolder())
    expect(await problemOf(backups.restore('..db'))).toMatchObject({ message: '没有这个备份。' })
    await books.close()
  })

  it('is refused for a stranger’s database, whatever its record says, and changes nothing', async () => {
    const folder = tempFolder()
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(folder, { clock })
    const { name } = await backups.make('manual')
    doctor(backups.folder, name, `CREATE TRIGGER spy AFTER INSERT ON staff BEGIN DELETE FROM staff; END`)
    await addPerson(books.own(), clock, '张三')
    expect(await problemOf(backups.restore(name))).toMatchObject({
      code: 'backup_unusable',
      message: '这个备份没有通过检查，不能用来恢复。',
    })
    expect(namesIn(books.current())).toEqual(['张三'])
    await books.close()
    expect(readdirSync(folder).sort()).toEqual(['backups', 'duty-ledger.db'])
  })

  it('keeps a damaged book as it lies when no proven copy of it can be made', async () => {
    const clock = clockOn('2026-11-18')
    const { books, backups } = await startReady(tempFolder(), { clock })
    const { name } = await backups.make('manual')
    await addPerson(books.own(), clock, '张三')
    books.own().sqlite.exec('CREATE TABLE intruder (id INTEGER)')
    const { safety_copy } = await backups.restore(name)
    expect(safety_copy).toBe('damaged-20261118-090000.db')
    expect(namesIn(books.current())).toEqual([])
    const kept = openReadOnly(join(backups.folder, safety_copy))
    expect(kept.prepare('SELECT name FROM staff').pluck().all()).toEqual(['张三'])
    kept.close()
    await books.close()
  })
})

/** Changes a backup and forges its record, as somebody with a database tool could. */
function doctor(folder: string, name: string, statement: string): void {
  const path = join(folder, name)
  const copy = openDatabase(path)
  copy.sqlite.exec(statement)
  copy.sqlite.pragma('journal_mode = DELETE')
  copy.sqlite.close()
  const record_path = path.replace('.db', '.json')
  const record = JSON.parse(readFileSync(record_path, 'utf8')) as object
  const forged = { ...record, sha256: digestOfFile(path), bytes: readFileSync(path).length }
  writeFileSync(record_path, JSON.stringify(forged))
}

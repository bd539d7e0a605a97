import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addPerson, clockOn, namesIn, startReady } from '../../helpers/open-test-books.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { digestOfFile, tempFolder } from '../../helpers/temp-folder.ts'

const clock = clockOn('2026-11-18')
const own_files = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('duty-ledger'))

it('begins with an empty own book that has its settings', async () => {
  const folder = tempFolder()
  const { books } = await startReady(folder)
  expect(books.name).toBe('own')
  expect(books.data_folder).toBe(folder)
  expect(namesIn(books.current())).toEqual([])
  expect(books.current().sqlite.prepare('SELECT count(*) FROM categories').pluck().get()).toBe(6)
  expect(books.current().sqlite.prepare('SELECT title FROM changes').pluck().all()).toEqual(['建立台账'])
  await books.close()
  expect(own_files(folder)).toEqual(['duty-ledger.db'])
})

it('shows the sample and comes back to the own book, which the sample never touches', async () => {
  const folder = tempFolder()
  const { books } = await startReady(folder)
  await addPerson(books.current(), clock, '张三')
  await books.enterSample()
  expect([books.name, namesIn(books.current())]).toEqual(['sample', ['示例人员']])
  await addPerson(books.current(), clock, '随便写的人')
  expect(namesIn(books.own())).toEqual(['张三'])
  await books.leaveSample()
  expect([books.name, namesIn(books.current())]).toEqual(['own', ['张三']])
  expect(readdirSync(folder).filter((name) => name.startsWith('sample'))).toEqual([])
  await books.close()
})

it('makes the sample anew each time it is entered, and once only while it is open', async () => {
  const { books } = await startReady(tempFolder())
  await books.enterSample()
  await addPerson(books.current(), clock, '随便写的人')
  await books.enterSample()
  expect(namesIn(books.current())).toEqual(['示例人员', '随便写的人'])
  await books.leaveSample()
  await books.enterSample()
  expect(namesIn(books.current())).toEqual(['示例人员'])
  await books.close()
})

it('remembers across a restart which book was on the screen', async () => {
  const folder = tempFolder()
  const first = await startReady(folder)
  await first.books.enterSample()
  await addPerson(first.books.current(), clock, '随便写的人')
  await first.books.close()
  const before = digestOfFile(join(folder, 'duty-ledger.db'))
  const second = await startReady(folder)
  expect([second.books.name, namesIn(second.books.current())]).toEqual(['sample', ['示例人员', '随便写的人']])
  await second.books.leaveSample()
  await second.books.close()
  expect(digestOfFile(join(folder, 'duty-ledger.db'))).toBe(before)
  const third = await startReady(folder)
  expect(third.books.name).toBe('own')
  await third.books.close()
})

it('stays in the own book when the sample cannot be made', async () => {
  const folder = tempFolder()
  const fillSample = () => Promise.reject(new Error('no room'))
  const { books } = await startReady(folder, { fillSample })
  await expect(books.enterSample()).rejects.toThrow('no room')
  expect(books.name).toBe('own')
  expect(readdirSync(folder).filter((name) => name.startsWith('sample'))).toEqual([])
  await books.close()
})

it('answers a second click while the sample is being made', async () => {
  const { books } = await startReady(tempFolder())
  const first = books.enterSample()
  expect(await problemOf(books.enterSample())).toMatchObject({ code: 'book_changing' })
  await first
  expect(books.name).toBe('sample')
  await books.close()
})

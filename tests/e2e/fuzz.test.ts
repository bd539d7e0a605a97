import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openDatabase } from '../../src-main/database/open-database.ts'
import type { Reply } from '../../src-shared/problem.ts'
import { dumpOf } from '../helpers/dump.ts'
import { hostilePayloads } from '../helpers/hostile-payloads.ts'
import { launchApp } from '../helpers/launch-app.ts'

test('5,000 hostile calls: every one is answered with a Problem, nothing crashes, no row changes', async () => {
  test.setTimeout(120_000)
  const { page, app, folder, close } = await launchApp({ today: '2026-11-20' })
  let crashes = 0
  page.on('crash', () => crashes++)
  const book = openDatabase(join(folder, 'data', 'duty-ledger.db'))
  const before = dumpOf(book.sqlite)

  const calls = hostilePayloads(20261122, 5_000)
  const replies: Reply<unknown>[] = []
  for (let at = 0; at < calls.length; at += 500) {
    replies.push(
      ...(await page.evaluate(
        (some) => Promise.all(some.map(([name, input]) => window.bridge.call(name, input))),
        calls.slice(at, at + 500),
      )),
    )
  }
  const accepted = calls.filter((_, index) => replies[index]?.ok !== false)
  const without_words = replies.filter((reply) => !reply.ok && !/[\u4e00-\u9fff]/.test(reply.problem.message))
  const after = dumpOf(book.sqlite)
  await book.close()
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect({ sent: replies.length, accepted, without_words, crashes, windows }).toEqual({
    sent: 5_000,
    accepted: [],
    without_words: [],
    crashes: 0,
    windows: 1,
  })
  expect(after).toEqual(before)
  await close()
})

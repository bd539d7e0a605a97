import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cacheFolder, keepInCache } from '../../tools/cache.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

describe('the cache of what takes minutes to make', () => {
  beforeEach(() => {
    vi.stubEnv('DUTY_LEDGER_CACHE', tempFolder())
    return () => vi.unstubAllEnvs()
  })

  it('fills a folder once', async () => {
    const fill = vi.fn((folder: string) => writeFile(join(folder, 'electron'), 'binary'))
    const first = await keepInCache('electron-1', fill)
    const second = await keepInCache('electron-1', fill)
    expect([second, fill.mock.calls.length, readFileSync(join(first, 'electron'), 'utf8')]).toEqual([
      first,
      1,
      'binary',
    ])
  })

  it('leaves nothing behind that looks finished when filling fails', async () => {
    const half = async (folder: string) => {
      await writeFile(join(folder, 'electron'), 'half of the bin')
      throw new Error('no space left on device')
    }
    await expect(keepInCache('electron-1', half)).rejects.toThrow('no space left on device')
    expect(readdirSync(cacheFolder())).toEqual([])
  })

  it('does not use what a run that was killed has half written, and clears it away a day later', async () => {
    const abandoned = join(cacheFolder(), '.partial-electron-1-abc')
    mkdirSync(abandoned)
    writeFileSync(join(abandoned, 'electron'), 'half of the bin')
    const twoDaysAgo = Date.now() / 1000 - 2 * 86_400
    utimesSync(abandoned, twoDaysAgo, twoDaysAgo)
    const folder = await keepInCache('electron-1', (to) => writeFile(join(to, 'electron'), 'binary'))
    expect([readFileSync(join(folder, 'electron'), 'utf8'), existsSync(abandoned)]).toEqual(['binary', false])
  })

  it('gives two runs at once the same complete folder', async () => {
    const fillAs = (name: string) => (folder: string) => writeFile(join(folder, 'electron'), name)
    const [one, other] = await Promise.all([
      keepInCache('electron-1', fillAs('one')),
      keepInCache('electron-1', fillAs('other')),
    ])
    expect(other).toBe(one)
    expect(['one', 'other']).toContain(readFileSync(join(one, 'electron'), 'utf8'))
    expect(readdirSync(cacheFolder())).toEqual(['electron-1'])
  })
})

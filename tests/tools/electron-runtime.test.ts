import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findElectron, givenElectron, needsCompiledAddon } from '../../tools/electron-runtime.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

/** Places that have what is named, and note that they were asked. */
function sourcesWith(...has: string[]) {
  const asked: string[] = []
  const from = (place: string) => async () => {
    asked.push(place)
    return has.includes(place) ? `/${place}` : undefined
  }
  const registry = async () => {
    asked.push('registry')
    return '/registry'
  }
  return { asked, given: from('given'), official: from('official'), registry }
}

describe('finding an Electron', () => {
  it('takes the one it is given before any other', async () => {
    const sources = sourcesWith('given', 'official')
    expect(await findElectron(sources, true)).toEqual({ kind: 'given', folder: '/given' })
    expect(sources.asked).toEqual(['given'])
  })

  it('takes the official one before that of the registry', async () => {
    const sources = sourcesWith('official')
    expect(await findElectron(sources, true)).toEqual({ kind: 'official', folder: '/official' })
    expect(sources.asked).toEqual(['given', 'official'])
  })

  it('takes that of the registry last', async () => {
    const sources = sourcesWith()
    expect(await findElectron(sources, true)).toEqual({ kind: 'registry', folder: '/registry' })
    expect(sources.asked).toEqual(['given', 'official', 'registry'])
  })

  it('says what to do where the registry has none for the machine', async () => {
    await expect(findElectron(sourcesWith(), false)).rejects.toThrow(
      /could not be downloaded\. Name a mirror in ELECTRON_MIRROR, or a folder .* in ELECTRON_OVERRIDE_DIST_PATH/,
    )
  })
})

describe('a folder named in ELECTRON_OVERRIDE_DIST_PATH', () => {
  it('is refused when there is no Electron in it', () => {
    const folder = tempFolder()
    expect(() => givenElectron(folder)).toThrow(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no `,
    )
  })

  it.runIf(process.platform === 'linux')('is taken when there is one', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'electron'), '')
    chmodSync(join(folder, 'electron'), 0o755)
    expect(givenElectron(folder)).toBe(folder)
  })
})

describe('an Electron older than Node-API 10', () => {
  it.each([
    ['33.2.1', true],
    ['v34.5.8', true],
    ['35.0.0', false],
    ['45.4.1', false],
  ])('needs a compiled addon: %s %s', (version, needs) => {
    const folder = join(tempFolder(), 'dist')
    mkdirSync(folder)
    writeFileSync(join(folder, 'version'), `${version}\n`)
    expect(needsCompiledAddon(folder)).toBe(needs)
  })
})

import { doMergeConfigs, getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { describe, expect, it } from 'vitest'
import { kindOfPacking, requireReleasable } from '../../tools/package.ts'
import { projectFolder } from '../../tools/project.ts'

describe('what npm run package makes', () => {
  it.each([
    [['--linux', 'dir'], true, 'unpacked'],
    [['--linux', 'dir'], false, 'trial'],
    [['--linux', 'dir', '--x64'], false, 'trial'],
    [['--linux', 'dir', '--release'], false, 'release'],
    [['--linux', 'dir', '--arm64'], false, 'release'],
    [['--linux', 'dir', 'deb'], false, 'release'],
    [['--win'], true, 'release'],
    [[], true, 'release'],
  ] as const)(
    '%j with the official Electron within reach: %s is a build of kind %s',
    (args, isWithinReach, kind) => {
      expect(kindOfPacking([...args], isWithinReach)).toBe(kind)
    },
  )

  it('is no release without the official Electron', () => {
    expect(() => requireReleasable(false, false)).toThrow(
      /the one from the npm registry is for development and tests only/,
    )
  })

  it('is no release with an addon compiled on this machine', () => {
    expect(() => requireReleasable(true, true)).toThrow(/node_modules\/better-sqlite3\/build .* Run `npm ci`/)
  })

  it('is a release otherwise', () => {
    expect(() => requireReleasable(true, false)).not.toThrow()
  })
})

describe('electron-builder.yml', () => {
  it('is valid', async () => {
    const config = await getConfig(projectFolder, 'electron-builder.yml', null)
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined()
    await expect(
      validateConfiguration(doMergeConfigs([config, { nsys: {} } as object]), new DebugLogger(false)),
    ).rejects.toThrow("unknown property 'nsys'")
  })

  it('installs for one user and asks for no rights', async () => {
    const { nsis, win } = await getConfig(projectFolder, 'electron-builder.yml', null)
    expect({ perMachine: nsis?.perMachine, allowElevation: nsis?.allowElevation, win: win?.target }).toEqual({
      perMachine: false,
      allowElevation: false,
      win: [
        { target: 'nsis', arch: 'x64' },
        { target: 'zip', arch: 'x64' },
      ],
    })
  })

  it('starts nothing with --no-sandbox', async () => {
    expect(JSON.stringify(await getConfig(projectFolder, 'electron-builder.yml', null))).not.toContain(
      'sandbox',
    )
  })
})

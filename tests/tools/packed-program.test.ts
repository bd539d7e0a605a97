import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../tools/build.ts'
import { capture } from '../../tools/command.ts'
import { openDisplay } from '../../tools/display.ts'
import { launchOptionsOf } from '../../tools/electron-runtime.ts'
import { inProject } from '../../tools/project.ts'
import { packTrial } from '../../tools/trial-package.ts'
import { asarFiles, filesBelow } from './packaged.ts'

const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-packed-'))

beforeAll(buildIfStale, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the packed program', () => {
  beforeAll(() => packAroundEmptyElectron(folder), 180_000)

  it.each([
    { target: 'win32-x64', unpacked: 'win-unpacked' },
    { target: 'linux-x64', unpacked: 'linux-unpacked' },
    { target: 'linux-arm64', unpacked: 'linux-arm64-unpacked' },
  ])('holds for $target what it needs and nothing else', ({ target, unpacked }) => {
    const files = asarFiles(join(folder, 'dist', unpacked, 'resources/app.asar'))
    const manyFiles =
      /^((node_modules\/better-sqlite3\/lib|out\/renderer\/assets)\/|out\/main\/[\w-]+-[\w-]{8}\.js$)/
    expect(files.filter((file) => !manyFiles.test(file))).toEqual([
      'node_modules/better-sqlite3/LICENSE',
      'node_modules/better-sqlite3/package.json',
      `node_modules/better-sqlite3/prebuilds/${target}.node (unpacked)`,
      'out/main/aside-worker.js',
      'out/main/excel-process.js',
      'out/main/main.js',
      'out/main/pdfium.wasm',
      'out/main/preview-process.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
      'out/renderer/print.html',
      'package.json',
    ])
    const rest = files.filter((file) => manyFiles.test(file))
    expect(rest.filter((file) => !/\.(js|css|woff2|png|svg)$/.test(file))).toEqual([])
  })
})

describe.runIf(process.platform === 'linux')('packed as a trial build', () => {
  const program = join(folder, 'trial/linux-unpacked')

  beforeAll(async () => {
    expect(await packTrial(join(folder, 'trial'))).toBe(0)
  }, 300_000)

  it('has the fuses that electron-builder.yml names', async () => {
    const wire = await getCurrentFuseWire(join(program, 'duty-ledger'))
    const state = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
      browserSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      nodeCliInspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      browserSnapshot: false,
      filePrivileges: false,
    })
  })

  it('says what it is, and brings only the archive and the addon for this machine', () => {
    expect(existsSync(join(program, '试制-TRIAL.txt'))).toBe(true)
    const addon = 'node_modules/better-sqlite3/prebuilds/linux-x64.node'
    expect(filesBelow(join(program, 'resources'))).toEqual(['app.asar', `app.asar.unpacked/${addon}`])
    expect(
      asarFiles(join(program, 'resources/app.asar')).filter((file) => file.endsWith('(unpacked)')),
    ).toEqual([`${addon} (unpacked)`])
  })

  it('checks itself and finds all well', async () => {
    const closeDisplay = await openDisplay()
    const { executablePath, args, env } = await launchOptionsOf(join(program, 'duty-ledger'))
    const { exitCode, output } = await capture(executablePath, [...args, '--self-check'], {
      env,
      timeout: 60_000,
    })
    await closeDisplay()
    expect({ exitCode, troubles: output.match(/^不正常.*$/gm) }, output).toEqual({
      exitCode: 0,
      troubles: null,
    })
  }, 90_000)

  it('does not listen to a debugger', async () => {
    const closeDisplay = await openDisplay()
    const { executablePath, args, env } = await launchOptionsOf(join(program, 'duty-ledger'))
    const switches = ['--inspect=0', '--self-check']
    const { output } = await capture(executablePath, [...args, ...switches], { env, timeout: 60_000 })
    await closeDisplay()
    expect(output).not.toContain('Debugger listening')
    expect(output).toContain('正常')
  }, 90_000)
})

/** The Electron is made of empty files: what is looked at is only what our configuration puts beside it. */
async function packAroundEmptyElectron(folder: string): Promise<void> {
  const electron = join(folder, 'electron')
  const files = ['electron', 'electron.exe', 'locales/zh-CN.pak', 'locales/en-US.pak']
  mkdirSync(join(electron, 'locales'), { recursive: true })
  for (const file of files) writeFileSync(join(electron, file), '')
  const config = {
    extends: 'electron-builder.yml',
    directories: { output: join(folder, 'dist') },
    electronDist: electron,
    electronFuses: null,
    disableAsarIntegrity: true,
    win: { signAndEditExecutable: false },
  }
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
  const targets = ['--win', '--linux', '--x64', '--arm64', '--dir']
  const { exitCode, output } = await capture(process.execPath, [
    inProject('node_modules/electron-builder/cli.js'),
    ...targets,
    '--publish',
    'never',
    '--config',
    join(folder, 'config.json'),
  ])
  if (exitCode !== 0) throw new Error(output)
}

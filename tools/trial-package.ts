import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './command.ts'
import { electronRuntime, electronVersion, needsCompiledAddon } from './electron-runtime.ts'
import { compiledAddon } from './node-api-9/compiled-addon.ts'
import { inProject } from './project.ts'

/** Tells a trial from the real program everywhere a person sees it, and gives it a data folder of its own. */
const trialName = '履职台账（试制）'

const prebuiltAddon = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node'

const note = `试制版 TRIAL BUILD

这是用测试运行环境打包的试制版，只供开发人员检查打包结果，不得交付使用。
Packed with the Electron that tests run in, to look at the packing. It must not be given to anybody.
`

/**
 * Packs the unpacked Linux program with the Electron of development and tests, into the folder `into`. The answer is the
 * exit code.
 */
export async function packTrial(into = inProject('dist')): Promise<number> {
  const runtime = await electronRuntime()
  const folder = mkdtempSync(join(tmpdir(), 'duty-ledger-trial-'))
  const config = join(folder, 'trial.json')
  writeFileSync(config, JSON.stringify(trialConfig(runtime.folder, into)))
  const builder = inProject('node_modules/electron-builder/cli.js')
  const pack = ['--linux', 'dir', '--x64', '--publish', 'never', '--config', config]
  const exitCode = await run(process.execPath, [builder, ...pack])
  rmSync(folder, { recursive: true })
  if (exitCode === 0) await finishTrial(join(into, 'linux-unpacked'), needsCompiledAddon(runtime.folder))
  return exitCode
}

function trialConfig(electronFolder: string, into: string): object {
  return {
    extends: 'electron-builder.yml',
    productName: trialName,
    extraMetadata: { productName: trialName },
    electronDist: electronFolder,
    electronVersion: electronVersion(electronFolder),
    directories: { output: into },
  }
}

/** The runtime's own default app goes; the prebuilt addon gives way to the compiled one where Electron needs it. */
async function finishTrial(folder: string, wantsCompiledAddon: boolean): Promise<void> {
  rmSync(join(folder, 'resources/app'), { recursive: true, force: true })
  rmSync(join(folder, 'version'), { force: true })
  if (wantsCompiledAddon) copyFileSync(await compiledAddon(), join(folder, prebuiltAddon))
  writeFileSync(join(folder, '试制-TRIAL.txt'), note)
  console.log(
    `\n${trialName}: ${folder}\nA trial build with the Electron of development and tests. It must not be given to anybody.`,
  )
}

import { existsSync } from 'node:fs'
import { build } from './build.ts'
import { run } from './command.ts'
import { compiledAddonFolder } from './node-api-9/compiled-addon.ts'
import { isOfficialElectronWithinReach } from './official-electron.ts'
import { inProject, pinnedVersion } from './project.ts'
import { runProgram, Stop } from './stop.ts'
import { packTrial } from './trial-package.ts'

export type Packing = 'trial' | 'unpacked' | 'release'

/**
 * What a call of `npm run package -- …` makes. Everything that can be given away, and what is asked for as --release, is
 * a release; an unpacked folder for Linux is for looking at, and a trial where the official Electron cannot be had.
 */
export function kindOfPacking(args: string[], isOfficialWithinReach: boolean): Packing {
  const isFolderOnly =
    args.includes('dir') && args.every((argument) => ['--linux', '--x64', 'dir'].includes(argument))
  if (!isFolderOnly) return 'release'
  return isOfficialWithinReach ? 'unpacked' : 'trial'
}

/** Stops where a release would contain something that was made or found only on this machine. */
export function requireReleasable(isOfficialWithinReach: boolean, hasCompiledAddon: boolean): void {
  if (hasCompiledAddon) {
    throw new Stop(
      'A release ships the prebuilt better-sqlite3, but node_modules/better-sqlite3/build holds one compiled on this ' +
        'machine for tests. Run `npm ci` (or remove that folder) and pack again.',
    )
  }
  if (!isOfficialWithinReach) {
    throw new Stop(
      `A release contains the official Electron ${pinnedVersion('electron')}, which cannot be downloaded here; the one ` +
        'from the npm registry is for development and tests only. Pack on a machine with internet or name a mirror in ' +
        'ELECTRON_MIRROR. `npm run package -- --linux dir` makes a trial build here.',
    )
  }
}

async function main(args: string[]): Promise<number> {
  const isOfficialWithinReach = await isOfficialElectronWithinReach()
  const packing = kindOfPacking(args, isOfficialWithinReach)
  if (packing === 'release') requireReleasable(isOfficialWithinReach, existsSync(compiledAddonFolder))
  if ((await build()) !== 0) throw new Stop('The app could not be built.')
  if (packing === 'trial') return packTrial()
  const targets = args.filter((argument) => argument !== '--release')
  return run(process.execPath, [
    inProject('node_modules/electron-builder/cli.js'),
    ...targets,
    '--publish',
    'never',
  ])
}

if (import.meta.main) await runProgram(() => main(process.argv.slice(2)))

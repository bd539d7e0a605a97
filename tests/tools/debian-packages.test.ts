import { describe, expect, it } from 'vitest'
import { ensureDebianPackages, type Machine } from '../../tools/debian-packages.ts'

interface Pretence {
  missing: string[]
  mayInstall: boolean
  /** The apt-get command that fails. */
  fails?: string
}

/** A machine on which the libraries or programs in `missing` are missing until apt-get has installed something. */
function pretend({ missing, mayInstall, fails }: Pretence): Machine & { commands: string[] } {
  const commands: string[] = []
  let absent = missing
  return {
    commands,
    has: async (mark) => !absent.includes(Object.values(mark)[0] ?? ''),
    mayInstall: () => mayInstall,
    async aptGet(...args) {
      commands.push(args.join(' '))
      if (args[0] === fails) return { exitCode: 100, output: 'E: Unable to locate package' }
      if (args[0] === 'install') absent = []
      return { exitCode: 0, output: '' }
    },
  }
}

describe.runIf(process.platform === 'linux')('the Debian packages that Electron needs', () => {
  it('are left alone when all is there', async () => {
    const machine = pretend({ missing: [], mayInstall: true })
    await ensureDebianPackages(['electron'], machine)
    expect(machine.commands).toEqual([])
  })

  it('are installed by root, only the missing ones, after an update of the lists', async () => {
    const machine = pretend({ missing: ['libnss3.so', 'Xvfb'], mayInstall: true })
    await ensureDebianPackages(['electron', 'display'], machine)
    expect(machine.commands).toEqual(['update', 'install --yes --no-install-recommends libnss3 xvfb'])
  })

  it('are named in the exact command where they may not be installed', async () => {
    const machine = pretend({ missing: ['Xvfb'], mayInstall: false })
    await expect(ensureDebianPackages(['display'], machine)).rejects.toThrow(
      '\n  apt-get update && apt-get install --yes --no-install-recommends xvfb',
    )
    expect(machine.commands).toEqual([])
  })

  it('stop the program with what apt-get said when it fails', async () => {
    const machine = pretend({ missing: ['g++', 'make'], mayInstall: true, fails: 'install' })
    await expect(ensureDebianPackages(['compiler'], machine)).rejects.toThrow(
      /apt-get install failed:\nE: Unable to locate package\n\n[\s\S]*install --yes --no-install-recommends g\+\+ make$/,
    )
  })
})

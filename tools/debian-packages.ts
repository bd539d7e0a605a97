import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture, type Finished } from './command.ts'
import { Stop } from './stop.ts'

/** What a package brings that can be looked for quickly, on Debian and elsewhere. */
type Mark = { library: string } | { program: string } | { font: string } | { module: string }

const purposes = {
  electron: {
    'libgtk-3-0': { library: 'libgtk-3.so.0' },
    libnss3: { library: 'libnss3.so' },
    libasound2: { library: 'libasound.so.2' },
    libgbm1: { library: 'libgbm.so.1' },
    'fonts-noto-cjk': { font: 'zh' },
  },
  display: { xvfb: { program: 'Xvfb' } },
  /** Tests read the PDF files that the program draws. */
  paper: { 'poppler-utils': { program: 'pdftotext' } },
  bench: { 'python3-xlsxwriter': { module: 'xlsxwriter' }, 'python3-openpyxl': { module: 'openpyxl' } },
  compiler: { 'g++': { program: 'g++' }, make: { program: 'make' }, python3: { program: 'python3' } },
} satisfies Record<string, Record<string, Mark>>

export type Purpose = keyof typeof purposes

/** The ways in which this module touches the machine. */
export interface Machine {
  has(mark: Mark): Promise<boolean>
  mayInstall(): boolean
  aptGet(...args: string[]): Promise<Finished>
}

/** Sees to it that a Linux machine has what is needed: installs it where that is allowed, else stops and says how. */
export async function ensureDebianPackages(needed: Purpose[], machine: Machine = thisMachine): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = await missingPackages(needed, machine)
  if (missing.length === 0) return
  if (!machine.mayInstall()) throw new Stop(howToInstall(missing))
  console.error(`Installing Debian packages: ${missing.join(' ')}`)
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...missing]]) {
    const { exitCode, output } = await machine.aptGet(...args)
    if (exitCode !== 0)
      throw new Stop(`apt-get ${args[0]} failed:\n${output.trim()}\n\n${howToInstall(missing)}`)
  }
  const stillMissing = await missingPackages(needed, machine)
  if (stillMissing.length > 0)
    throw new Stop(`Installed, but not found afterwards: ${stillMissing.join(' ')}`)
}

async function missingPackages(needed: Purpose[], machine: Machine): Promise<string[]> {
  const packages = needed.flatMap((purpose): [string, Mark][] => Object.entries(purposes[purpose]))
  const found = await Promise.all(packages.map(([, mark]) => machine.has(mark)))
  return packages.filter((_, index) => !found[index]).map(([name]) => name)
}

function howToInstall(packages: string[]): string {
  const install = `apt-get install --yes --no-install-recommends ${packages.join(' ')}`
  return `This needs Debian packages that are missing. Install them as root and try again:\n  apt-get update && ${install}`
}

const thisMachine: Machine = {
  async has(mark) {
    if ('program' in mark) return programOnPath(mark.program)
    if ('module' in mark) {
      // Debian's python; another one may be first on the path.
      return (await capture('/usr/bin/python3', ['-c', `import ${mark.module}`])).exitCode === 0
    }
    if ('library' in mark) return (await libraries()).includes(`${mark.library} `)
    const fonts = await capture('fc-list', [`:lang=${mark.font}`, 'family'])
    return fonts.exitCode === 0 && fonts.output.trim() !== ''
  },
  mayInstall: () => process.getuid?.() === 0 && programOnPath('apt-get'),
  aptGet: (...args) =>
    capture('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }),
}

function programOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

async function libraries(): Promise<string> {
  return (await capture(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'])).output
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './command.ts'
import { inProject, projectFolder } from './project.ts'

/**
 * How Chromium's sandbox is had: `own` as it is; `namespace` by starting as "nobody" inside a user
 * namespace (Chromium refuses to be sandboxed as root), who still owns root's files; `none` by --no-sandbox.
 */
export type Sandbox = 'own' | 'namespace' | 'none'

export const namespaceStarter = inProject('tools/electron-in-namespace.sh')

/** The one place that decides it, for programs of developers only: the packaged program is always sandboxed. */
export async function chooseSandbox(electronFolder: string): Promise<Sandbox> {
  if (process.platform !== 'linux') return 'own'
  if (process.getuid?.() === 0) {
    const ownsTheProject = statSync(projectFolder).uid === 0
    return ownsTheProject && (await canNestNamespaces()) ? 'namespace' : 'none'
  }
  return isSetuidHelper(join(electronFolder, 'chrome-sandbox')) || (await canMakeNamespace()) ? 'own' : 'none'
}

async function canNestNamespaces(): Promise<boolean> {
  const notRoot = ['--user', '--map-user=65534', '--map-group=65534']
  return (
    (await capture('unshare', [...notRoot, 'unshare', '--user', '--map-root-user', '--net', 'true']))
      .exitCode === 0
  )
}

async function canMakeNamespace(): Promise<boolean> {
  return (await capture('unshare', ['--user', '--map-root-user', '--net', 'true'])).exitCode === 0
}

function isSetuidHelper(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  return found?.uid === 0 && (found.mode & 0o4000) !== 0
}

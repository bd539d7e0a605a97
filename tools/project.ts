// Programs for developers: they find a runnable Electron, carry out `npm start` and `npm test`, and pack the program.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const projectFolder = dirname(import.meta.dirname)

export function inProject(...parts: string[]): string {
  return join(projectFolder, ...parts)
}

/** The exact version of a package as package.json pins it, from dependencies or devDependencies. */
export function pinnedVersion(name: string): string {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    devDependencies: Record<string, string>
  }
  const version = dependencies[name] ?? devDependencies[name]
  if (version === undefined) throw new Error(`package.json does not name ${name}`)
  return version
}

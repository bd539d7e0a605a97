import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Blank forms by openpyxl, by their names without ending; none where it is not installed. */
export function makeSuperiorForms(folder: string): Record<string, string> {
  const script = join(import.meta.dirname, 'make-superior-forms.py')
  const { status, stderr } = spawnSync('/usr/bin/python3', [script, folder])
  if (status !== 0 && !/ModuleNotFoundError/.test(String(stderr))) throw new Error(String(stderr))
  return Object.fromEntries(readdirSync(folder).map((name) => [basename(name, '.xlsx'), join(folder, name)]))
}

import { join } from 'node:path'
import type { ImportKind } from '../../src-shared/imports.ts'
import { type LaunchedApp, project } from './launch-app.ts'

export function sampleFile(name: string): string {
  return join(project, 'samples', name)
}

/** Takes a workbook of samples/ in without looking: for tests that begin where an import ends. */
export async function importSample(app: LaunchedApp, kind: ImportKind, file: string): Promise<void> {
  await app.chooseFile(sampleFile(file))
  const answer = await app.call('imports.choose', { kind, choices: {} })
  if (answer.state !== 'preview') throw new Error(`${file} was not chosen`)
  await app.call('imports.save', { import_id: answer.preview.import_id, left_out: [] })
}

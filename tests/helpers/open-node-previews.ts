import { startNodeChild } from '../../src-main/node-child.ts'
import { openPreviews, type Previews } from '../../src-main/previews/previews.ts'

const program = new URL('../../src-main/previews/preview-process.ts', import.meta.url)

/** The real process, run by Node; it is started with the first picture. */
export function openNodePreviews(limitMilliseconds?: number): Previews {
  return openPreviews(() => startNodeChild(program), limitMilliseconds)
}

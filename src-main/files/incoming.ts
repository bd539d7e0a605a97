// Files on their way in: dropped on the window, pasted or chosen. The page holds a token for each, never a path.
import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import {
  largest_file_bytes,
  most_files,
  sizeText,
  type Taken,
  type TakenFile,
} from '../../src-shared/files.ts'
import { UserProblem } from '../../src-shared/problem.ts'

export interface IncomingFile extends TakenFile {
  /** Something without a file of its own (a screenshot, a cropped photo) comes as its bytes. */
  source: { path: string } | { bytes: Uint8Array }
}

export interface Incoming {
  /** Everything that can be taken gets a token; the rest is named with the reason. */
  take(sources: unknown): Promise<Taken>
  knows(token: string): boolean
  /** @throws a `UserProblem` when the token is not known any more */
  get(token: string): IncomingFile
  /** The path behind a token, for what reads files from where they lie. */
  pathOf(token: string): string
}

const Sources = z
  .array(
    z.union([
      z.object({ path: z.string().min(1) }),
      z.object({ name: z.string().max(1000), bytes: z.instanceof(Uint8Array) }),
    ]),
  )
  .max(most_files, `一次最多放入 ${most_files} 个文件，请分几次来放。`)
type Source = z.infer<typeof Sources>[number]

/** Tokens remembered; the oldest are forgotten first, and with them the bytes they held. */
const most_tokens = 2000
const most_bytes = 2 * largest_file_bytes

export function createIncoming(): Incoming {
  const known = new Map<string, IncomingFile>()

  function forgetOldest(): void {
    let bytes = [...known.values()].reduce((sum, file) => sum + held(file), 0)
    for (const [token, file] of known) {
      if (known.size <= most_tokens && bytes <= most_bytes) return
      known.delete(token)
      bytes -= held(file)
    }
  }

  function get(token: string): IncomingFile {
    const file = known.get(token)
    if (file) return file
    throw new UserProblem({
      code: 'file_forgotten',
      message: '刚才放入的文件已经不在手边了。',
      next: '请把文件重新拖入、粘贴或选择一次。',
    })
  }

  return {
    async take(sources) {
      const taken: Taken = { files: [], refused: [] }
      for (const source of Sources.parse(sources)) {
        const { name, size, why } = await lookAt(source)
        if (why !== null) {
          taken.refused.push({ name, why })
          continue
        }
        const file = { token: randomUUID(), name, size }
        known.set(file.token, {
          ...file,
          source: 'path' in source ? { path: source.path } : { bytes: source.bytes },
        })
        taken.files.push(file)
      }
      forgetOldest()
      return taken
    },
    knows: (token) => known.has(token),
    get,
    pathOf(token) {
      const { name, source } = get(token)
      if ('path' in source) return source.path
      throw new UserProblem({
        code: 'file_without_path',
        message: `“${name}”是从剪贴板来的内容，不是磁盘上的文件。`,
        next: '请先把它存成文件，再拖入或选择那个文件。',
      })
    },
  }
}

function held({ source }: IncomingFile): number {
  return 'bytes' in source ? source.bytes.length : 0
}

async function lookAt(source: Source): Promise<{ name: string; size: number; why: string | null }> {
  if ('bytes' in source) {
    const { name, bytes } = source
    return { name: name === '' ? '剪贴板图片' : name, size: bytes.length, why: whyNot(bytes.length) }
  }
  const name = basename(source.path)
  try {
    const found = await stat(source.path)
    if (found.isDirectory()) {
      return { name, size: 0, why: '这是一个文件夹。请打开它，选中里面的文件再放入。' }
    }
    if (!found.isFile()) return { name, size: 0, why: '这不是一个普通的文件。' }
    return { name, size: found.size, why: whyNot(found.size) }
  } catch {
    return { name, size: 0, why: '读不到这个文件，可能已被移动、改名，或者移动盘已拔出。' }
  }
}

function whyNot(size: number): string | null {
  if (size === 0) return '这是一个空文件，里面没有内容。'
  if (size <= largest_file_bytes) return null
  return `这个文件有 ${sizeText(size)}，超过了 ${sizeText(largest_file_bytes)} 的上限。请压缩或拆分后再放入。`
}

import { limits } from './limits.ts'
import { damaged, forbidden, Unreadable } from './unreadable.ts'
import { XmlScanner } from './xml-scanner.ts'

export type Attributes = Record<string, string>

/** Element names come without their prefix: a book may write `<x:row>` for `<row>`. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
  /** See `XmlEvents`; the elements taken must be complete, and without extensions in them. */
  take?(text: string, at: number): number
}

/** Extensions of later versions; they repeat names of the base format with other meanings. */
const skipped = new Set(['extLst', 'AlternateContent'])
const sliceBytes = 64 * 1024

/** Reads one XML part as events. `roots`: the names that its outermost element may have. */
export async function readXml(
  chunks: AsyncIterable<Buffer>,
  roots: readonly string[],
  handlers: XmlHandlers,
): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = openScanner(roots, handlers)
  let isFirst = true
  for await (const chunk of chunks) {
    if (isFirst) refuseUtf16(chunk)
    isFirst = false
    for (let start = 0; start < chunk.length; start += sliceBytes) {
      const slice = chunk.subarray(start, start + sliceBytes)
      guarded(() => parser.write(decoder.decode(slice, { stream: true })))
    }
  }
  guarded(() => parser.write(decoder.decode()))
  guarded(() => parser.close())
}

/** The decoder and the parser throw plain errors for text that is not well-formed. */
function guarded(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw damaged('内部数据（XML）格式不正确', error)
  }
}

function openScanner(roots: readonly string[], handlers: XmlHandlers): XmlScanner {
  let depth = 0
  let skipDepth = 0
  return new XmlScanner({
    declaration(encoding) {
      if (!/^(utf-?8|us-ascii)$/i.test(encoding)) throw damaged(`内部数据使用了 ${encoding} 编码`)
    },
    doctype() {
      throw forbidden(
        '内部数据含有文档类型声明（DOCTYPE），正常的工作簿没有它。',
        '请用 WPS 或 Excel 另存为新文件。',
      )
    },
    open(name, attributes) {
      depth += 1
      if (depth > limits.xml_depth) throw damaged('内部数据嵌套过深')
      const local = withoutPrefix(name)
      if (depth === 1 && !roots.includes(local)) {
        throw damaged(`内部部件的内容不对（${local.slice(0, 40)}）`)
      }
      if (skipDepth === 0 && skipped.has(local)) skipDepth = depth
      if (skipDepth === 0) handlers.open?.(local, attributes)
    },
    close(name) {
      if (skipDepth === 0) handlers.close?.(withoutPrefix(name))
      if (skipDepth === depth) skipDepth = 0
      depth -= 1
    },
    text(text) {
      if (skipDepth === 0) handlers.text?.(text)
    },
    take: (text, at) => (skipDepth === 0 ? (handlers.take?.(text, at) ?? at) : at),
  })
}

function refuseUtf16(chunk: Buffer): void {
  const isUtf16 = (chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)
  if (isUtf16 || chunk[0] === 0x00 || chunk[1] === 0x00) throw damaged('内部数据使用了 UTF-16 编码')
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

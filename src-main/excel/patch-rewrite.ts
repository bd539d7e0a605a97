import { plainText, rawText } from './patch-element.ts'
import { tokenAt } from './patch-token.ts'
import { damaged } from './unreadable.ts'

export interface Rewriting {
  /** Every opening tag with the local name of its element and of the one around it. */
  tag?(name: string, tag: string, parent: string): string
  /** The text right inside of an element, decoded; undefined leaves it as it is. */
  text?(name: string, text: string): string | undefined
}

/** XML with its tags and texts as told; what is left as it is keeps its bytes. */
export function rewriteXml(raw: string, { tag, text }: Rewriting): string {
  const path: string[] = []
  let rewritten = ''
  let done = 0
  let text_start = 0
  const keepTo = (place: number, instead: string, behind: number) => {
    rewritten += raw.slice(done, place) + instead
    done = behind
  }
  for (let at = raw.indexOf('<'); at >= 0; at = raw.indexOf('<', at)) {
    const token = tokenAt(raw, at)
    if (!token) throw damaged('内部数据（XML）格式不正确')
    const { kind, name, end } = token
    if (kind === 'open' || kind === 'empty') {
      const old = raw.slice(at, end)
      const next = tag?.(name, old, path.at(-1) ?? '') ?? old
      if (next !== old) keepTo(at, next, end)
      if (kind === 'open') path.push(name)
      text_start = end
    } else if (kind === 'close') {
      const element = path.pop()
      const old = element === name && text && text_start < at ? plainText(raw.slice(text_start, at)) : ''
      const next = old.trim() === '' ? undefined : text?.(name, old)
      if (next !== undefined && next !== old) keepTo(text_start, rawText(next), at)
      text_start = raw.length
    }
    at = end
  }
  return rewritten + raw.slice(done)
}

/** XML with each element of one of these names as told; one inside of another goes with it. */
export function mapElements(
  raw: string,
  names: readonly string[],
  change: (element: string) => string,
): string {
  let mapped = ''
  let done = 0
  let start = -1
  let depth = 0
  for (let at = raw.indexOf('<'); at >= 0; at = raw.indexOf('<', at)) {
    const token = tokenAt(raw, at)
    if (!token) throw damaged('内部数据（XML）格式不正确')
    if (start < 0 && token.kind === 'open' && names.includes(token.name)) {
      start = at
      depth = 0
    }
    if (start >= 0 && token.kind === 'open') depth += 1
    if (start >= 0 && token.kind === 'close') depth -= 1
    if (start >= 0 && depth === 0) {
      mapped += raw.slice(done, start) + change(raw.slice(start, token.end))
      done = token.end
      start = -1
    }
    at = token.end
  }
  return mapped + raw.slice(done)
}

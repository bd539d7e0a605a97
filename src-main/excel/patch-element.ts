import { tokenAt } from './patch-token.ts'
import { damaged } from './unreadable.ts'

/** An element inside of a longer text, by its places there. */
export interface ElementPlace {
  name: string
  start: number
  /** Behind its tag; for `<v/>` the end too. */
  open_end: number
  /** Where its closing tag begins. */
  close_start: number
  end: number
}

/** The elements right below the one that `raw` is. */
export function childrenOf(raw: string): ElementPlace[] {
  const children: ElementPlace[] = []
  let depth = 0
  let child: ElementPlace | undefined
  for (let at = raw.indexOf('<'); at >= 0; at = raw.indexOf('<', at)) {
    const token = tokenAt(raw, at)
    if (!token) throw damaged('内部数据（XML）格式不正确')
    if (token.kind === 'close') {
      depth -= 1
      if (depth === 1 && child) {
        child.close_start = at
        child.end = token.end
        children.push(child)
      }
    } else if (token.kind !== 'other') {
      const place = {
        name: token.name,
        start: at,
        open_end: token.end,
        close_start: token.end,
        end: token.end,
      }
      if (depth === 1 && token.kind === 'empty') children.push(place)
      else if (depth === 1) child = place
      if (token.kind === 'open') depth += 1
    }
    at = token.end
  }
  return children
}

/** The tag that an element begins with. */
export function tagOf(raw: string): string {
  return raw.slice(0, tokenAt(raw, 0)?.end ?? raw.length)
}

/** `x:` when the elements of the part are written as `<x:row>`. */
export function prefixOf(tag: string): string {
  return /^<\/?([^\s/>:]+:)/.exec(tag)?.[1] ?? ''
}

const attribute = /\s+([^\s=/>"']+)\s*=\s*("[^"]*"|'[^']*')/y

function* attributesOf(
  tag: string,
): Generator<{ name: string; start: number; end: number; all_start: number }> {
  attribute.lastIndex = /^<[^\s/>]+/.exec(tag)?.[0].length ?? 0
  for (;;) {
    const all_start = attribute.lastIndex
    const match = attribute.exec(tag)
    if (!match?.[1] || !match[2]) return
    const end = attribute.lastIndex - 1
    const next = attribute.lastIndex
    yield { name: match[1], start: end - match[2].length + 2, end, all_start }
    attribute.lastIndex = next
  }
}

/** As text; `undefined` when the tag does not have it. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const found of attributesOf(tag)) {
    if (found.name === name) return plainText(tag.slice(found.start, found.end))
  }
  return undefined
}

/** The prefix with its colon that the tag binds to a name space; undefined when it binds none. */
export function prefixFor(tag: string, space: RegExp): string | undefined {
  for (const { name, start, end } of attributesOf(tag)) {
    if (name.startsWith('xmlns:') && space.test(tag.slice(start, end))) return `${name.slice(6)}:`
  }
  return undefined
}

/** The tag with the attribute set to `value`, or without it when that is undefined. Everything else stays as it is. */
export function withAttribute(tag: string, name: string, value: string | number | undefined): string {
  for (const found of attributesOf(tag)) {
    if (found.name !== name) continue
    if (value === undefined) return tag.slice(0, found.all_start) + tag.slice(found.end + 1)
    return tag.slice(0, found.start) + rawText(String(value)) + tag.slice(found.end)
  }
  if (value === undefined) return tag
  const end = tag.length - (tag.endsWith('/>') ? 2 : 1)
  return `${tag.slice(0, end).trimEnd()} ${name}="${rawText(String(value))}"${tag.slice(end)}`
}

/** Text as it stands in a part: escaped, one character a byte. */
export function rawText(text: string): string {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return Buffer.from(escaped, 'utf8').toString('latin1')
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The text of a raw piece without tags; of CDATA what stands in it. */
export function plainText(raw: string): string {
  if (!/[&<\x80-\xff]/.test(raw)) return raw
  const text = Buffer.from(raw, 'latin1').toString('utf8')
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->/g, (_, inside: string | undefined) =>
      (inside ?? '').replaceAll('&', '&amp;'),
    )
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
}

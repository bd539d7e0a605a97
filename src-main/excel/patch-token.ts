import { forbidden } from './unreadable.ts'

/** A tag, or (`other`) a comment, a processing instruction or CDATA. Names come without their prefix. */
export interface Token {
  kind: 'open' | 'empty' | 'close' | 'other'
  name: string
  end: number
}

const opening = /<([^\s/>"'=<!?]+)[^"'<>]*(?:(?:"[^"<]*"|'[^'<]*')[^"'<>]*)*>/y
const closing = /<\/([^\s<>]+)\s*>/y

/** The token that begins at `at`, where a `<` stands; undefined while its end is not there. */
export function tokenAt(text: string, at: number): Token | undefined {
  const second = text[at + 1]
  if (second === '?') return other(text, at, '?>')
  if (second === '!') return otherAfterMark(text, at)
  const pattern = second === '/' ? closing : opening
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match?.[1]) return undefined
  const end = pattern.lastIndex
  const kind = second === '/' ? 'close' : text[end - 2] === '/' ? 'empty' : 'open'
  return { kind, name: localName(match[1]), end }
}

function otherAfterMark(text: string, at: number): Token | undefined {
  if (text.startsWith('<!--', at)) return other(text, at, '-->', 4)
  if (text.startsWith('<![CDATA[', at)) return other(text, at, ']]>')
  if (text.length - at < 9) return undefined
  throw forbidden(
    '内部数据含有文档类型声明（DOCTYPE），正常的工作簿没有它。',
    '请用 WPS 或 Excel 另存为新文件。',
  )
}

function other(text: string, at: number, mark: string, behind = 2): Token | undefined {
  const found = text.indexOf(mark, at + behind)
  return found < 0 ? undefined : { kind: 'other', name: '', end: found + mark.length }
}

export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

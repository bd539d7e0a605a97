import { encodeText } from './text.ts'

// A surrogate may be half of a rare character, which must be looked at whole.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot carry
const unusual = /[&<>"\u0000-\u0008\u000B-\u001F\u007F\uD800-\uDFFF\uFFFE\uFFFF]|_x/

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Any text as XML, in an element or an attribute; read back it is the same, but for what no cell can hold. */
export function xmlText(text: string): string {
  if (!unusual.test(text)) return text
  return encodeText(text).replace(/[&<>"]/g, (character) => entities[character] ?? '')
}

/** A `<t>` element; blanks at either end are lost unless they are claimed. */
export function textElement(text: string): string {
  const isPlain = text.charCodeAt(0) > 32 && text.charCodeAt(text.length - 1) > 32
  return `<t${isPlain ? '' : ' xml:space="preserve"'}>${xmlText(text)}</t>`
}

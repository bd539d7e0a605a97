// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML does not allow
export const forbiddenCharacter = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/
export const lineEnds = /\r\n?/g
const special = /[&\r]|\]\]>/
const specialInAttribute = /[&<\t\r\n]/

/** What an element's text says: line ends and entities are resolved. */
export function plainText(text: string): string {
  if (!special.test(text)) return text
  if (text.includes(']]>')) throw new Error('the end of CDATA within text')
  return withoutEntities(text.replace(lineEnds, '\n'))
}

/** As above, between the quotes of an attribute. */
export function plainAttribute(value: string): string {
  if (!specialInAttribute.test(value)) return value
  if (value.includes('<')) throw new Error('a tag within an attribute')
  return withoutEntities(value.replace(/\r\n|[\t\r\n]/g, ' '))
}

const entities = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }))

function withoutEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const code = /^#(?:(\d+)|x([0-9A-Fa-f]+))$/.exec(name)
    const character = code
      ? characterOf(Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 10 : 16))
      : entities.get(name)
    if (character === undefined || !whole.endsWith(';')) throw new Error('an entity that XML does not know')
    return character
  })
}

function characterOf(code: number): string | undefined {
  if (!(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined
  const character = String.fromCodePoint(code)
  return forbiddenCharacter.test(character) ? undefined : character
}

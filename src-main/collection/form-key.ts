import { randomInt } from 'node:crypto'

/** Without letters that are taken for others when somebody reads them out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `7QF3K2M`: names a form that went out. */
export function newFormCode(): string {
  return Array.from({ length: 7 }, () => letters.charAt(randomInt(letters.length))).join('')
}

/** `7QF3K2M-12`: stands in the hidden column of every row that was sent. */
export function keyOf(code: string, place: number): string {
  return `${code}-${place}`
}

export function readKey(text: string): { code: string; place: number } | null {
  const [, code, place] = /^\s*([0-9A-HJKMNP-TV-Z]{7})-([1-9]\d{0,3})\s*$/.exec(text) ?? []
  return code === undefined ? null : { code, place: Number(place) }
}

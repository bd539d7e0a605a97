const dayMilliseconds = 86_400_000
/** 1970-01-01 */
const unixEpoch = 25_569
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Excel's number of a `YYYY-MM-DD` day; undefined for any other text and for days on which Excel's count is wrong. */
export function daySerial(text: string): number | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7)
  const day = digits(text, 8, 10)
  const before = daysBefore[month - 1]
  if (before === undefined || day < 1 || Number.isNaN(year)) return undefined
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const next = (daysBefore[month] ?? 365) + (isLeap && month === 2 ? 1 : 0)
  if (before + day > next) return undefined
  const serial =
    Date.UTC(year, 0, 1) / dayMilliseconds + unixEpoch + before + (isLeap && month > 2 ? 1 : 0) + day - 1
  return serial >= firstRight && year >= 1900 ? serial : undefined
}

/** 1900-03-01: before it Excel counts a 29 February that never was. */
const firstRight = 61

function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

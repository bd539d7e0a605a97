/** What a number format makes of a number. `elapsed` counts hours beyond a day: `[h]:mm`. */
export type NumberFormat = 'number' | 'percent' | 'date' | 'time' | 'elapsed'

/**
 * Formats that have a number and no text in the file (ECMA-376 part 1, 18.8.30). 27 to 36 and 50 to 58 are those of
 * Chinese Excel and WPS: 31 is yyyy年m月d日, 32 and 33 are times.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return 'percent'
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || [45, 47, 55, 56].includes(id)) return 'time'
  if (id === 46) return 'elapsed'
  if ((id >= 14 && id <= 36 && (id <= 17 || id === 22 || id >= 27)) || (id >= 50 && id <= 58)) return 'date'
  return 'number'
}

/** Judges a format text such as `[$-804]yyyy"年"m"月"d"日";@` by its first section. */
export function classifyFormat(code: string): NumberFormat {
  // Excel allows 255 characters.
  const section = firstSection(code.slice(0, 255))
  const bare = section.replace(/\[[^\]]*\]/g, '')
  if (/\[(h+|m+|s+)\]/i.test(section)) return 'elapsed'
  if (/general|常规/i.test(bare)) return 'number'
  if (/[0#?]\s*E[+-]/i.test(bare) || (/[#?]/.test(bare) && !/y/i.test(bare))) return percentOrNumber(bare)
  const withoutMeridiem = bare.replace(/AM\/PM|A\/P|上午\/下午/gi, 'h')
  if (/[yde年日]|aaa/i.test(withoutMeridiem)) return 'date'
  if (/[hs时秒]/i.test(withoutMeridiem)) return 'time'
  if (/[m月]/i.test(withoutMeridiem)) return 'date'
  return percentOrNumber(bare)
}

function percentOrNumber(bare: string): NumberFormat {
  return bare.includes('%') ? 'percent' : 'number'
}

/** Up to the first `;`, without quoted text, escaped characters, padding (`_x`) and fill (`*x`). */
function firstSection(code: string): string {
  const plain = code.replace(/"[^"]*"?|\\.|[_*]./gs, '')
  return plain.split(';')[0] ?? ''
}

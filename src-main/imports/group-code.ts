import type { Sounds } from './pinyin-sounds.ts'

const longest_code = 6

/** `groupCode('党建组', new Set(), sounds) // 'DJ'`: the initials without 组, and letters behind them when taken. */
export function groupCode(name: string, taken: ReadonlySet<string>, { initials }: Sounds): string {
  const all = initials(name)
  const core = initials(name.replace(/(?:小组|组|科室?|处室?|部|室|办公室|中心)$/, ''))
  const base = (core.length >= 2 ? core : all).slice(0, longest_code) || 'Z'
  if (!taken.has(base)) return base
  for (let at = 0; at < 26 * 26; at++) {
    const letters = String.fromCharCode(65 + (at % 26))
    const tail = at < 26 ? letters : String.fromCharCode(64 + Math.floor(at / 26)) + letters
    const code = base.slice(0, longest_code - tail.length) + tail
    if (!taken.has(code)) return code
  }
  throw new Error(`No free code for a group named ${name}`)
}

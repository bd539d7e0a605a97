import { pinyin } from 'pinyin-pro'

const spellings = new Map<string, readonly string[]>()

/** `zhangsan`, `zs` for 张三; one name at a time, so that surnames are read right. */
function spellingsOf(name: string): readonly string[] {
  const known = spellings.get(name)
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true })
  const initials = syllables.map((syllable) => syllable.charAt(0))
  const spelt = [syllables.join('').toLowerCase(), initials.join('').toLowerCase()]
  spellings.set(name, spelt)
  return spelt
}

/** `spells('张三', 'zhangs') // true`, by the whole pinyin or its initials from the beginning. */
export function spells(name: string, letters: string): boolean {
  return letters !== '' && spellingsOf(name).some((spelling) => spelling.startsWith(letters))
}

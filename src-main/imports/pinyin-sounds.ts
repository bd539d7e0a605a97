/** What Chinese words sound like, for codes made from names and for slips between names that sound the same. */
export interface Sounds {
  /** `initials('党建') // 'DJ'`; digits and marks are left out. */
  initials(text: string): string
  /** `sound('王伟') // 'wang wei'` */
  sound(name: string): string
}

let loaded: Promise<Sounds> | undefined

/** The dictionary takes a tenth of a second to load, so it waits for the first sheet. */
export function loadSounds(): Promise<Sounds> {
  const heard = new Map<string, string>()
  loaded ??= import('pinyin-pro').then(({ pinyin }) => ({
    initials: (text) =>
      pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' })
        .join('')
        .toUpperCase()
        .replace(/[^A-Z]/g, ''),
    sound(name) {
      const known = heard.get(name)
      if (known !== undefined) return known
      const sound = pinyin(name, { toneType: 'none', type: 'array' }).join(' ')
      heard.set(name, sound)
      return sound
    },
  }))
  return loaded
}

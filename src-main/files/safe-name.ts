/** Names that Windows keeps for itself, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
/** What no Windows path may hold, what cannot be seen, and what turns the direction of writing (an .exe shown as .jpg). */
const unfit = /[<>:"/\\|?*]|[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu
/** Bytes of a name in UTF-8: Linux bears 255, and with as many letters a Windows path would be too long. */
const longest_name = 220

/**
 * What a file is called on a disk when it leaves the book: the name it came with as far as any disk can bear it. In the
 * book the name stays as it came.
 *
 * `safeName('..\\..\\启动\\a?.pdf', '佐证材料') // '.._.._启动_a_.pdf'`
 */
export function safeName(name: string, otherwise: string): string {
  const plain = name.replaceAll(unfit, '_').replace(/^\s+|[\s.]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : ''
  const stem = shortened(
    plain.slice(0, plain.length - ending.length),
    longest_name - Buffer.byteLength(ending),
  )
  const whole = `${stem.replace(/[\s.]+$/, '')}${ending}`
  if (/^[_.\s]*$/.test(whole)) return otherwise
  return reserved.test(whole) ? `_${whole}` : whole
}

/** By whole characters: half of one would be no name at all. */
function shortened(text: string, most: number): string {
  let kept = ''
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > most) break
    kept += character
  }
  return kept
}

// The strokes of a character as the official orders count them: 横 1, 竖 2, 撇 3, 点 4, 折 5.
import cnchar from 'cnchar'
import order from 'cnchar-order'

cnchar.use(order)

/** The letters of cnchar-order: 提 counts as 横, 竖钩 as 竖, 捺 as 点; whatever turns is 折. */
const kinds: Readonly<Record<string, string>> = {
  j: '1',
  i: '1',
  f: '2',
  g: '2',
  s: '3',
  k: '4',
  d: '4',
  l: '4',
}

const known = new Map<string, string>()

/** `strokesOf('王') // '1121'`; empty for a character whose strokes are not known. */
export function strokesOf(character: string): string {
  const found = known.get(character)
  if (found !== undefined) return found
  const [letters] = cnchar.stroke(character, 'order') as (string | undefined)[]
  const strokes = [...(letters ?? '')].map((letter) => kinds[letter] ?? '5').join('')
  known.set(character, strokes)
  return strokes
}

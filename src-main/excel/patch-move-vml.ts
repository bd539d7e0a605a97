import { plainText, rawText } from './patch-element.ts'
import { type Home, type Moves, moveFormula } from './patch-moves.ts'

const client = /<(?:x:)?ClientData\b[\s\S]*?<\/(?:x:)?ClientData>/g

/** Comments and controls in the old drawing language: their cell, their place, and the cells that controls speak of. */
export function moveVml(vml: string, home: Home, moves: Moves): string {
  const own = moves.get(home.sheet.toLowerCase())
  return vml.replace(client, (data) => {
    const named = data.replace(
      /(<(?:x:)?(?:FmlaLink|FmlaRange|FmlaTxbx|FmlaGroup|FmlaPict)>)([^<]*)(<)/g,
      (_, open: string, formula: string, close: string) => {
        const text = plainText(formula)
        const moved = moveFormula(text, home, moves)
        return open + (moved === text ? formula : rawText(moved)) + close
      },
    )
    if (!own) return named
    const row = /<(?:x:)?Row>\s*(\d+)\s*</.exec(data)?.[1]
    const anchor = /<(?:x:)?Anchor>([^<]*)</.exec(data)?.[1]
    const top = Number(row ?? anchor?.split(',')[2] ?? 0)
    const by = own.row(top + 1) - top - 1
    if (by === 0) return named
    return named
      .replace(/(<(?:x:)?Row>\s*)\d+/, `$1${top + by}`)
      .replace(/(<(?:x:)?Anchor>)([^<]*)/, (_, open: string, text: string) => open + anchorBy(text, by))
  })
}

/** `1, 15, 4, 2, 3, 31, 8, 1`: the third and the seventh are rows. */
function anchorBy(text: string, by: number): string {
  return text
    .split(',')
    .map((part, index) =>
      index === 2 || index === 6 ? part.replace(/\d+/, (row) => String(Number(row) + by)) : part,
    )
    .join(',')
}

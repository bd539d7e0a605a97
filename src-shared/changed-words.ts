/** A piece of a text, and whether the other text has it too. */
export interface Piece {
  text: string
  is_changed: boolean
}

/** Beyond so many comparisons the whole middle counts as changed. */
const most_work = 1_000_000

/**
 * What was taken out of the first text and what was put into the second, each in pieces that make up the whole text:
 * `changedWords('每月底前', '每月25日前') // [每月|底|前], [每月|25日|前]`.
 */
export function changedWords(before: string, after: string): [Piece[], Piece[]] {
  const [old, now] = [[...before], [...after]]
  const shortest = Math.min(old.length, now.length)
  let head = 0
  while (head < shortest && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shortest - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const middle = (all: string[]) => all.slice(head, all.length - tail)
  const [kept_old, kept_now] = keptIn(middle(old), middle(now))
  const whole = (all: string[], kept: boolean[]) =>
    piecesOf(all, (at) => at < head || at >= all.length - tail || kept[at - head] === true)
  return [whole(old, kept_old), whole(now, kept_now)]
}

/** Which characters of each text stand in their longest common subsequence. */
function keptIn(old: readonly string[], now: readonly string[]): [boolean[], boolean[]] {
  const kept_old = old.map(() => false)
  const kept_now = now.map(() => false)
  if (old.length * now.length > most_work) return [kept_old, kept_now]
  const width = now.length + 1
  const longest = new Uint16Array((old.length + 1) * width)
  const at = (row: number, column: number) => longest[row * width + column] ?? 0
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      longest[row * width + column] =
        old[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  for (let row = 0, column = 0; row < old.length && column < now.length; ) {
    if (old[row] === now[column]) {
      kept_old[row] = true
      kept_now[column] = true
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return [kept_old, kept_now]
}

function piecesOf(characters: readonly string[], isKept: (at: number) => boolean): Piece[] {
  const pieces: Piece[] = []
  for (const [at, character] of characters.entries()) {
    const is_changed = !isKept(at)
    const last = pieces.at(-1)
    if (last?.is_changed === is_changed) last.text += character
    else pieces.push({ text: character, is_changed })
  }
  return pieces
}

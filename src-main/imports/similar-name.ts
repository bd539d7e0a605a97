import type { Sounds } from './pinyin-sounds.ts'

/** The name on the list that this one is most likely a slip for, or null: 王玮 for 王伟, 张小三 for 张三. */
export function similarName(name: string, names: readonly string[], { sound }: Sounds): string | null {
  const steps_allowed = [...name].length > 3 ? 2 : 1
  const heard = sound(name)
  let best: string | null = null
  let best_score = 0
  for (const other of names) {
    const steps = editSteps([...name], [...other])
    const is_near = steps <= steps_allowed && [...name].some((character) => other.includes(character))
    const score = (sound(other) === heard ? 10 : 0) + (is_near ? 5 - steps : 0)
    if (score > best_score) {
      best = other
      best_score = score
    }
  }
  return best
}

/** Characters to put in, take out or replace to make one of the other. */
function editSteps(one: readonly string[], other: readonly string[]): number {
  let row = other.map((_, index) => index + 1)
  for (const [at, character] of one.entries()) {
    const next: number[] = []
    for (const [index, wanted] of other.entries()) {
      const left = index === 0 ? at + 1 : (next[index - 1] ?? 0)
      const above = row[index] ?? 0
      const corner = index === 0 ? at : (row[index - 1] ?? 0)
      next.push(Math.min(left + 1, above + 1, corner + (character === wanted ? 0 : 1)))
    }
    row = next
  }
  return row.at(-1) ?? one.length
}

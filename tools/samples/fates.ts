// What becomes of a matter: most are done in time, some late, some extended, returned or withdrawn.
import type { SampleMatter } from '../../src-main/sample/sample-year.ts'
import type { Random } from './random.ts'

export interface PlainMatter {
  duty: number
  title: string
  staff?: string
  helpers: string
  source: string
  /** The day it came up, of what was not planned. */
  came_up: number | null
  weeks: number
  /** The weekday it is due on; null where any will do. */
  day: number | null
  /** More often than once a month: too small to be late with. */
  is_often: boolean
  doing: string
  done: string
  evidence: string
}

type Phrases = (list: string) => readonly string[]

/** Two matters of every week are late, planned ones where there are: the present week is to have some to carry. */
const late_a_week = 2

export function giveFate(
  plain: PlainMatter,
  at: number,
  week: readonly PlainMatter[],
  phrases: Phrases,
  random: Random,
): SampleMatter {
  const { came_up, weeks, day, is_often, ...words } = plain
  const weekday = day ?? Math.max(random.between(1, 4), came_up === null ? 0 : came_up + 1)
  const due = 7 * (weeks - 1) + weekday
  const finish = Math.max(due - random.between(0, 1), (came_up ?? 0) + 7 * (weeks - 1))
  const matter: SampleMatter = {
    ...words,
    ...(came_up === null ? {} : { came_up }),
    due,
    finish,
    ...(random.chance(0.15) ? { archive_after: 3 } : {}),
  }
  if (is_often) return matter
  if (isLate(at, week)) return late(matter, phrases, random)
  if (came_up === null && weeks > 1) return random.chance(0.15) ? extended(matter, phrases, random) : matter
  const throw_of_dice = random.next()
  if (throw_of_dice < 0.04) return extended(matter, phrases, random)
  if (throw_of_dice < 0.08) return returned(matter, phrases, random)
  if (throw_of_dice < 0.1 && came_up === null) return withdrawn(matter, phrases, random)
  return matter
}

/** Spread over the week's list: one from its first half and one from its second. */
function isLate(at: number, week: readonly PlainMatter[]): boolean {
  const simple = week.flatMap((matter, place) => (matter.weeks === 1 && !matter.is_often ? [place] : []))
  const planned = simple.filter((place) => week[place]?.came_up === null)
  const candidates = planned.length < late_a_week ? simple : planned
  const step = Math.floor(candidates.length / late_a_week)
  const start = week.length % Math.max(step, 1)
  return Array.from({ length: late_a_week }, (_, turn) => candidates[start + turn * step]).includes(at)
}

function late(matter: SampleMatter, phrases: Phrases, random: Random): SampleMatter {
  const late_reason = random.pick(phrases('未完成原因'))
  return { ...matter, finish: 7 + random.between(0, 3), late_reason }
}

function extended(matter: SampleMatter, phrases: Phrases, random: Random): SampleMatter {
  const due = matter.due - (matter.due % 7) + 7 + random.between(1, 4)
  const extension = { on: matter.due - 1, due, reason: random.pick(phrases('延期原因')) }
  return { ...matter, finish: due - random.between(0, 1), extended: extension }
}

function returned(matter: SampleMatter, phrases: Phrases, random: Random): SampleMatter {
  const on = Math.max(matter.finish, 1)
  const finish = on % 7 >= 4 ? on - (on % 7) + 7 : on + 1
  return {
    ...matter,
    due: Math.max(matter.due, finish),
    finish,
    returned: { on, reason: random.pick(phrases('退回原因')) },
  }
}

function withdrawn(matter: SampleMatter, phrases: Phrases, random: Random): SampleMatter {
  return { ...matter, withdrawn: { on: random.between(1, 3), reason: random.pick(phrases('撤销原因')) } }
}

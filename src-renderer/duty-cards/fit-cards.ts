// Words that always fit: each box takes the largest size at which nothing stands over its edge. Below the smallest
// size duties give way to their phrases, then to fewer of them; what was left out is reported.
import type { CardKind } from '../../src-shared/duty-cards.ts'

export type BoxRole = 'unit' | 'group' | 'name' | 'post' | 'duties' | 'foot'

/** In points, the largest first; the last is the smallest that is printed. */
const desk_sizes: Record<BoxRole, readonly number[]> = {
  unit: [17, 16, 15, 14, 13, 12, 11, 10],
  group: [15, 14, 13, 12, 11, 10],
  name: [46, 42, 38, 34, 30, 26, 22, 18],
  post: [20, 18, 16, 14, 12, 11, 10],
  duties: [16, 15, 14, 13, 12, 11, 10.5, 10],
  foot: [12, 11, 10.5, 10, 9.5, 9],
}
const a5_sizes: Record<BoxRole, readonly number[]> = {
  unit: [20, 18, 17, 16, 15, 14, 13, 12, 11, 10],
  group: [16, 15, 14, 13, 12, 11, 10],
  name: [52, 46, 42, 38, 34, 30, 26, 22, 18],
  post: [22, 20, 18, 16, 14, 12, 11, 10],
  duties: [18, 17, 16, 15, 14, 13, 12, 11, 10.5, 10],
  foot: [14, 13, 12, 11, 10.5, 10, 9.5, 9],
}
const a4_sizes: Record<BoxRole, readonly number[]> = {
  unit: [30, 28, 26, 24, 22, 20, 18, 16, 14, 12],
  group: [20, 18, 16, 15, 14, 13, 12],
  name: [64, 58, 52, 46, 40, 36, 32, 28, 24, 20],
  post: [26, 24, 22, 20, 18, 16, 14, 12],
  duties: [26, 24, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12],
  foot: [16, 15, 14, 13, 12, 11, 10.5, 10],
}
const times = (factor: number) =>
  Object.fromEntries(
    Object.entries(a4_sizes).map(([role, sizes]) => [role, sizes.map((size) => Math.round(size * factor))]),
  ) as unknown as Record<BoxRole, readonly number[]>

export const card_sizes: Record<CardKind, Record<BoxRole, readonly number[]>> = {
  desk: desk_sizes,
  tent: desk_sizes,
  a5: a5_sizes,
  a4: a4_sizes,
  a3: times(1.4),
}

/** What did not go onto a card as it was asked for. */
export interface FitNote {
  staff_id: number
  role: BoxRole
  /** `phrases`: instead of the whole text. `fewer`: the last ones left out. `cut`: a line ends with an ellipsis. */
  kind: 'phrases' | 'fewer' | 'cut'
  /** Duties left out. */
  left_out: number
}

interface Step {
  apply(): void
  note: Omit<FitNote, 'staff_id' | 'role'> | null
}

/** The duties come last: what stands around them decides how much room they have. */
export function fitCards(root: HTMLElement, kind: CardKind): FitNote[] {
  const boxes = [...root.querySelectorAll<HTMLElement>('[data-fit]')]
  const around = boxes.filter((box) => roleOf(box) !== 'duties')
  const duties = boxes.filter((box) => roleOf(box) === 'duties')
  return [...fitBoxes(around, kind), ...fitBoxes(duties, kind)]
}

/** All boxes take their next step together, so that the page is laid out once a step and not once a box. */
function fitBoxes(boxes: readonly HTMLElement[], kind: CardKind): FitNote[] {
  let pending = boxes.map((box) => ({ box, steps: stepsOf(box, card_sizes[kind][roleOf(box)]) }))
  const notes: FitNote[] = []
  for (let nth = 0; pending.length > 0; nth += 1) {
    for (const { steps } of pending) steps[nth]?.apply()
    const over = new Set(pending.filter(({ box, steps }) => nth + 1 < steps.length && standsOver(box)))
    for (const one of pending) {
      const note = over.has(one) ? null : one.steps[nth]?.note
      if (note) notes.push({ staff_id: Number(one.box.dataset.staff), role: roleOf(one.box), ...note })
    }
    pending = [...over]
  }
  return notes
}

export function standsOver(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth
}

function roleOf(box: HTMLElement): BoxRole {
  return box.dataset.fit as BoxRole
}

function stepsOf(box: HTMLElement, sizes: readonly number[]): Step[] {
  const sized = (then: () => void, note: Step['note']) =>
    sizes.map((size): Step => {
      const apply = () => {
        then()
        box.style.fontSize = `${size}pt`
      }
      return { note, apply }
    })
  if (roleOf(box) === 'duties') return stepsOfDuties(box, sized)
  const wrap = (is_wrapped: boolean, is_cut: boolean) => () => {
    box.classList.toggle('is-wrapped', is_wrapped)
    box.classList.toggle('is-cut', is_cut)
  }
  const one_line = sized(wrap(false, false), null)
  const two_lines = sized(wrap(true, false), null).slice(-4)
  const cut = sized(wrap(false, true), { kind: 'cut', left_out: 0 }).slice(-1)
  return [...one_line, ...two_lines, ...cut]
}

function stepsOfDuties(box: HTMLElement, sized: (then: () => void, note: Step['note']) => Step[]): Step[] {
  const lists = [...box.querySelectorAll<HTMLElement>('ol')]
  const show = (at: number, left_out: number) => () => {
    for (const [index, list] of lists.entries()) {
      list.hidden = index !== at
      showSome(list, left_out)
    }
  }
  const last = lists.length - 1
  const duties = (lists[last]?.children.length ?? 1) - 1
  const whole = lists.flatMap((_, at) => sized(show(at, 0), at > 0 ? { kind: 'phrases', left_out: 0 } : null))
  const fewer = Array.from({ length: Math.max(0, duties) }, (_, index) => {
    const left_out = index + 1
    return sized(show(last, left_out), { kind: 'fewer', left_out }).slice(-1)
  })
  return [...whole, ...fewer.flat()]
}

/** The last line of a list says how many are not printed. */
function showSome(list: HTMLElement, left_out: number): void {
  const items = [...list.children] as HTMLElement[]
  const more = items.pop()
  for (const [index, item] of items.entries()) item.hidden = index >= items.length - left_out
  if (more === undefined) return
  more.hidden = left_out === 0
  more.textContent = `……另有 ${left_out} 项，见岗位职责清单`
}

// Places inside one cell that wait for a word: 填报单位：　　　填报日期：　年　月　日, 第　周.

export interface FormSlot {
  /** How it is known again: the label before the colon, or `#week`, `#date`, `#month`. */
  key: string
  /** What stands there now, to be replaced. */
  start: number
  end: number
}

/** Blanks, underlines and crosses that mean: write here. */
const filler = '[\\s\\u3000_＿×xX*＊○〇△…]'
const digits = '[0-9０-９]'
const numberPlace = `(?:${filler}*${digits}{0,4}${filler}*)`
const week = new RegExp(`第(${filler}*(?:${digits}{1,2}|[一二三四五六七八九十]{1,4})?${filler}*)周`, 'g')
const date = new RegExp(`${numberPlace}年${numberPlace}月${numberPlace}日`, 'g')
const month = new RegExp(`${numberPlace}年${numberPlace}月(?!${numberPlace}日)`, 'g')
/** A label is short, ends in a colon and begins the cell or stands behind blanks. */
const label =
  /(^|[\s\u3000]|[（(，,；;])([^\s\u3000：:，,；;（()）]{1,12}(?:[（(][^（()）：:]{1,8}[)）])?)[\s\u3000]*[：:]/g

export function slotsOf(text: string): FormSlot[] {
  const slots: FormSlot[] = []
  const labels = [...text.matchAll(label)]
  for (const [at, match] of labels.entries()) {
    const start = match.index + match[0].length
    const next = labels[at + 1]
    const end = trimEnd(text, start, next === undefined ? text.length : next.index)
    // 报告周次：第　周 wants its number, not another word for the whole.
    if (/^[\s\u3000]*第[^第]*周[\s\u3000]*$/.test(text.slice(start, end))) continue
    slots.push({ key: match[2] ?? '', start, end })
  }
  const isFree = (start: number, end: number) => slots.every((slot) => end <= slot.start || start >= slot.end)
  for (const match of text.matchAll(week)) {
    const start = match.index + 1
    if (isFree(start, start + (match[1]?.length ?? 0)))
      slots.push({ key: '#week', start, end: start + (match[1]?.length ?? 0) })
  }
  for (const [pattern, key] of [
    [date, '#date'],
    [month, '#month'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const lead = /^[\s\u3000]*/.exec(match[0])?.[0].length ?? 0
      const [start, end] = [match.index + lead, match.index + match[0].length]
      if (isFree(start, end)) slots.push({ key, start, end })
    }
  }
  return distinct(slots.sort((one, other) => one.start - other.start))
}

/** A unit of measure in brackets is no room to write in: 单位：万元 stays as a whole, since nobody asks for it. */
function trimEnd(text: string, start: number, end: number): number {
  const rest = text.slice(start, end)
  const closing = /[）)]\s*$/.exec(rest)
  return closing ? start + closing.index : end
}

function distinct(slots: readonly FormSlot[]): FormSlot[] {
  return slots.filter((slot, at) => slots.findIndex(({ key }) => key === slot.key) === at)
}

/** The text with these words written into its slots; what follows a word keeps its distance. */
export function fillSlots(text: string, words: ReadonlyMap<string, string>): string {
  let filled = ''
  let done = 0
  for (const { key, start, end } of slotsOf(text)) {
    const word = words.get(key)
    if (word === undefined) continue
    // The blank before the next label is kept: together two.
    const gap = key.startsWith('#') || /^[）)]|^$/.test(text.slice(end)) ? '' : '　'
    filled += text.slice(done, start) + word + gap
    done = end
  }
  return filled + text.slice(done)
}

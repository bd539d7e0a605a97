import { tidy } from '../../src-shared/fields.ts'
import { plainName } from '../../src-shared/staff.ts'
import { isPlaceholder } from './cell-text.ts'

export interface NameInCell {
  name: string
  /** What stood in brackets or behind the name: 暂时, 等3人. */
  note: string
  /** What stood before it with a colon: A岗. */
  label: string
}

/** Words in a cell of people that name nobody in particular. */
const collective =
  /^(?:全体(?:人员|同志|干部|职工|成员)?|全处(?:人员)?|全员|所有人员?|各组(?:人员)?|大家|相关人员|待定)$/

export function isCollective(name: string): boolean {
  return collective.test(name)
}

/**
 * `readNames('张　三、李四（暂时）')`: the people of a cell in their order, each once. Blanks part names only where both
 * sides can be one, since forms pad two-character names with them (王　伟).
 */
export function readNames(text: string): NameInCell[] {
  const names: NameInCell[] = []
  for (const part of protectBrackets(tidy(text)).split(/[、,，;；/／\\|\n\r]+/)) {
    for (const one of splitAtLabels(part).flatMap(splitAtAnd).flatMap(splitAtBlanks)) {
      const name = readName(one)
      if (name && !names.some((known) => known.name === name.name && known.label === name.label))
        names.push(name)
    }
  }
  return names
}

/** A separator inside brackets belongs to the note. */
function protectBrackets(text: string): string {
  return text.replace(/[（(【[][^（()）【】[\]]*[）)】\]]/g, (bracket) => {
    return `（${bracket.slice(1, -1).replace(/[、,，;；/／\\|\s]+/g, '·')}）`
  })
}

/** `A岗：张三 B岗：李四` */
function splitAtLabels(part: string): string[] {
  return part.split(/\s+(?=[^\s:：]{1,6}[:：])/)
}

/** 张三和李四, but not 周和平: each side must be long enough for a name. */
function splitAtAnd(part: string): string[] {
  const match = /^\s*([\p{Script=Han}]{2,3})\s*(?:和|与|及|&)\s*([\p{Script=Han}]{2,3})\s*$/u.exec(part)
  return match?.[1] && match[2] ? [match[1], match[2]] : [part]
}

function splitAtBlanks(part: string): string[] {
  const tokens = part.normalize('NFKC').trim().split(/\s+/).filter(Boolean)
  if (!tokens.every((token) => /^\p{Script=Han}/u.test(token))) return [part]
  const names: string[] = []
  let waiting = ''
  for (const [index, token] of tokens.entries()) {
    const is_single = [...token].length === 1
    if (waiting !== '') {
      names.push(waiting + token)
      waiting = ''
    } else if (is_single && names.length > 0 && index === tokens.length - 1) {
      names.push(`${names.pop()}${token}`)
    } else if (is_single) {
      waiting = token
    } else {
      names.push(token)
    }
  }
  return waiting === '' ? names : [...names, waiting]
}

function readName(text: string): NameInCell | null {
  let rest = tidy(text.normalize('NFKC'))
  const notes: string[] = []
  rest = rest.replace(/\(([^()]*)\)/g, (_, note: string) => {
    if (tidy(note) !== '') notes.push(tidy(note).replaceAll('·', '、'))
    return ''
  })
  const label = /^([^:]{1,6}):\s*/.exec(rest)
  if (label) rest = rest.slice(label[0].length)
  const others = /^(\p{Script=Han}{2,4}?)(等(?:人|\d+人|[一二三四五六七八九十]+人)?)$/u.exec(rest)
  if (others?.[1] && others[2]) {
    rest = others[1]
    notes.push(others[2])
  }
  const name = plainName(rest.replace(/[。.;:]+$/, ''))
  if (name === '' || isPlaceholder(name)) return null
  return { name, note: notes.join('；'), label: label?.[1] ?? '' }
}

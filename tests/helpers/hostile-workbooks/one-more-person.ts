import { type Read, rosterWith, text } from './hostile-case.ts'

/** The good roster with a fourth person. */
export const four: Read = { warnings: [], totals: { read: 4, new: 4 } }

/** The fourth row is held back, and these cells say why. */
export function hold(issues: Record<string, RegExp>): Read {
  return { warnings: [], totals: { read: 4, new: 3, wrong: 1 }, issues }
}

/** All four are taken; these cells are told of. */
export function tell(issues: Record<string, RegExp>): Read {
  return { ...four, issues }
}

export function reads(texts: Record<string, string>): Read {
  return { ...four, texts }
}

/** The fourth has this name. */
export function called(name: string, group = '党建组', code = 'A004'): () => Buffer {
  return () => rosterWith([name, group, code].map(text).join(''))
}

/** The fourth has this cell, in XML, as 工号. */
export function coded(cell: string): () => Buffer {
  return () => rosterWith(`${text('赵磊')}${text('党建组')}${cell}`)
}

/** The fourth has this cell, in XML, as 到岗日期. */
export function joined(cell: string, parts: Parameters<typeof rosterWith>[1] = {}): () => Buffer {
  const others = ['赵磊', '党建组', 'A004', '干事'].map(text).join('')
  return () => rosterWith(`${others}${cell}`, parts)
}

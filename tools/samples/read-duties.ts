// Reads duties/*.txt: the 150 duties of the invented department and the matters that follow from each.
import type { SampleDuty } from '../../src-main/sample/sample-year.ts'
import { readWordFile } from './word-lists.ts'

export interface DutySource extends SampleDuty {
  matters: MatterSource[]
}

/** One `- ` line under a duty: `- 3,6,9,12:2 | 事项 | 完成情况 | 佐证材料 | weeks=2`. */
export interface MatterSource {
  /** Seasons such as `11-3`; empty when it comes up at no fixed time. */
  seasons: string[]
  /** How often a year it comes up at no fixed time. */
  times: number
  title: string
  done: string
  evidence: string
  /** Weeks it takes by its nature. */
  weeks: number
  /** The weekday it is due on, 0 for Monday; null where any will do. */
  day: number | null
  /** Who does it, where it is not the A of the duty. */
  staff: string | null
}

const files = ['party', 'civility', 'personnel', 'pay', 'discipline', 'general']

/** In order of groups, then of the files: as an office would list them. */
export function readDuties(groups: readonly { code: string }[]): DutySource[] {
  const duties = files.flatMap((file) => readFile(`duties/${file}.txt`))
  return groups.flatMap((group) => duties.filter((duty) => duty.group === group.code))
}

function readFile(name: string): DutySource[] {
  const duties: DutySource[] = []
  let group = ''
  let category = ''
  for (const block of readWordFile(name)
    .trimEnd()
    .split(/\n+(?=\n)/)) {
    const lines = block.split('\n').filter((line) => line !== '')
    const section = lines[0]?.match(/^@ (\w+) (\w+)$/)
    if (section) {
      group = section[1] ?? ''
      category = section[2] ?? ''
      lines.shift()
    }
    duties.push(readDuty(group, category, lines))
  }
  return duties
}

function readDuty(group: string, category: string, lines: string[]): DutySource {
  const [content = '', facts = '', ...others] = lines
  const more = others.filter((line) => line.startsWith('+ '))
  const matters = others.filter((line) => line.startsWith('- '))
  const [holders = '', frequency = '', due_rule = '', basis = '', standard = '', output = '', remark = ''] =
    facts.split('|').map((part) => part.trim())
  if (output === '') throw new Error(`${content}: a part of its second line is missing`)
  const [a_names = '', b_names = ''] = holders.split('/').map((part) => part.trim())
  const [a = '', a_before] = a_names.split('>').reverse()
  const b = b_names === '' ? [] : b_names.split('、')
  const duty = { group, category, content, frequency, due_rule, basis, standard, output, remark, a, b }
  return {
    ...duty,
    ...(a_before === undefined ? {} : { a_before }),
    ...readMore(more),
    matters: matters.map((line) => readMatter(line, b)),
  }
}

const more_fields: Readonly<Record<string, keyof SampleDuty>> = {
  牌面: 'card_text',
  性质: 'kind',
  重要程度: 'weight',
  风险点: 'risk',
  防控措施: 'controls',
  步骤: 'steps',
  启动: 'start_rule',
  上报: 'report_to',
}
const more_values: Readonly<Record<string, string>> = { 阶段: 'phase', 临时: 'temporary', 重点: 'key' }

/** A `+ ` line under a duty: `+ 牌面=党费收缴与使用 | 重要程度=重点 | 步骤=核定；收缴；公示`. */
function readMore(lines: readonly string[]): Partial<SampleDuty> {
  const parts = lines.flatMap((line) => line.replace(/^\+ /, '').split('|'))
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', words = ''] = part.trim().split('=')
      const field = more_fields[name]
      if (field === undefined) throw new Error(`a duty has no ${name}`)
      return [field, more_values[words] ?? (field === 'steps' ? words.replaceAll('；', '\n') : words)]
    }),
  )
}

function readMatter(line: string, b: readonly string[]): MatterSource {
  const [when = '', title = '', done = '', evidence = '', ...options] = line
    .replace(/^- /, '')
    .split('|')
    .map((part) => part.trim())
  if (evidence === '') throw new Error(`a part is missing: ${line}`)
  const option = (name: string) =>
    options.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1) ?? null
  const is_irregular = when.startsWith('~')
  return {
    seasons: is_irregular ? [] : seasonsOf(when),
    times: is_irregular ? Number(when.slice(1)) : 0,
    title,
    done,
    evidence,
    weeks: Number(option('weeks') ?? 1),
    day: option('day') === null ? null : Number(option('day')),
    staff: options.includes('B') ? (b[0] ?? null) : option('A'),
  }
}

/** `seasonsOf('3,6:1') // ['03-1', '06-1']`; `*` stands for every month, and for every week of one. */
function seasonsOf(when: string): string[] {
  const [months = '', weeks = ''] = when.split(':')
  const list = (text: string, longest: number) =>
    text === '*' ? Array.from({ length: longest }, (_, at) => at + 1) : text.split(',').map(Number)
  return list(months, 12).flatMap((month) => list(weeks, 5).map((week) => seasonOf(month, week)))
}

export function seasonOf(month: number, week: number): string {
  return `${String(month).padStart(2, '0')}-${week}`
}

import { addDays, yearOf } from '../../src-shared/dates.ts'
import { previousWeek, weekOf } from '../../src-shared/week.ts'

/** `fillWords('核算{月}月在职人员工资', '2026-11-02') // '核算11月在职人员工资'`; a week counts to its Thursday. */
export function fillWords(text: string, monday: string): string {
  const thursday = addDays(monday, 3)
  const year = yearOf(thursday)
  const month = Number(thursday.slice(5, 7))
  const quarter = Math.ceil(month / 3)
  const words: Record<string, string | number> = {
    年: year,
    去年: year - 1,
    明年: year + 1,
    月: month,
    上月: ((month + 10) % 12) + 1,
    下月: (month % 12) + 1,
    季: quarterName(quarter),
    上季: quarterName(((quarter + 2) % 4) + 1),
    半年: month <= 7 ? '上半年' : '下半年',
    上周: weekOf(previousWeek(monday)).week,
  }
  return text.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`no word for ${name}`)
    return String(word)
  })
}

function quarterName(quarter: number): string {
  return '一二三四'.charAt(quarter - 1)
}

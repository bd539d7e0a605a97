import type { SampleYear } from '../../src-main/sample/sample-year.ts'
import { department_name, groups, people, unit_name } from './people.ts'
import { readDuties } from './read-duties.ts'
import { yearOfMatters } from './year-of-matters.ts'

export function makeSampleYear(): SampleYear {
  const duties = readDuties(groups)
  return {
    unit_name,
    department_name,
    clerk_name: '周敏',
    signer_name: '沈怀远',
    groups: [...groups],
    people: [...people],
    duties: duties.map(({ matters: _, ...duty }) => duty),
    weeks: yearOfMatters(duties, people),
  }
}

/** JSON with one person, duty or matter a line, so that a difference shows which one it is. */
export function writeSampleYear(year: SampleYear): string {
  const { groups, people, duties, weeks, ...names } = year
  const lines = (values: readonly unknown[]) =>
    `[\n${values.map((one) => JSON.stringify(one)).join(',\n')}\n]`
  const heads = Object.entries(names).map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
  const seasons = Object.entries(weeks).map(
    ([season, week]) =>
      `"${season}": { "missing": ${JSON.stringify(week.missing)}, "matters": ${lines(week.matters)} }`,
  )
  const parts = [
    ...heads,
    `"groups": ${lines(groups)}`,
    `"people": ${lines(people)}`,
    `"duties": ${lines(duties)}`,
    `"weeks": {\n${seasons.join(',\n')}\n}`,
  ]
  return `{\n${parts.join(',\n')}\n}\n`
}

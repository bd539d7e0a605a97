import type { AnswersAs, DutyAway, Standing } from '../../src-shared/absences.ts'
import { groupRows } from '../../src-shared/group-rows.ts'
import { spanText } from '../../src-shared/half-days.ts'

const marks: Record<AnswersAs, string> = {
  A: 'A岗',
  appointed: '指派',
  B: 'B岗',
  nobody: '无人顶岗',
  unassigned: '未设AB岗',
}

/** `李四（B岗）`, with days where they take turns: `11月23日 李四（B岗），11月24日 无人顶岗`. */
export function standingText(standing: readonly Standing[]): string {
  const who = ({ name, as }: Standing) => (name === '' ? marks[as] : `${name}（${marks[as]}）`)
  if (standing.length === 1) return standing.map(who).join('')
  return standing.map((one) => `${spanText(one)} ${who(one)}`).join('，')
}

export interface StandingGroup {
  words: string
  phones: string
  duties: DutyAway[]
}

/** Duties that the same people take in the same days: that is how one telephones them. */
export function byWhoStandsIn(duties: readonly DutyAway[]): StandingGroup[] {
  const groups = groupRows(duties, ({ standing }) => standingText(standing))
  return [...groups].map(([words, same]) => ({
    words,
    phones: [
      ...new Set((same[0]?.standing ?? []).filter(({ phone }) => phone !== '').map(({ phone }) => phone)),
    ].join('、'),
    duties: same,
  }))
}

/** Years of absences one may look at: the present one, the one before and the next. */
export function yearChoices(this_year: number): { value: number; label: string }[] {
  return [this_year + 1, this_year, this_year - 1, this_year - 2].map((year) => ({
    value: year,
    label: `${year}年`,
  }))
}

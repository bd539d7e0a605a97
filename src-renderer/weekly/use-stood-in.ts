import { useMemo } from 'react'
import type { Deputed } from '../../src-shared/absences.ts'
import { deputedText } from '../../src-shared/matter-words.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { useValue } from '../use-answer.ts'
import { useStandingIn } from './use-standing-in.ts'

/** `B岗李四顶岗` while the person is away, else `代A岗 李四` for what was done meanwhile, else empty. */
export type StoodIn = (row: WeekRow) => string

const nobody: Deputed[] = []

/** Who stands or stood in for the people of these rows; the same function until that changes. */
export function useStoodIn(rows: readonly WeekRow[]): StoodIn {
  const standInOf = useStandingIn()
  const week_mondays = [...new Set(rows.map(({ week_monday }) => week_monday))].sort()
  const done = useValue('absences.deputed', { week_mondays }, nobody)
  return useMemo(() => {
    const keyOf = (row: { matter_id: number; week_monday: string }) => `${row.matter_id} ${row.week_monday}`
    const by_row = new Map(done.map((one) => [keyOf(one), one]))
    return (row) => standInOf(row) || deputedText(by_row.get(keyOf(row)))
  }, [standInOf, done])
}

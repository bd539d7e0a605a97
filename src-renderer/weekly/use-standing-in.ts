import { useMemo } from 'react'
import type { StandingIn } from '../../src-shared/absences.ts'
import { isOpen } from '../../src-shared/matter-words.ts'
import type { MatterRow } from '../../src-shared/weekly.ts'
import { useValue } from '../use-answer.ts'

const nobody_away: StandingIn = { away: [], duties: [], nobody: 0 }

type Who = Pick<MatterRow, 'staff_id' | 'duty_id' | 'state'>
/** `B岗李四顶岗`, or only 离岗 where the matter hangs on no duty; empty while the person is there. */
export type StandInOf = (row: Who) => string

/** Of open matters whose person is away right now: who stands in. The same function until somebody comes or goes. */
export function useStandingIn(): StandInOf {
  const standing = useValue('absences.standingIn', {}, nobody_away)
  return useMemo(() => {
    const away = new Set(standing.away.map(({ staff_id }) => staff_id))
    const words = new Map(standing.duties.map((duty) => [duty.duty_id, duty.words]))
    return (row) => {
      if (row.staff_id === null || !away.has(row.staff_id) || !isOpen(row)) return ''
      return (row.duty_id === null ? undefined : words.get(row.duty_id)) ?? '离岗'
    }
  }, [standing])
}

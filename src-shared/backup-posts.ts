import { z } from 'zod'
import type { Duty } from './duties.ts'
import { Id } from './fields.ts'

export const HolderAssignment = z.object({
  duty_id: Id,
  a_staff_id: Id.nullable(),
  b_staff_ids: z.array(Id).max(9, '一项职责最多设 9 个B岗。'),
})
export type HolderAssignment = z.infer<typeof HolderAssignment>

export interface PersonLoad {
  staff_id: number
  name: string
  group_name: string
  a_count: number
  b_count: number
}

/** AB岗 at a glance: who holds what today, and what has nobody. */
export interface Coverage {
  people: number
  duties: number
  without_a: number
  without_b: number
  same_a_b: number
  /** Duties whose A or B has left. */
  left: number
  people_without_duty: number
  rows: Duty[]
  load: PersonLoad[]
}

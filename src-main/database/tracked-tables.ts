// Matters that somebody above follows: 督办, 整改.
import type { Generated } from 'kysely'

interface TrackedMattersTable {
  id: Generated<number>
  matter_id: number
  kind: 'supervision' | 'rectification'
  /** 办理要求 of a 督办; 反馈问题 of a 整改. */
  demand: string
  /** 问题表现 */
  shown_as: string
  /** 整改目标 */
  goal: string
  /** 整改措施 */
  measures: string
  /** 责任部门（牵头/配合） */
  units: string
  /** 办理结果, 整改成效 */
  effect: string
  outcome: 'open' | 'done' | 'stage' | 'long_term'
}

export interface TrackedTables {
  tracked_matters: TrackedMattersTable
}

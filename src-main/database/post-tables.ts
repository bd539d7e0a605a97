// AB岗: adjustments with their reason, exceptions, what was published, the training plan.
import type { Generated } from 'kysely'

interface PostAdjustmentsTable {
  id: Generated<number>
  effective_on: string
  recorded_on: string
  /** Empty until it is known: such a change came by way of a file or the form of a duty. */
  approver: string
  reason: string
}

/** Who held a duty before an adjustment and who after it. */
interface PostAdjustmentHoldersTable {
  id: Generated<number>
  adjustment_id: number
  duty_id: number
  is_after: 0 | 1
  role: 'A' | 'B'
  rank: number
  staff_id: number
}

/** A duty that needs no B, such as the accountant's. */
interface PostExceptionsTable {
  id: Generated<number>
  duty_id: number
  reason: string
  from_on: string
  to_on: string | null
}

interface PostPublicationsTable {
  id: Generated<number>
  as_of: string
  published_on: string
  approver: string
  note: string
}

/** A duty as it was published. */
interface PostPublicationRowsTable {
  id: Generated<number>
  publication_id: number
  duty_id: number
  sort_order: number
  group_name: string
  number: string
  content: string
  no_b_reason: string
}

interface PostPublicationHoldersTable {
  id: Generated<number>
  publication_row_id: number
  role: 'A' | 'B'
  rank: number
  staff_id: number
  name: string
  post: string
  phone: string
}

interface PostTrainingsTable {
  id: Generated<number>
  duty_id: number
  /** Who learns it, the B. */
  staff_id: number
  teacher_staff_id: number | null
  due_on: string
  done_on: string | null
  note: string
}

export interface PostTables {
  post_adjustments: PostAdjustmentsTable
  post_adjustment_holders: PostAdjustmentHoldersTable
  post_exceptions: PostExceptionsTable
  post_publications: PostPublicationsTable
  post_publication_rows: PostPublicationRowsTable
  post_publication_holders: PostPublicationHoldersTable
  post_trainings: PostTrainingsTable
}

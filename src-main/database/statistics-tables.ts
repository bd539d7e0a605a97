// What statistics count: the span of each matter and the sums of spans by week, both kept by triggers.

interface SpansTable {
  matter_id: number
  group_id: number
  /** 0 while nobody is responsible. */
  staff_id: number
  category_id: number
  /** How it entered: as planned or as unplanned work. */
  is_planned: 0 | 1
  /** Mondays: of the first week it stood in, */
  entered: string
  closed_as: 'finished' | 'withdrawn' | null
  /** of the week it was finished or withdrawn in, */
  closed: string | null
  /** Finished after its time limit. */
  is_late: 0 | 1
  /** and of the week at whose end its time limit was over while it was still open. */
  lapsed: string | null
}

interface TotalsTable {
  week_monday: string
  staff_id: number
  group_id: number
  category_id: number
  planned: number
  unplanned: number
  finished: number
  late: number
  withdrawn: number
  lapsed: number
  /** Of those that had lapsed, closed in this week. */
  settled: number
}

export interface StatisticsTables {
  /** The view that says what a span is. */
  matter_spans: SpansTable
  kept_spans: SpansTable
  kept_totals: TotalsTable
}

import { useEffect, useState } from 'react'
import type { ImportReport, ReportedRow } from '../../src-shared/import-reports.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom } from '../call.ts'

interface ReportRows {
  rows: ReportedRow[]
  problem: Problem | null
  is_complete: boolean
}

/** The rows of a report, asked for part by part so that neither side stands still; shown once all are there. */
export function useReportRows({ id, parts }: ImportReport): ReportRows {
  const [found, setFound] = useState<ReportRows>({ rows: [], problem: null, is_complete: false })
  useEffect(() => {
    let is_wanted = true
    const read = async () => {
      const rows: ReportedRow[] = []
      for (let part = 0; part < parts && is_wanted; part += 1) {
        rows.push(...(await call('imports.reportRows', { id, part })))
      }
      if (is_wanted) setFound({ rows, problem: null, is_complete: true })
    }
    read().catch((error: unknown) => {
      if (is_wanted) setFound({ rows: [], problem: problemFrom(error), is_complete: true })
    })
    return () => {
      is_wanted = false
    }
  }, [id, parts])
  return found
}

import { useState } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { Problem } from '../../src-shared/problem.ts'
import {
  type ReportAnswer,
  type ReportFormat,
  type ReportName,
  ReportRequest,
} from '../../src-shared/reports.ts'
import { call, problemFrom } from '../call.ts'

export type Saved = Extract<ReportAnswer, { state: 'saved' }>

/** One export at a time: what is on its way, what the last one came to. */
export function useExport() {
  const [running, setRunning] = useState<{ report: ReportName; format: ReportFormat } | null>(null)
  const [saved, setSaved] = useState<{ request: ReportRequest; answer: Saved } | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)

  const save = async (request: Input<'reports.save'>) => {
    setRunning({ report: request.report, format: request.format ?? 'xlsx' })
    setProblem(null)
    setSaved(null)
    try {
      const answer = await call('reports.save', request)
      if (answer.state === 'saved') setSaved({ request: ReportRequest.parse(request), answer })
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      setRunning(null)
    }
  }
  return {
    busy: running?.format ?? null,
    busy_report: running?.report ?? null,
    saved: saved?.answer ?? null,
    saved_request: saved?.request ?? null,
    problem,
    save,
  }
}

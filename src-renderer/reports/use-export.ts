import { useState } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { Problem } from '../../src-shared/problem.ts'
import type { ReportFormat, ReportName } from '../../src-shared/reports.ts'
import { problemFrom } from '../call.ts'
import { type CheckedExport, useCheckedExport } from '../components/use-checked-export.tsx'

/** One export at a time: what is on its way, what the last one came to. */
export function useExport() {
  const [running, setRunning] = useState<{ report: ReportName; format: ReportFormat } | null>(null)
  const [exported, setExported] = useState<CheckedExport | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const exportChecked = useCheckedExport()

  const save = async (request: Input<'reports.save'>) => {
    setRunning({ report: request.report, format: request.format ?? 'xlsx' })
    setProblem(null)
    setExported(null)
    try {
      setExported(await exportChecked(request))
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      setRunning(null)
    }
  }
  return {
    busy: running?.format ?? null,
    busy_report: running?.report ?? null,
    exported,
    problem,
    save,
  }
}

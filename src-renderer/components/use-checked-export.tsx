import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { type ReportAnswer, ReportRequest } from '../../src-shared/reports.ts'
import { call } from '../call.ts'
import { previewRoute } from '../report-route.ts'
import { go } from '../route.ts'
import { askOnce } from '../use-answer.ts'
import { askBeforeExport } from './ask-before-export.tsx'
import { countFindings } from './finding-list.tsx'

export interface CheckedExport {
  request: ReportRequest
  answer: Extract<ReportAnswer, { state: 'saved' }>
  findings: Finding[]
}

/**
 * Exports a report after 上报前体检: what must be mended is shown before anything is saved, the rest is told with the
 * file. Answers null when nothing was saved.
 */
export function useCheckedExport(): (request: Input<'reports.save'>) => Promise<CheckedExport | null> {
  const { modal } = App.useApp()
  return useCallback(
    async (input) => {
      const request = ReportRequest.parse(input)
      const findings = await askOnce('reports.check', request)
      const { state } = await askBeforeExport(modal, findings)
      if (state === 'mend') go(previewRoute(request, window.location.hash))
      if (state !== 'export') return null
      const answer = await call('reports.save', input)
      return answer.state === 'saved' ? { request, answer, findings } : null
    },
    [modal],
  )
}

/** 体检：请核对 2, with the way to the findings; hints alone are not worth a word here. */
export function CheckedWords({ exported }: { exported: CheckedExport }) {
  const serious = exported.findings.filter(({ grade }) => grade !== 'note')
  if (serious.length === 0) return <span className="quiet">　体检：没有要核对的</span>
  return (
    <Button type="link" size="small" onClick={() => go(previewRoute(exported.request, window.location.hash))}>
      体检：{countFindings(serious)}
    </Button>
  )
}

import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { type ReportAnswer, ReportRequest } from '../../src-shared/reports.ts'
import { call } from '../call.ts'
import { previewRoute } from '../report-route.ts'
import { go } from '../route.ts'
import { askOnce } from '../use-answer.ts'
import { countFindings, FindingList } from './finding-list.tsx'

export interface CheckedExport {
  request: ReportRequest
  answer: Extract<ReportAnswer, { state: 'saved' }>
  findings: Finding[]
}

type Decision = 'export' | 'mend' | 'leave'

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
      const decision = await decide(modal, findings)
      if (decision === 'mend') go(previewRoute(request, window.location.hash))
      if (decision !== 'export') return null
      const answer = await call('reports.save', input)
      return answer.state === 'saved' ? { request, answer, findings } : null
    },
    [modal],
  )
}

function decide(modal: ReturnType<typeof App.useApp>['modal'], all: readonly Finding[]): Promise<Decision> {
  const findings = all.filter(({ grade }) => grade === 'must')
  if (findings.length === 0) return Promise.resolve('export')
  return new Promise((resolve) => {
    const end = (decision: Decision) => {
      resolve(decision)
      shown.destroy()
    }
    const shown = modal.confirm({
      title: `还没有导出：有 ${findings.length} 处必须改`,
      width: 560,
      content: <FindingList findings={findings} chosen={null} onChoose={() => end('mend')} />,
      onCancel: () => resolve('leave'),
      footer: (
        <div className="ant-modal-confirm-btns">
          <Button onClick={() => end('export')}>仍要导出</Button>
          <Button type="primary" autoFocus onClick={() => end('mend')}>
            去修改
          </Button>
        </div>
      ),
    })
  })
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

import { App, Button } from 'antd'
import { useCallback } from 'react'
import type { Finding } from '../../src-shared/preflight.ts'
import type { CheckedPaper, PaperAnswer } from '../../src-shared/reports.ts'
import { call } from '../call.ts'
import { askBeforeExport } from './ask-before-export.tsx'
import { countFindings } from './finding-list.tsx'
import { PaperFindings } from './paper-findings.tsx'

export type SavedPaper = Extract<PaperAnswer, { state: 'saved' }>
type Modal = ReturnType<typeof App.useApp>['modal']

/**
 * Saves a paper that is no report of the list. The main process checks it on its way out; what must be mended is asked
 * about before anything is saved. Answers null when nothing was saved.
 */
export function usePaperExport(): (
  save: () => Promise<PaperAnswer | undefined>,
) => Promise<SavedPaper | null> {
  const { modal } = App.useApp()
  return useCallback(
    async (save) => {
      const answer = await save()
      if (answer?.state !== 'held') return answer?.state === 'saved' ? answer : null
      const decision = await askBeforeExport(modal, answer.findings)
      if (decision.state === 'mend') showFindings(modal, answer, decision.chosen)
      if (decision.state !== 'export') return null
      const saved = await call('papers.saveHeld', { held_id: answer.held_id })
      return saved.state === 'saved' ? { ...saved, check: answer } : null
    },
    [modal],
  )
}

/** Where the paper lies, and what its 体检 came to. */
export function SavedPaperWords({ saved }: { saved: SavedPaper }) {
  const { modal } = App.useApp()
  const { check } = saved
  const serious = check?.findings.filter(({ grade }) => grade !== 'note') ?? []
  return (
    <>
      <Button
        type="link"
        size="small"
        onClick={() => void call('reports.reveal', { saved_id: saved.saved_id })}
      >
        打开所在文件夹
      </Button>
      {check !== undefined && serious.length > 0 && (
        <Button type="link" size="small" onClick={() => showFindings(modal, check, null)}>
          体检：{countFindings(serious)}
        </Button>
      )}
    </>
  )
}

function showFindings(modal: Modal, check: CheckedPaper, first: Finding | null): void {
  modal.info({
    title: '上报前体检',
    icon: null,
    width: 'min(1180px, 96vw)',
    okText: '知道了',
    content: <PaperFindings check={check} first={first} />,
  })
}

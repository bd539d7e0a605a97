import { App, Button } from 'antd'
import { useState } from 'react'
import type { PaperRequest } from '../../src-shared/absences.ts'
import { call, problemFrom } from '../call.ts'
import { SavedPaperWords, usePaperExport } from '../components/use-paper-export.tsx'

interface PrintButtonProps {
  request: PaperRequest
  children: string
  disabled?: boolean
  is_primary?: boolean
}

/** Saves a paper as a workbook, says where, and opens its folder on request. */
export function PrintButton({ request, children, disabled = false, is_primary = false }: PrintButtonProps) {
  const { message, modal } = App.useApp()
  const exportPaper = usePaperExport()
  const [is_busy, setBusy] = useState(false)
  const print = async () => {
    setBusy(true)
    try {
      const saved = await exportPaper(() => call('absences.print', request))
      if (saved !== null) {
        message.success(
          <>
            已导出 {saved.file_name}
            <SavedPaperWords saved={saved} />
          </>,
          6,
        )
      }
    } catch (error) {
      const problem = problemFrom(error)
      modal.warning({ title: problem.message, content: problem.next, okText: '知道了' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button type={is_primary ? 'primary' : 'default'} loading={is_busy} disabled={disabled} onClick={print}>
      {children}
    </Button>
  )
}

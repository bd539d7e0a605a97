import { App, Button } from 'antd'
import { useState } from 'react'
import type { PaperRequest } from '../../src-shared/absences.ts'
import { call, problemFrom } from '../call.ts'

interface PrintButtonProps {
  request: PaperRequest
  children: string
  disabled?: boolean
  is_primary?: boolean
}

/** Saves a paper as a workbook, says where, and opens its folder on request. */
export function PrintButton({ request, children, disabled = false, is_primary = false }: PrintButtonProps) {
  const { message, modal } = App.useApp()
  const [is_busy, setBusy] = useState(false)
  const print = async () => {
    setBusy(true)
    try {
      const answer = await call('absences.print', request)
      if (answer.state === 'saved') {
        const show = () => void call('reports.reveal', { saved_id: answer.saved_id })
        message.success(
          <>
            已导出 {answer.file_name}
            <Button type="link" size="small" onClick={show}>
              打开所在文件夹
            </Button>
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

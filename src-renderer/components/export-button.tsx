import { App, Button } from 'antd'
import { useState } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { ReportName } from '../../src-shared/reports.ts'
import { call, problemFrom } from '../call.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface ExportButtonProps {
  report: ReportName
  /** Which AB岗公布表; for other reports none. */
  publication_id?: number
  /** Of which day, group, person or versions. */
  of?: Omit<Input<'reports.save'>, 'report'>
  type?: 'link'
  label?: string
  children: string
}

/** Exports a report from where one is working, and offers its folder. */
export function ExportButton({ report, publication_id, of, type, label, children }: ExportButtonProps) {
  const { message, modal } = App.useApp()
  const [is_busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const answer = await call('reports.save', { report, publication_id: publication_id ?? null, ...of })
      if (answer.state === 'cancelled') return
      const reveal = () => void call('reports.reveal', { saved_id: answer.saved_id })
      message.success(
        <>
          已导出 {answer.file_name}（{answer.rows} 行）
          <Button type="link" size="small" onClick={reveal}>
            打开所在文件夹
          </Button>
        </>,
        6,
      )
    } catch (error) {
      modal.warning({
        title: '没有导出',
        content: <ProblemNotice problem={problemFrom(error)} />,
        width: 560,
        okText: '知道了',
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      loading={is_busy}
      onClick={save}
      {...(type === undefined ? {} : { type, size: 'small' as const })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {children}
    </Button>
  )
}

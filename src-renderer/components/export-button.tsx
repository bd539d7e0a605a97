import { App, Button, Space } from 'antd'
import { useState } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import { type ReportName, ReportRequest, report_titles } from '../../src-shared/reports.ts'
import { call, problemFrom } from '../call.ts'
import { previewRoute } from '../report-route.ts'
import { go } from '../route.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { CheckedWords, useCheckedExport } from './use-checked-export.tsx'

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

/** Shows a report on its paper or exports it, from where one is working; offers its folder. */
export function ExportButton({ report, publication_id, of, type, label, children }: ExportButtonProps) {
  const { message, modal } = App.useApp()
  const [is_busy, setBusy] = useState(false)
  const exportChecked = useCheckedExport()
  const request = { report, publication_id: publication_id ?? null, ...of }
  const save = async () => {
    setBusy(true)
    try {
      const exported = await exportChecked(request)
      if (exported === null) return
      const { answer } = exported
      const reveal = () => void call('reports.reveal', { saved_id: answer.saved_id })
      message.success(
        <>
          已导出 {answer.file_name}（{answer.rows} 行）
          <Button type="link" size="small" onClick={reveal}>
            打开所在文件夹
          </Button>
          <CheckedWords exported={exported} />
        </>,
        8,
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
  const look = type === undefined ? {} : { type, size: 'small' as const }
  return (
    <Space.Compact {...(type === 'link' ? { className: 'export-links' } : {})}>
      <Button
        {...look}
        title="打印预览"
        aria-label={label?.replace('导出', '预览') ?? `预览${report_titles[report]}`}
        onClick={() => go(previewRoute(ReportRequest.parse(request), window.location.hash))}
      >
        预览
      </Button>
      <Button
        {...look}
        loading={is_busy}
        onClick={save}
        {...(label === undefined ? {} : { 'aria-label': label })}
      >
        {children}
      </Button>
    </Space.Compact>
  )
}

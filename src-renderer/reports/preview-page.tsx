import { LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { PaperLayout, PaperView } from '../../src-shared/paper.ts'
import type { Finding } from '../../src-shared/preflight.ts'
import { type ReportFormat, report_titles } from '../../src-shared/reports.ts'
import { cellPlace } from '../components/cell-place.ts'
import { Page } from '../components/page.tsx'
import { pageOfRow } from '../components/paper-pages.ts'
import { PaperSheet } from '../components/paper-sheet.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import type { AskedReport } from '../report-route.ts'
import { useAnswer } from '../use-answer.ts'
import { LayoutForm } from './layout-form.tsx'
import { PreflightPart } from './preflight-part.tsx'
import './paper.css'
import { SavedLine } from './saved-line.tsx'
import { useExport } from './use-export.ts'
import { useZoom } from './use-zoom.ts'

interface PreviewPageProps {
  asked: AskedReport
  onClose: () => void
}

/** 打印预览: the report on its paper, page by page, and everything about the paper that can be chosen. */
export function PreviewPage({ asked, onClose }: PreviewPageProps) {
  const [layout, setLayout] = useState<PaperLayout | null>(null)
  const [chosen, setChosen] = useState<Finding | null>(null)
  const { report } = asked
  const request = { ...asked, layout }
  const answer = useAnswer('reports.preview', request)
  const { busy, exported, problem, save } = useExport()
  const view = answer.state === 'ready' ? answer.value : null
  const exportAs = (format: ReportFormat) => void save({ ...request, format })
  return (
    <Page
      title="打印预览"
      subtitle={view === null ? report_titles[report] : `${view.title} · 共 ${view.rows} 行`}
      is_fixed
      actions={
        <>
          <Button onClick={onClose}>返回</Button>
          <Button
            loading={busy === 'csv'}
            disabled={view === null || busy !== null}
            onClick={() => exportAs('csv')}
          >
            导出 CSV…
          </Button>
          <Button
            loading={busy === 'pdf'}
            disabled={view === null || busy !== null}
            onClick={() => exportAs('pdf')}
          >
            导出 PDF…
          </Button>
          <Button
            type="primary"
            loading={busy === 'xlsx'}
            disabled={view === null || busy !== null}
            onClick={() => exportAs('xlsx')}
          >
            导出 Excel…
          </Button>
        </>
      }
    >
      <ProblemNotice problem={problem ?? (answer.state === 'failed' ? answer.problem : null)} />
      {exported !== null && <SavedLine exported={exported} />}
      <div className="preview">
        {view === null ? (
          <div className="preview-desk sheet-pad">{answer.state === 'waiting' && <Skeleton active />}</div>
        ) : (
          <PreviewDesk key={report} view={view} chosen={chosen} />
        )}
        {view !== null && (
          <aside className="sheet preview-side" aria-label="纸张和检查">
            <LayoutForm view={view} onChange={setLayout} />
            <PreflightPart request={request} chosen={chosen} onChoose={setChosen} />
          </aside>
        )}
      </div>
    </Page>
  )
}

function PreviewDesk({ view, chosen }: { view: PaperView; chosen: Finding | null }): ReactNode {
  const [wanted, setPage] = useState(0)
  const marked = useMemo(() => (chosen === null ? null : cellPlace(chosen.address)), [chosen])
  useEffect(() => {
    if (marked !== null) setPage(pageOfRow(view, marked.row))
  }, [marked, view])
  const page = Math.min(wanted, view.pages.length - 1)
  const { holder, zoom, percent, zoomBy, fit } = useZoom(view.across)
  const turn = (by: number) => setPage(Math.min(Math.max(0, page + by), view.pages.length - 1))
  return (
    <section
      className="preview-desk"
      aria-label="预览"
      onKeyDown={(event) => {
        if (event.key === 'PageDown') turn(1)
        else if (event.key === 'PageUp') turn(-1)
        else return
        event.preventDefault()
      }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled and turned over with the keyboard */}
      <div className="preview-pages" ref={holder} tabIndex={0}>
        <PaperSheet view={view} page={page} zoom={zoom} marked={marked} />
      </div>
      <div className="preview-foot">
        <Button
          icon={<LeftOutlined />}
          aria-label="上一页"
          title="上一页（PageUp）"
          disabled={page === 0}
          onClick={() => turn(-1)}
        />
        <span className="number">
          第 {page + 1} 页 / 共 {view.pages.length} 页
        </span>
        <Button
          icon={<RightOutlined />}
          aria-label="下一页"
          title="下一页（PageDown）"
          disabled={page === view.pages.length - 1}
          onClick={() => turn(1)}
        />
        <span className="quiet small bar-fill">
          {view.shown_rows < view.rows
            ? `预览前 ${view.shown_rows} 行，导出时全部 ${view.rows} 行。`
            : '分页是按 Excel 的字宽估算的，可能差一两行。'}
        </span>
        <Button icon={<ZoomOutOutlined />} aria-label="缩小" onClick={() => zoomBy(1 / 1.2)} />
        <span className="number">{percent}</span>
        <Button icon={<ZoomInOutlined />} aria-label="放大" onClick={() => zoomBy(1.2)} />
        <Button onClick={fit}>适合宽度</Button>
      </div>
    </section>
  )
}

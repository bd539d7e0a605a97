import { LeftOutlined, RightOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { App, Button, Modal, Skeleton } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { isDrawable, type Preview } from '../../src-shared/files.ts'
import { call, problemFrom } from '../call.ts'
import { useAnswer } from '../use-answer.ts'
import './file-viewer.css'
import { ProblemNotice } from './problem-notice.tsx'

export interface FileToView {
  file_id: number
  name: string
  media: string
}

/** A file of the book as a picture, page by page; what is no picture is opened or saved as a copy. */
export function FileViewer({ file, onClose }: { file: FileToView; onClose: () => void }) {
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(1)
  const [pages, setPages] = useState<number | null>(null)
  const turn = (by: number) => setPage((now) => Math.min(Math.max(now + by, 1), pages ?? 1))
  const enlarge = (by: number) => setZoom((now) => Math.min(Math.max(now * by, 0.5), 4))
  const onKeyDown = (event: KeyboardEvent) => {
    const work: Record<string, () => void> = {
      PageDown: () => turn(1),
      PageUp: () => turn(-1),
      '+': () => enlarge(1.25),
      '=': () => enlarge(1.25),
      '-': () => enlarge(0.8),
      '0': () => setZoom(1),
    }
    if (event.ctrlKey || event.altKey || !Object.hasOwn(work, event.key)) return
    event.preventDefault()
    work[event.key]?.()
  }
  return (
    <Modal open title={file.name} width="88vw" centered footer={<Actions file={file} />} onCancel={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to whatever has the focus inside */}
      <div className="file-viewer" onKeyDown={onKeyDown}>
        {isDrawable(file.media) ? (
          <>
            <div className="bar">
              <Button
                aria-label="上一页"
                icon={<LeftOutlined />}
                disabled={page === 1}
                onClick={() => turn(-1)}
              />
              <span className="number">
                第 {page} 页 / 共 {pages ?? '…'} 页
              </span>
              <Button
                aria-label="下一页"
                icon={<RightOutlined />}
                disabled={pages === null || page === pages}
                onClick={() => turn(1)}
              />
              <span className="bar-fill" />
              <Button aria-label="缩小" icon={<ZoomOutOutlined />} onClick={() => enlarge(0.8)} />
              <span className="number">{Math.round(zoom * 100)}%</span>
              <Button aria-label="放大" icon={<ZoomInOutlined />} onClick={() => enlarge(1.25)} />
              <Button onClick={() => setZoom(1)}>适合宽度</Button>
            </div>
            <PageOfFile file={file} page={page} zoom={zoom} onPages={setPages} />
          </>
        ) : (
          <p className="quiet file-viewer-none">这种文件不在这里预览。可以打开一份只读的副本，或另存一份。</p>
        )}
      </div>
    </Modal>
  )
}

/** Drawn once for what the window shows and once more for a closer look, not anew at every step. */
const widths = [1200, 2400]

interface PageOfFileProps {
  file: FileToView
  page: number
  zoom: number
  onPages: (pages: number) => void
}

function PageOfFile({ file, page, zoom, onPages }: PageOfFileProps) {
  const width = widths[zoom > 1.25 ? 1 : 0] ?? 1200
  const answer = useAnswer('files.preview', { file_id: file.file_id, page, width })
  const [shown, setShown] = useState<{ preview: Preview; address: string } | null>(null)
  const preview = answer.state === 'ready' ? answer.value : null
  useEffect(() => {
    if (preview === null) return
    const address = URL.createObjectURL(new Blob([new Uint8Array(preview.bytes)], { type: preview.type }))
    setShown({ preview, address })
    onPages(preview.pages)
    return () => URL.revokeObjectURL(address)
  }, [preview, onPages])
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by the keyboard
    <div className="file-viewer-page" tabIndex={0}>
      {shown === null ? (
        <Skeleton active paragraph={{ rows: 8 }} title={false} />
      ) : (
        <img
          src={shown.address}
          alt={`${file.name} 第 ${page} 页`}
          style={{ width: `${zoom * 100}%`, maxWidth: zoom > 1 ? 'none' : undefined }}
        />
      )}
    </div>
  )
}

function Actions({ file }: { file: FileToView }) {
  const { message, modal } = App.useApp()
  const attempt = async (title: string, work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      modal.warning({ title, content: <ProblemNotice problem={problemFrom(error)} />, okText: '知道了' })
    }
  }
  const { file_id } = file
  return (
    <>
      <Button onClick={() => attempt('没有打开', () => call('files.open', { file_id }))}>打开只读副本</Button>
      <Button
        onClick={() =>
          attempt('没有另存', async () => {
            const { saved } = await call('files.save', { file_id })
            if (saved) message.success('已另存一份')
          })
        }
      >
        另存…
      </Button>
    </>
  )
}

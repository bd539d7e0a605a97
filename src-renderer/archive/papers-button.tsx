import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Place } from '../../src-shared/archive-items.ts'
import { type ArchivePaper, archive_papers } from '../../src-shared/archive-papers.ts'
import { call, problemFrom } from '../call.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'

interface PapersButtonProps {
  year: number
  /** One place; all of the year when there is none. */
  place: Place | null
}

const papers = Object.keys(archive_papers) as ArchivePaper[]
const choices = papers.flatMap((paper) => [
  { key: `savePdf ${paper}`, label: `${archive_papers[paper].title}（PDF）` },
  { key: `saveWorkbook ${paper}`, label: `${archive_papers[paper].title}（Excel）` },
])

/** 目录、备考表、盒脊、归档章、移交清单: as PDF in real measures, or as a workbook. */
export function PapersButton({ year, place }: PapersButtonProps) {
  const { message, modal } = App.useApp()
  const [is_busy, setBusy] = useState(false)
  const save = async (key: string) => {
    const [way, name] = key.split(' ')
    const paper = papers.find((one) => one === name)
    if (paper === undefined) return
    const request = { paper, year, organ_id: place?.organ_id ?? null, retention: place?.retention ?? null }
    setBusy(true)
    try {
      const answer = await call(way === 'savePdf' ? 'archive.savePdf' : 'archive.saveWorkbook', request)
      if (answer.state === 'cancelled') return
      const reveal = () => void call('reports.reveal', { saved_id: answer.saved_id })
      message.success(
        <>
          已导出 {answer.file_name}
          <Button type="link" size="small" onClick={reveal}>
            打开所在文件夹
          </Button>
        </>,
        8,
      )
    } catch (error) {
      modal.warning({
        title: '没有导出',
        content: <ProblemNotice problem={problemFrom(error)} />,
        width: 520,
        okText: '知道了',
      })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dropdown trigger={['click']} menu={{ items: choices, onClick: ({ key }) => void save(key) }}>
      <Button loading={is_busy}>打印目录…</Button>
    </Dropdown>
  )
}

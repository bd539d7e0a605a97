import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { Place } from '../../src-shared/archive-items.ts'
import { type ArchivePaper, archive_papers } from '../../src-shared/archive-papers.ts'
import { call, problemFrom } from '../call.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { SavedPaperWords, usePaperExport } from '../components/use-paper-export.tsx'

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
  const exportPaper = usePaperExport()
  const [is_busy, setBusy] = useState(false)
  const save = async (key: string) => {
    const [way, name] = key.split(' ')
    const paper = papers.find((one) => one === name)
    if (paper === undefined) return
    const request = { paper, year, organ_id: place?.organ_id ?? null, retention: place?.retention ?? null }
    setBusy(true)
    try {
      const saved = await exportPaper(() =>
        call(way === 'savePdf' ? 'archive.savePdf' : 'archive.saveWorkbook', request),
      )
      if (saved === null) return
      message.success(
        <>
          已导出 {saved.file_name}
          <SavedPaperWords saved={saved} />
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

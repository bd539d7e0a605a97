import { Button } from 'antd'
import { useState } from 'react'
import type { ArchiveEntryFile, KeptMaterial } from '../../src-shared/archive.ts'
import { sizeText } from '../../src-shared/files.ts'
import { CellButton } from '../components/cell-button.tsx'
import { type FileToView, FileViewer } from '../components/file-viewer.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'
import { FilesToBring, type FileToBring } from './files-to-bring.tsx'
import { TrashDialog, TrashedFiles } from './trashed-files.tsx'

interface EntryFileListProps {
  entry_id: number
  files: ArchiveEntryFile[]
  checklist: KeptMaterial[]
}

/** The electronic files of an entry; more may come later, none is ever changed. */
export function EntryFileList({ entry_id, files, checklist }: EntryFileListProps) {
  const [waiting, setWaiting] = useState<FileToBring[]>([])
  const { run, is_busy, problem, clear } = useChange('archive.addFiles')
  const bring = async () => {
    const brought = waiting.map(({ token, material }) => ({ token, material }))
    const saved = await run({ id: entry_id, files: brought }, `已补充 ${brought.length} 个文件`)
    if (saved !== undefined) setWaiting([])
  }
  const [trashing, setTrashing] = useState<ArchiveEntryFile | null>(null)
  const [viewed, setViewed] = useState<FileToView | null>(null)
  const kept = files.filter(({ trashed_on }) => trashed_on === null)
  return (
    <section className="record-section" aria-label="卷内文件">
      <h3>文件</h3>
      <ProblemNotice problem={problem} onClose={clear} />
      <ul className="entry-lines">
        {kept.map((file) => (
          <li key={file.id}>
            <span className="quiet number">{file.serial}</span>
            <button
              type="button"
              className="plain-link bar-fill cut"
              title={file.name}
              onClick={() => setViewed(file)}
            >
              {file.name}
            </button>
            <span className="quiet small">{file.material}</span>
            <span className="quiet small">{sizeText(file.size)}</span>
            <CellButton label={`移除 ${file.name}`} onClick={() => setTrashing(file)}>
              移除
            </CellButton>
          </li>
        ))}
      </ul>
      <TrashedFiles files={files.filter(({ trashed_on }) => trashed_on !== null)} />
      <FilesToBring files={waiting} materials={checklist.map(({ name }) => name)} onChange={setWaiting} />
      {waiting.length > 0 && (
        <Button type="primary" size="small" loading={is_busy} onClick={bring}>
          补充到本卷（{waiting.length}）
        </Button>
      )}
      {trashing !== null && <TrashDialog file={trashing} onClose={() => setTrashing(null)} />}
      {viewed !== null && <FileViewer file={viewed} onClose={() => setViewed(null)} />}
    </section>
  )
}

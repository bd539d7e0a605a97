import { Button } from 'antd'
import { useState } from 'react'
import type { ArchiveEntryFile, KeptMaterial } from '../../src-shared/archive.ts'
import { sizeText } from '../../src-shared/files.ts'
import { type FileToView, FileViewer } from '../components/file-viewer.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'
import { FilesToBring, type FileToBring } from './files-to-bring.tsx'

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
  const [viewed, setViewed] = useState<FileToView | null>(null)
  const kept = files.filter(({ trashed_on }) => trashed_on === null)
  return (
    <section className="record-section" aria-label="卷内文件">
      <h3>文件</h3>
      <ProblemNotice problem={problem} onClose={clear} />
      <ul className="entry-lines">
        {kept.map(({ id, serial, name, size, material, file_id, media }) => (
          <li key={id}>
            <span className="quiet number">{serial}</span>
            <button
              type="button"
              className="plain-link bar-fill cut"
              title={name}
              onClick={() => setViewed({ file_id, name, media })}
            >
              {name}
            </button>
            <span className="quiet small">{material}</span>
            <span className="quiet small">{sizeText(size)}</span>
          </li>
        ))}
      </ul>
      <FilesToBring files={waiting} materials={checklist.map(({ name }) => name)} onChange={setWaiting} />
      {waiting.length > 0 && (
        <Button type="primary" size="small" loading={is_busy} onClick={bring}>
          补充到本卷（{waiting.length}）
        </Button>
      )}
      {viewed !== null && <FileViewer file={viewed} onClose={() => setViewed(null)} />}
    </section>
  )
}

import { file_state_words, type MergeFile } from '../../src-shared/collection.ts'
import { type Decisions, isMergeable, openQuestions } from './decisions.ts'

interface FileListProps {
  files: readonly MergeFile[]
  open: string
  left_out: ReadonlySet<string>
  /** Null in a report, where everything is decided. */
  decisions: Decisions | null
  onOpen: (id: string) => void
  /** Without it the list is only read. */
  onTick?: (id: string) => void
}

/** The files of a batch with their state; a tick takes each into the merge. */
export function FileList({ files, open, left_out, decisions, onOpen, onTick }: FileListProps) {
  return (
    <ul className="sheet file-list" aria-label="收回的文件">
      {files.map((file) => (
        <li key={file.id} className={file.id === open ? 'is-current' : ''}>
          {onTick && (
            <input
              type="checkbox"
              className="tick-box"
              aria-label={`合并 ${file.file_name}`}
              disabled={!isMergeable(file)}
              checked={isMergeable(file) && !left_out.has(file.id)}
              onChange={() => onTick(file.id)}
            />
          )}
          <button type="button" aria-current={file.id === open} onClick={() => onOpen(file.id)}>
            <span className="cut" title={file.file_name}>
              {file.file_name}
            </span>
            <StateOf file={file} decisions={decisions} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function StateOf({ file, decisions }: { file: MergeFile; decisions: Decisions | null }) {
  const open = decisions === null ? 0 : openQuestions(file, decisions)
  if (!isMergeable(file)) return <span className="small light-red">{file_state_words[file.state]}</span>
  if (open > 0) return <span className="small light-amber">待定 {open} 处</span>
  if (file.state === 'untouched') return <span className="small quiet">{file_state_words.untouched}</span>
  const changed = file.rows.filter(({ kind }) => kind === 'changed').length
  const fresh = file.rows.filter(({ kind }) => kind === 'new').length
  return (
    <span className="small light-green">
      改动 {changed} 行，新增 {fresh} 行
    </span>
  )
}

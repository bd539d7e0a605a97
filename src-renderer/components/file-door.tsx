// The one way of files into a screen: dropped on the window, pasted with Ctrl+V, or chosen in the system's dialog.
import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import type { FileKind, Taken } from '../../src-shared/files.ts'
import { most_files } from '../../src-shared/files.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom, take } from '../call.ts'
import './file-door.css'
import { ProblemNotice } from './problem-notice.tsx'
import { useFileDrop } from './use-file-drop.ts'

interface FileDoorProps {
  /** On the button: 选择照片 */
  verb: string
  kind: FileKind
  many?: boolean
  /** What to do with them, shown over the window while they are dragged: 放开后作为佐证材料登记 */
  drop_words: string
  type?: ButtonProps['type']
  is_busy?: boolean
  onFiles: (files: Taken['files']) => void
}

/** A button, and the whole window as a place to drop on; what cannot be taken is named below the button. */
export function FileDoor({ verb, kind, many = false, drop_words, type, is_busy, onFiles }: FileDoorProps) {
  const [is_taking, setTaking] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const during = async (work: () => Promise<Taken>) => {
    setTaking(true)
    setProblem(null)
    try {
      const { files, refused } = await work()
      setProblem(problemOf(refused))
      if (files.length > 0) onFiles(files)
    } catch (error) {
      setProblem(problemFrom(error))
    } finally {
      setTaking(false)
    }
  }
  const is_over = useFileDrop((files) => {
    if (!many && files.length > 1) return setProblem(one_only)
    if (files.length > most_files) return setProblem(too_many)
    void during(() => take(files))
  })
  return (
    <div className="file-door">
      <Button
        {...(type === undefined ? {} : { type })}
        loading={is_taking || is_busy === true}
        onClick={() => during(() => call('files.choose', { title: verb, kind, many }))}
      >
        {verb}…
      </Button>
      <span className="quiet small">也可以拖到窗口里，或按 Ctrl + V 粘贴</span>
      <ProblemNotice problem={problem} onClose={() => setProblem(null)} />
      {is_over && <div className="drop-veil">{drop_words}</div>}
    </div>
  )
}

const one_only: Problem = { code: 'one_file', message: '这里一次只放一个文件。', next: '请只选一个再放入。' }
const too_many: Problem = {
  code: 'too_many_files',
  message: `一次最多放入 ${most_files} 个文件。`,
  next: '请分几次来放。',
}

function problemOf(refused: Taken['refused']): Problem | null {
  if (refused.length === 0) return null
  return {
    code: 'files_refused',
    message: `有 ${refused.length} 个文件没有放入。`,
    details: refused.map(({ name, why }) => `${name}：${why}`),
  }
}

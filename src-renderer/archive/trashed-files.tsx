import { Form, Input } from 'antd'
import type { ArchiveEntryFile } from '../../src-shared/archive.ts'
import { CellButton } from '../components/cell-button.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

/** 回收站 of the entry: what was set aside, by its serial, with the reason. */
export function TrashedFiles({ files }: { files: ArchiveEntryFile[] }) {
  const { run, problem, clear } = useChange('archive.putBackFile')
  if (files.length === 0) return null
  return (
    <>
      <h4>回收站（{files.length}）</h4>
      <ProblemNotice problem={problem} onClose={clear} />
      <ul className="entry-lines">
        {files.map(({ id, serial, name, trashed_on, trash_reason }) => (
          <li key={id}>
            <span className="quiet number">{serial}</span>
            <span className="bar-fill quiet">
              {name}
              <span className="small">
                　{trashed_on} 移除：{trash_reason}
              </span>
            </span>
            <CellButton label={`放回 ${name}`} onClick={() => run({ id }, `已放回“${name}”`)}>
              放回
            </CellButton>
          </li>
        ))}
      </ul>
    </>
  )
}

export function TrashDialog({ file, onClose }: { file: ArchiveEntryFile; onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>()
  const { run, is_busy, problem } = useChange('archive.trashFile')
  const submit = async ({ reason }: { reason: string }) => {
    const saved = await run({ id: file.id, reason }, `“${file.name}”已移入回收站`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<{ reason: string }>
      title={`移除“${file.name}”`}
      verb="移入回收站"
      form={form}
      initial={{ reason: '' }}
      is_busy={is_busy}
      problem={problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        label="移除的原因"
        name="reason"
        required
        extra={`文件留在回收站，随时可以放回；第 ${file.serial} 号不再给别的文件。`}
      >
        <Input placeholder="如：放错了卷" autoFocus />
      </Form.Item>
    </FormDialog>
  )
}

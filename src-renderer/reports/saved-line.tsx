import { Button } from 'antd'
import { call } from '../call.ts'
import { type CheckedExport, CheckedWords } from '../components/use-checked-export.tsx'
import { go, routeTo } from '../route.ts'

/** What was exported, and what one does next: hand it in and write that down. */
export function SavedLine({ exported }: { exported: CheckedExport }) {
  const { request, answer: saved } = exported
  const { token, file_name } = saved
  const record = () =>
    go(routeTo('reports', { view: 'records', file: token, file_name, request: JSON.stringify(request) }))
  return (
    <div role="status" className="light-green">
      已导出 {saved.file_name}（{saved.rows} 行）
      <Button
        type="link"
        size="small"
        onClick={() => void call('reports.reveal', { saved_id: saved.saved_id })}
      >
        打开所在文件夹
      </Button>
      <CheckedWords exported={exported} />
      {token !== undefined && (
        <Button type="link" size="small" onClick={record}>
          登记上报
        </Button>
      )}
    </div>
  )
}

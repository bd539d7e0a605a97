import { Button } from 'antd'
import { call } from '../call.ts'
import type { Saved } from './use-export.ts'

export function SavedLine({ saved }: { saved: Saved }) {
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
    </div>
  )
}

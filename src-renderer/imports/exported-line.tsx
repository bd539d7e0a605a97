import { Button } from 'antd'
import { call } from '../call.ts'

/** Where the exported report lies. */
export function ExportedLine({ saved }: { saved: { file_name: string; saved_id: string } }) {
  return (
    <div role="status" className="light-green">
      已导出 {saved.file_name}
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

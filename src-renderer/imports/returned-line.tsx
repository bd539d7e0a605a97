import { Button } from 'antd'
import { call } from '../call.ts'
import type { Returned } from './use-import.ts'

/** Where the 退回表 lies and what is in it. */
export function ReturnedLine({ import_id, returned }: { import_id: string; returned: Returned }) {
  const { file_name, cells, rows, comments_left_out } = returned
  return (
    <div role="status" className="light-green">
      已存为 {file_name}：标出 {cells} 处，{rows} 行写明了退回原因。改好后可以直接导入。
      {comments_left_out > 0 && `其中 ${comments_left_out} 处没有加批注，原因见“退回原因”一列。`}
      <Button type="link" size="small" onClick={() => void call('imports.revealReturn', { import_id })}>
        打开所在文件夹
      </Button>
    </div>
  )
}

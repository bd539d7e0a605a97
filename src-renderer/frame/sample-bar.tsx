import { Button } from 'antd'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

/** Always in sight while the sample year is open, with the way back. */
export function SampleBar() {
  const book = useAnswer('book.state', {})
  const leave = useChange('book.leaveSample')
  if (book.state !== 'ready' || book.value.book !== 'sample') return null
  return (
    <div className="sample-bar" role="status">
      <span>现在看到的是示例年度（虚构的单位和人员），可以随意试用；您自己的台账没有变动。</span>
      <Button size="small" loading={leave.is_busy} onClick={() => leave.run({}, '已回到您自己的台账。')}>
        退出示例
      </Button>
    </div>
  )
}

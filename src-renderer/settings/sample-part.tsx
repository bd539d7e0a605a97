import { Button } from 'antd'
import type { BookState } from '../../src-shared/book.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

export function SamplePart({ state }: { state: BookState }) {
  const enter = useChange('book.enterSample')
  const leave = useChange('book.leaveSample')
  const is_sample = state.book === 'sample'
  return (
    <div className="sheet sheet-pad">
      <ProblemNotice problem={enter.problem ?? leave.problem} />
      <p className="first-line">
        示例年度是一个虚构部门一年的台账：16 个人、150 项职责、52 周的事项和归档，用来熟悉程序。
        它另存在自己的文件里，进入和退出都不动您自己的台账；在示例里做的改动，退出后不保留。
      </p>
      {is_sample ? (
        <Button loading={leave.is_busy} onClick={() => leave.run({}, '已回到您自己的台账。')}>
          退出示例年度
        </Button>
      ) : (
        <Button loading={enter.is_busy} onClick={() => enter.run({}, '现在看到的是示例年度。')}>
          进入示例年度
        </Button>
      )}
    </div>
  )
}

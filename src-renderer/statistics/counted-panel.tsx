import { Select } from 'antd'
import { dueText } from '../../src-shared/matter-words.ts'
import type { CountedMatter, CountedQuestion } from '../../src-shared/statistics.ts'
import { matter_state_words } from '../../src-shared/weekly.ts'
import { Faces } from '../components/faces.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import type { Figure } from './use-statistics.ts'

const figure_words: Record<Figure, string> = {
  carried_in: '上期结转',
  planned: '本期列入的计划内事项',
  unplanned: '计划外',
  finished: '完成',
  carried_out: '结转',
  overdue: '逾期',
  withdrawn: '撤销',
}
const choices = (Object.keys(figure_words) as Figure[]).map((value) => ({
  value,
  label: figure_words[value],
}))

interface CountedPanelProps {
  /** 张三　2026年第四季度 */
  title: string
  question: CountedQuestion
  onChoose: (figure: Figure) => void
  onClose: () => void
}

/** The matters behind a figure, as many as it says. */
export function CountedPanel({ title, question, onChoose, onClose }: CountedPanelProps) {
  const answer = useAnswer('statistics.list', question)
  return (
    <RecordPanel title={title} label={`${title}的事项`} onClose={onClose}>
      <div className="bar">
        <Select<Figure>
          aria-label="看哪个数"
          value={question.what}
          options={choices}
          onChange={onChoose}
          style={{ width: 220 }}
        />
        {answer.state === 'ready' && <span className="quiet">{answer.value.total} 项</span>}
      </div>
      <Faces answer={answer}>
        {({ rows, total }) => (
          <>
            <ul className="counted-list">
              {rows.map((row) => (
                <Counted key={row.matter_id} row={row} />
              ))}
            </ul>
            {total > rows.length && <p className="quiet">只列前 {rows.length} 项。</p>}
            {total === 0 && <p className="quiet">没有这样的事项。</p>}
          </>
        )}
      </Faces>
    </RecordPanel>
  )
}

function Counted({ row }: { row: CountedMatter }) {
  const { matter_id, number, title, staff_name, group_name, finished_on, state } = row
  return (
    <li>
      <a href={routeTo('weekly', { open: matter_id })}>{title}</a>
      <div className="quiet small">
        <span className="number">{number}</span>　{staff_name || '未定'}（{group_name}）　
        {matter_state_words[state]}
      </div>
      <div className="quiet small">
        时限 {dueText(row) || '未定'}
        {finished_on !== null && `　完成 ${finished_on}`}
      </div>
    </li>
  )
}

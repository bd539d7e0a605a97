import { Button } from 'antd'
import type { Handover } from '../../src-shared/handovers.ts'
import { CellButton } from '../components/cell-button.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

/** What was done in the place of the person who is away: from weekly lines and events, and typed besides. */
export function DoneList({ handover: { done }, onAdd }: { handover: Handover; onAdd: () => void }) {
  const { run, problem } = useChange('handovers.removeAction')
  return (
    <section className="sheet handover-items" aria-label="顶岗期间办理情况">
      <div className="bar">
        <h3>
          顶岗期间办理情况<span className="quiet">　{done.length} 件次，印在返岗单上</span>
        </h3>
        <span className="bar-fill" />
        <Button size="small" onClick={onAdd}>
          另记一件
        </Button>
      </div>
      <ProblemNotice problem={problem} />
      {done.length === 0 && (
        <p className="quiet">周报里的进展、销号会自动列在这里；没有写进周报的，点“另记一件”。</p>
      )}
      <ul className="done-list">
        {done.map((act, at) => (
          <li key={act.action_id ?? `${act.happened_on} ${act.what} ${at}`}>
            <span className="number">{act.happened_on}</span>
            <span>{act.name || <span className="quiet">办理人未定</span>}</span>
            <span className="cut" title={act.what}>
              {act.what}
            </span>
            <span className="cut quiet" title={act.result}>
              {act.result}
            </span>
            {act.action_id === null ? (
              <span />
            ) : (
              <CellButton
                label={`删去${act.what}`}
                onClick={() => act.action_id !== null && run({ id: act.action_id }, '已删去')}
              >
                删去
              </CellButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

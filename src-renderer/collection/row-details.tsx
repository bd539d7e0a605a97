import { Input, Radio } from 'antd'
import {
  type Decision,
  form_field_words,
  type MergeCell,
  type MergeRow,
  merge_row_words,
} from '../../src-shared/collection.ts'
import { isAsked } from './decisions.ts'
import type { DecisionsRun } from './use-decisions.ts'

/** One row of a returned file: its cells as sent, as returned and as they are now, and what becomes of them. */
export function RowDetails({ row, decisions }: { row: MergeRow; decisions: DecisionsRun | null }) {
  return (
    <article className={`merge-row is-${row.kind}`}>
      <header>
        <span className={`merge-kind is-${row.kind}`}>{merge_row_words[row.kind]}</span>
        <span className="number">{row.number}</span>
        <strong>{row.title}</strong>
        <span className="quiet">{row.person}</span>
        <span className="quiet small bar-fill merge-address">{row.address}</span>
      </header>
      {row.why !== '' && <p className="quiet small">{row.why}</p>}
      {row.issues.map((issue) => (
        <p key={`${issue.address}${issue.why}`} className="finding small">
          {issue.address}：{issue.why}
          {issue.suggestion}
        </p>
      ))}
      {row.kind === 'gone' && <GoneChoice row={row} decisions={decisions} />}
      {row.cells.length > 0 && (
        <table className="merge-cells">
          <thead>
            <tr>
              <th>栏目</th>
              <th>发出时</th>
              <th>来件</th>
              <th>台账现值</th>
              <th>怎样合并</th>
            </tr>
          </thead>
          <tbody>
            {row.cells.map((cell) => (
              <tr key={cell.id} className={isAsked(cell) ? 'is-asked' : ''}>
                <th scope="row">{form_field_words[cell.field]}</th>
                <td className="quiet">{cell.sent || '（空）'}</td>
                <td>{cell.returned || '（空）'}</td>
                <td>{cell.now || '（空）'}</td>
                <td>
                  <Outcome row={row} cell={cell} decisions={decisions} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {row.cells.length === 0 && row.said.length > 0 && (
        <dl className="merge-said">
          {row.said.map(({ label, value, old }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {old !== '' && old !== value && <del>{old}</del>} {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

function Outcome({
  row,
  cell,
  decisions,
}: {
  row: MergeRow
  cell: MergeCell
  decisions: DecisionsRun | null
}) {
  if (!isAsked(cell)) {
    const words = { taken: '采用来件', agreed: '两边相同', refused: '不改' }[
      cell.verdict as 'taken' | 'agreed' | 'refused'
    ]
    return (
      <>
        <span className={cell.verdict === 'taken' ? 'light-green' : 'quiet'}>{words}</span>
        {cell.why !== '' && <div className="quiet small">{cell.why}</div>}
      </>
    )
  }
  if (decisions === null) return <DecidedWords take={cell.decision} own={cell.own} />
  const decision = decisions.of.get(cell.id)
  const set = (take: Decision['take'], own = decision?.own ?? '') => decisions.set({ id: cell.id, take, own })
  return (
    <div className="merge-choice">
      <Radio.Group
        aria-label={`${row.number} ${form_field_words[cell.field]}`}
        value={decision?.take ?? null}
        onChange={({ target }) => set(target.value as Decision['take'])}
        options={[
          { value: 'theirs', label: '采用来件' },
          { value: 'ours', label: '保留现值' },
          { value: 'own', label: '手工' },
        ]}
      />
      {decision?.take === 'own' && (
        <Input.TextArea
          aria-label={`${row.number} ${form_field_words[cell.field]} 手工填写`}
          autoFocus
          rows={3}
          value={decision.own}
          onChange={({ target }) => set('own', target.value)}
        />
      )}
      <div className="quiet small">{cell.why}</div>
    </div>
  )
}

function DecidedWords({ take, own }: { take: Decision['take'] | null; own: string }) {
  if (take === 'own') return <span className="light-amber">手工：{own}</span>
  return <span className="light-amber">{take === 'theirs' ? '采用来件' : '保留现值'}</span>
}

function GoneChoice({ row, decisions }: { row: MergeRow; decisions: DecisionsRun | null }) {
  const drop_words = row.part === 'this' ? '撤销这项事项' : '移出下周计划'
  if (decisions === null) {
    return <span className="light-amber">{row.decision === 'theirs' ? drop_words : '保留'}</span>
  }
  return (
    <Radio.Group
      aria-label={`${row.number} 来件中删去`}
      value={decisions.of.get(row.id)?.take ?? null}
      onChange={({ target }) =>
        decisions.set({ id: row.id, take: target.value as Decision['take'], own: '' })
      }
      options={[
        { value: 'ours', label: '保留' },
        { value: 'theirs', label: drop_words },
      ]}
    />
  )
}

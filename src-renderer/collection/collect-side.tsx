import { Button } from 'antd'
import type { CollectionBoard } from '../../src-shared/collection.ts'
import { monthDay } from '../../src-shared/dates.ts'
import { momentText } from '../components/moment.ts'

/** What went out for this week, and what was merged of it. */
export function CollectSide({
  board: { forms, merges },
  onReport,
}: {
  board: CollectionBoard
  onReport: (merge_id: number) => void
}) {
  return (
    <aside className="sheet collect-side" aria-label="发出与合并">
      <section>
        <h2>发出的表</h2>
        {forms.length === 0 ? (
          <p className="quiet small">
            还没有制表。点“制发表格”，每组或每人一份，自带本周事项和下周计划，填好收回后放到这个窗口里。
          </p>
        ) : (
          <ul>
            {forms.map(({ id, file_name, sent_on, rows }) => (
              <li key={id}>
                <span className="cut" title={file_name}>
                  {file_name}
                </span>
                <span className="quiet small number">
                  {monthDay(sent_on)} · {rows} 行
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>合并记录</h2>
        {merges.length === 0 ? (
          <p className="quiet small">合并过的每一批都留有报告：哪一格采用了来件，哪一格保留了现值。</p>
        ) : (
          <ul>
            {merges.map(({ id, made_at, who, file_names, is_undone }) => (
              <li key={id}>
                <Button type="link" size="small" className="plain-link" onClick={() => onReport(id)}>
                  {momentText(made_at)}　{file_names.length} 份{is_undone ? '（已撤销）' : ''}
                </Button>
                <span className="quiet small cut" title={file_names.join('、')}>
                  {who} · {file_names.join('、')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </aside>
  )
}

import { Button, Collapse } from 'antd'
import type { ColumnUse, ImportPreview } from '../../src-shared/imports.ts'

/** Which column was understood as what, and which is not used: nothing is dropped in silence. */
interface ColumnUsesProps {
  columns: ColumnUse[]
  understood_by?: ImportPreview['understood_by']
  /** Opens 对应关系; what is saved already is not adjusted. */
  onAdjust?: () => void
}

const by_words = { words: '', clerk: '（按您选的对应关系）', memory: '（按上次的对应关系）' }

export function ColumnUses({ columns, understood_by = 'words', onAdjust }: ColumnUsesProps) {
  const used = columns.filter((column) => column.used_as !== null)
  const unused = columns.filter((column) => column.used_as === null)
  const summary = `识别出 ${used.length} 列${by_words[understood_by]}${unused.length > 0 ? `，${unused.length} 列没有用到：${unused.map((column) => column.header || column.address).join('、')}` : ''}`
  return (
    <div className="import-columns">
      <Collapse
        size="small"
        items={[
          {
            key: 'columns',
            label: <span className="cut">{summary}</span>,
            children: (
              <ul className="column-uses">
                {columns.map((column) => (
                  <li key={column.address}>
                    <span className="number quiet">{column.address}</span> {column.header || '（空表头）'}
                    <span className={column.used_as === null ? 'finding' : 'quiet'}>
                      　{column.used_as === null ? '没有用到' : `读作 ${column.used_as}`}
                    </span>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {onAdjust !== undefined && <Button onClick={onAdjust}>调整对应关系</Button>}
    </div>
  )
}

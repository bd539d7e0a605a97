import { Collapse } from 'antd'
import type { ColumnUse } from '../../src-shared/imports.ts'

/** Which column was understood as what, and which is not used: nothing is dropped in silence. */
export function ColumnUses({ columns }: { columns: ColumnUse[] }) {
  const used = columns.filter((column) => column.used_as !== null)
  const unused = columns.filter((column) => column.used_as === null)
  const summary = `识别出 ${used.length} 列${unused.length > 0 ? `，${unused.length} 列没有用到：${unused.map((column) => column.header || column.address).join('、')}` : ''}`
  return (
    <Collapse
      size="small"
      className="import-columns"
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
  )
}

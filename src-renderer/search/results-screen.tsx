import { Button } from 'antd'
import { useMemo } from 'react'
import type { SearchCounts } from '../../src-shared/search.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { go } from '../route.ts'
import { useValue } from '../use-answer.ts'
import { KeepButton, KeptLinks } from './kept-searches.tsx'
import { KindSwitch } from './kind-switch.tsx'
import { resultColumns } from './result-columns.tsx'
import { ResultFilters } from './result-filters.tsx'
import './results.css'
import { useResultPages } from './use-result-pages.ts'
import { type SearchFilterControl, useSearchFilter, waitingWords } from './use-search-filter.ts'

const not_counted: SearchCounts = {
  kinds: { staff: 0, duty: 0, matter: 0, archive: 0, item: 0, file: 0 },
  waiting: 0,
  years: [],
  retentions: [],
}
const keys = [
  ['↑↓', '移动'],
  ['回车', '打开'],
  ['Ctrl F', '改查找的文字'],
] as const

/** 查找结果: everything that answers to a question, of every kind. */
export function ResultsScreen() {
  const control = useSearchFilter()
  const { filter, is_empty } = control
  const counts = useValue('search.count', filter, not_counted)
  return (
    <Page
      title="查找结果"
      is_fixed
      subtitle={
        counts.waiting > 0 ? waitingWords(counts.waiting) : '人员、职责、事项、归档和文件名一起找，新的在前。'
      }
      actions={
        <>
          <KeepButton filter={filter} is_empty={is_empty} />
          {!is_empty && (
            <ExportButton report="search-results" of={{ search: filter }}>
              导出…
            </ExportButton>
          )}
        </>
      }
    >
      <ResultFilters control={control} choices={counts} />
      {is_empty ? <NothingAsked /> : <Results control={control} counts={counts.kinds} />}
    </Page>
  )
}

function NothingAsked() {
  return (
    <EmptyHint title="要找什么？" actions={<KeptLinks />}>
      输入姓名、编号（2026-DJ-0047，也可以写
      2026DJ47）、拼音首字母或事项里的几个字；也可以只选年度、类别或人员。
    </EmptyHint>
  )
}

function Results({ control, counts }: { control: SearchFilterControl; counts: SearchCounts['kinds'] }) {
  const { filter } = control
  const { answer, rows, has_more, loadMore } = useResultPages(filter)
  const columns = useMemo(() => resultColumns(filter.text), [filter.text])
  const found =
    filter.kind === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[filter.kind]
  return (
    <>
      <KindSwitch filter={filter} counts={counts} />
      <Faces answer={answer}>
        {() => (
          <>
            <DataTable
              label="查找结果"
              columns={columns}
              rows={rows}
              key_of={(row) => `${row.kind}-${row.id}`}
              onOpen={(row) => go(row.route)}
              min_width={1084}
              empty="没有找到。可以换个词，或者去掉筛选。"
            />
            <TableFoot keys={keys}>
              <span className="bar">
                <span>
                  已显示 {rows.length} / {Math.max(found, rows.length).toLocaleString('zh-CN')} 条
                </span>
                {has_more && (
                  <Button size="small" onClick={loadMore}>
                    再显示 50 条
                  </Button>
                )}
              </span>
            </TableFoot>
          </>
        )}
      </Faces>
    </>
  )
}

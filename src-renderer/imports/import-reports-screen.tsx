import { Button, type TableColumnsType } from 'antd'
import { type ImportReportLine, import_report_words } from '../../src-shared/import-reports.ts'
import { import_kind_words, verdict_words } from '../../src-shared/imports.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { momentText } from '../components/moment.ts'
import { OlderPages } from '../components/older-pages.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { ImportReportPage } from './import-report-page.tsx'
import './imports.css'

/** 导入记录: every saved import, newest first; each opens to its report. */
export function ImportReportsScreen() {
  const [before, setBefore] = useParam('before')
  const [open, setOpen] = useParam('open')
  const before_id = before === '' ? null : Number(before)
  const answer = useAnswer('imports.reports', { before_id })
  if (open !== '') return <ImportReportPage id={Number(open)} onClose={() => setOpen(null)} />
  return (
    <Page title="导入" is_fixed subtitle="每次导入都留下一份报告：每一行怎样处理、改了什么、为什么没有导入。">
      <Faces
        answer={answer}
        empty={({ rows }) =>
          rows.length === 0 && before_id === null ? (
            <EmptyHint
              title="还没有导入过"
              actions={
                <Button type="primary" onClick={() => go(routeTo('imports'))}>
                  去导入
                </Button>
              }
            >
              保存一次导入，就会在这里留下一份导入报告。
            </EmptyHint>
          ) : null
        }
      >
        {({ rows, has_more }) => (
          <>
            <DataTable<ImportReportLine>
              label="导入记录"
              columns={columns}
              rows={rows}
              key_of={({ id }) => id}
              onOpen={({ id }) => setOpen(id)}
              row_class={({ is_undone }) => (is_undone ? 'is-voided' : '')}
              min_width={1000}
            />
            <TableFoot
              keys={[
                ['↑↓', '移动'],
                ['回车', '打开报告'],
              ]}
            >
              <OlderPages
                rows={rows}
                has_more={has_more}
                before_id={before_id}
                onBefore={setBefore}
                unit="次"
              />
            </TableFoot>
          </>
        )}
      </Faces>
    </Page>
  )
}

const count = (title: string, value: (line: ImportReportLine) => number) => ({
  title,
  key: title,
  width: 72,
  align: 'right' as const,
  render: (_: unknown, line: ImportReportLine) => value(line) || '',
})

const columns: TableColumnsType<ImportReportLine> = [
  {
    title: '时间',
    dataIndex: 'made_at',
    width: 148,
    className: 'number',
    render: (made_at: string) => momentText(made_at),
  },
  { title: '经办人', dataIndex: 'who', width: 88 },
  {
    title: '种类',
    dataIndex: 'kind',
    width: 88,
    render: (kind: ImportReportLine['kind']) => import_kind_words[kind],
  },
  {
    title: '文件',
    dataIndex: 'file_name',
    render: (file_name: string) => (
      <div className="two-lines" title={file_name}>
        {file_name}
      </div>
    ),
  },
  count('读取', ({ totals }) => totals.read),
  count(verdict_words.new, ({ totals }) => totals.new),
  count(verdict_words.changed, ({ totals }) => totals.changed),
  count(verdict_words.same, ({ totals }) => totals.same),
  count(verdict_words.skipped, ({ totals }) => totals.skipped),
  count(verdict_words.wrong, ({ totals }) => totals.wrong),
  count(import_report_words.left_out, ({ left_out }) => left_out),
  {
    title: '状态',
    dataIndex: 'is_undone',
    width: 80,
    render: (is_undone: boolean) => (is_undone ? import_report_words.undone : ''),
  },
]

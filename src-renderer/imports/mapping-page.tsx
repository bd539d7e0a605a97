import { Alert, Button, InputNumber, Select } from 'antd'
import { useMemo, useState } from 'react'
import type { Mapping, MappingQuestion } from '../../src-shared/import-forms.ts'
import { import_kind_words } from '../../src-shared/imports.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { WorkLine } from '../components/work-line.tsx'
import { MappingGrid } from './mapping-grid.tsx'
import type { ImportRun } from './use-import.ts'

interface MappingPageProps {
  question: MappingQuestion
  run: ImportRun
}

/** 对应关系: the head of the sheet as it is, and for each column what it is; answered once, remembered by the form. */
export function MappingPage({ question, run }: MappingPageProps) {
  const { file_name, kind, sheet, sheets, header_row, doubts, fields } = question
  const [first_row, setFirstRow] = useState(question.first_row)
  const [chosen, setChosen] = useState<ReadonlyMap<number, string | null>>(
    () => new Map(question.columns.map(({ column, field }) => [column, field])),
  )
  const complaints = useMemo(() => complaintsOf(chosen, fields), [chosen, fields])
  const mapping: Mapping = {
    header_row,
    first_row: Math.max(first_row, header_row + 1),
    columns: [...chosen].map(([column, field]) => ({ column, field })),
  }
  const confirm = () => run.map(sheet, mapping)
  useCtrlKey('enter', confirm)
  return (
    <Page
      title="对应关系"
      is_fixed
      subtitle={`导入${import_kind_words[kind]} · ${file_name} · 每一列读作什么；确认一次，以后同样的表不再问。`}
      actions={
        <>
          <Button onClick={run.leaveMapping}>{run.preview === null ? '放弃' : '返回预览'}</Button>
          <Button type="primary" loading={run.is_reading} onClick={confirm} title="Ctrl+Enter">
            确定，看预览
          </Button>
        </>
      }
    >
      <ProblemNotice problem={run.problem} />
      {run.is_reading && <WorkLine of="imports" />}
      {doubts.length > 0 && (
        <Alert
          type="warning"
          className="import-issues"
          title="有几处拿不准，请看一下下面的猜测对不对"
          description={
            <ul>
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className="bar">
        {sheets.length > 1 && (
          <span className="bar">
            工作表
            <Select
              aria-label="工作表"
              style={{ width: 200 }}
              value={sheet}
              options={sheets.map((name) => ({ value: name, label: name }))}
              onChange={(name) => run.openMapping({ sheet: name })}
            />
          </span>
        )}
        <span className="bar">
          表头在第
          <InputNumber
            aria-label="表头所在行"
            min={0}
            max={1_000_000}
            style={{ width: 80 }}
            value={header_row}
            onChange={(row) => row !== null && run.openMapping({ sheet, header_row: row })}
          />
          行
        </span>
        <span className="bar">
          数据从第
          <InputNumber
            aria-label="数据第一行"
            min={header_row + 1}
            max={1_048_576}
            style={{ width: 80 }}
            value={first_row}
            onChange={(row) => row !== null && setFirstRow(row)}
          />
          行开始
        </span>
        <span className={complaints.length > 0 ? 'finding' : 'quiet'} role="status">
          {complaints.length > 0 ? complaints.join('') : `已选好 ${countUsed(chosen)} 列`}
        </span>
      </div>
      <MappingGrid
        question={question}
        first_row={first_row}
        chosen={chosen}
        onChoose={(column, field) => setChosen(new Map(chosen).set(column, field))}
      />
    </Page>
  )
}

function countUsed(chosen: ReadonlyMap<number, string | null>): number {
  return [...chosen.values()].filter((field) => field !== null).length
}

/** What would make the preview say nothing: no column that makes a row, or one field named twice. */
function complaintsOf(
  chosen: ReadonlyMap<number, string | null>,
  fields: MappingQuestion['fields'],
): string[] {
  const counts = new Map<string, number>()
  for (const field of chosen.values()) if (field !== null) counts.set(field, (counts.get(field) ?? 0) + 1)
  const anchors = fields.filter(({ is_anchor }) => is_anchor)
  const tables = Math.max(0, ...anchors.map(({ field }) => counts.get(field) ?? 0))
  if (tables === 0) return [`还没有选出${anchors.map(({ label }) => `“${label}”`).join('或')}一列。`]
  return fields
    .filter(({ field }) => (counts.get(field) ?? 0) > tables)
    .map(({ label, field }) => `“${label}”选了 ${counts.get(field)} 列，只读最左边的。`)
}

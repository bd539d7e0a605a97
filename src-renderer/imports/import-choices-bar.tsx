import { Select } from 'antd'
import {
  type ImportChoices,
  type ImportKind,
  type ImportPreview,
  import_kind_words,
} from '../../src-shared/imports.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { NameSelect } from '../components/name-select.tsx'
import { WeekSwitch } from '../components/week-switch.tsx'
import { useAnswer, useValue } from '../use-answer.ts'
import type { ImportRun } from './use-import.ts'

/** What the sheet does not say is chosen here; every choice reads the file anew. */
export function ImportChoicesBar({ preview, run }: { preview: ImportPreview; run: ImportRun }) {
  const { kind, choices, sheets, sheet } = preview
  const groups = useValue('groups.list', {}, [])
  const categories = useValue('categories.list', {}, [])
  const book = useAnswer('book.state', {})
  const choose = (next: Partial<ImportChoices>) => run.again(kind, { ...choices, ...next })
  return (
    <div className="bar">
      <Select<ImportKind>
        aria-label="表的种类"
        style={{ width: 120 }}
        value={kind}
        onChange={(next) => run.again(next, { ...choices, sheet: null, mapping: null, taken: [] })}
        options={(Object.entries(import_kind_words) as [ImportKind, string][]).map(([value, label]) => ({
          value,
          label,
        }))}
      />
      {sheets.length > 1 && (
        <Select
          aria-label="工作表"
          style={{ width: 200 }}
          value={sheet}
          onChange={(name) => choose({ sheet: name, mapping: null, taken: [] })}
          options={sheets.map((name) => ({ value: name, label: name }))}
        />
      )}
      {kind === 'weekly' && book.state === 'ready' && (
        <WeekSwitch
          monday={choices.week_monday ?? mondayOf(book.value.today)}
          this_monday={mondayOf(book.value.today)}
          onChange={(week_monday) => choose({ week_monday })}
        />
      )}
      {kind !== 'staff' && (
        <>
          <NameSelect
            label="未写明组别的行归入"
            placeholder="未写明组别的归入…"
            width={180}
            options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            value={choices.group_id}
            onChange={(group_id) => choose({ group_id })}
          />
          <NameSelect
            label="未写明类别的行归入"
            placeholder="未写明类别的归入…"
            width={180}
            options={categories.map(({ id, name }) => ({ value: id, label: name }))}
            value={choices.category_id}
            onChange={(category_id) => choose({ category_id })}
          />
        </>
      )}
    </div>
  )
}

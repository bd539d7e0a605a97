import { type ReactNode, useState } from 'react'
import type { FormSource } from '../../src-shared/form-fields.ts'
import { cellName } from '../../src-shared/form-grid.ts'
import type { FormAtHand, FormMapping } from '../../src-shared/forms.ts'
import type { Problem } from '../../src-shared/problem.ts'
import { call, problemFrom } from '../call.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { BlockCard } from './block-card.tsx'
import { CellChoice } from './cell-choice.tsx'
import { putBlock } from './edit-mapping.ts'
import { factLabel } from './marks.ts'
import type { Place } from './sheet-picture.tsx'

interface PointPanelProps {
  form: FormAtHand
  sheet_name: string
  mapping: FormMapping
  selected: Place | null
  onSelect: (place: Place) => void
  onSheet: (sheet: string) => void
  onChange: (mapping: FormMapping) => void
  changes: ReactNode
}

/** 指认: what the chosen cell is, and all that was pointed at so far. */
export function PointPanel(props: PointPanelProps) {
  const { form, sheet_name, mapping, selected, onSelect, onChange } = props
  const [problem, setProblem] = useState<Problem | null>(null)
  const sheet = form.picture.sheets.find(({ name }) => name === sheet_name)
  const begin = async (first_row: number, source: FormSource | null, name = sheet_name) => {
    setProblem(null)
    try {
      const { opened_id } = form
      onChange(putBlock(mapping, await call('forms.block', { opened_id, sheet: name, first_row, source })))
    } catch (error) {
      setProblem(problemFrom(error))
    }
  }
  const show = (name: string, place: Place) => {
    props.onSheet(name)
    onSelect(place)
  }
  return (
    <aside className="sheet form-side" aria-label="指认">
      <ProblemNotice problem={problem} />
      {props.changes}
      {sheet !== undefined && selected !== null ? (
        <CellChoice
          sheet={sheet}
          looks={form.picture.looks}
          place={selected}
          mapping={mapping}
          onChange={onChange}
          onBegin={(row) => begin(row, null)}
        />
      ) : (
        <p className="quiet">
          在左边点一格，或用方向键走到那一格再按 <kbd>Enter</kbd>，就可以改它填什么。
        </p>
      )}
      {mapping.blocks.length === 0 && (
        <p className="finding">还没有找到要逐行填的表：请点数据的第一行，再点“数据从第…行开始”。</p>
      )}
      {mapping.blocks.map((block, at) => (
        <BlockCard
          key={`${block.sheet}-${block.first_row}`}
          mapping={mapping}
          at={at}
          block={block}
          selected={block.sheet === sheet_name ? selected : null}
          onChange={onChange}
          onSource={(source) => begin(block.first_row, source, block.sheet)}
          onSelect={(place) => show(block.sheet, place)}
        />
      ))}
      <FactList mapping={mapping} onShow={show} />
    </aside>
  )
}

function FactList({
  mapping,
  onShow,
}: {
  mapping: FormMapping
  onShow: (sheet: string, place: Place) => void
}) {
  if (mapping.facts.length === 0) return null
  return (
    <section aria-label="单项">
      <h2>单项 {mapping.facts.length} 处</h2>
      <ul className="form-uses">
        {mapping.facts.map((fact) => (
          <li key={`${fact.sheet}-${fact.row}-${fact.column}-${fact.slot}`}>
            <button
              type="button"
              title={fact.label}
              onClick={() => onShow(fact.sheet, { row: fact.row, column: fact.column })}
            >
              {cellName(fact.row, fact.column)}　{factLabel(fact)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

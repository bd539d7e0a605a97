import { Form, Input } from 'antd'
import { useState } from 'react'
import type { AskedMeasure } from '../../src-shared/measures.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { CellButton } from '../components/cell-button.tsx'
import { useValue } from '../use-answer.ts'
import { EvidencePart } from './evidence-part.tsx'
import { MeasureFields, type TypedMeasures } from './measure-fields.tsx'

export interface SignOffNotes {
  evidence: string
  missing: string
  measures: TypedMeasures
}

export type AskedByMatter = ReadonlyMap<number, readonly AskedMeasure[]>

/** Of each matter its evidence and measures, and what is still missing where it is signed off all the same (带病销号). */
export function SignOffRows({ rows, asked }: { rows: WeekRow[]; asked: AskedByMatter }) {
  const [opened, setOpened] = useState(rows.length === 1 ? (rows[0]?.matter_id ?? null) : null)
  return (
    <div className="sign-off-list">
      <div className="sign-off-row quiet small">
        <span>事项</span>
        <span>佐证材料</span>
        <span>带病销号：缺什么（不缺不填）</span>
      </div>
      {rows.map((row) => (
        <OneRow
          key={row.matter_id}
          row={row}
          asked={asked.get(row.matter_id) ?? []}
          is_opened={row.matter_id === opened}
          onOpen={() => setOpened(row.matter_id === opened ? null : row.matter_id)}
        />
      ))}
    </div>
  )
}

interface OneRowProps {
  row: WeekRow
  asked: readonly AskedMeasure[]
  is_opened: boolean
  onOpen: () => void
}

function OneRow({ row, asked, is_opened, onOpen }: OneRowProps) {
  const { matter_id, number } = row
  const { files, paper } = useValue('matters.evidence', { matter_id }, { files: [], paper: '' })
  const has_material = files.length > 0 || paper !== ''
  const kept = [files.length > 0 ? `文件 ${files.length} 份` : '', paper === '' ? '' : '有纸质']
  return (
    <div>
      <div className="sign-off-row">
        <div>
          <div className="cut">{row.title}</div>
          <div className="quiet small">
            {number}　{row.staff_name || '责任人未定'}
            {'　'}
            <CellButton label={`${number} 的文件和纸质材料`} onClick={onOpen}>
              {kept.filter(Boolean).join('、') || '放入文件…'}
            </CellButton>
          </div>
        </div>
        <Form.Item noStyle name={['notes', matter_id, 'evidence']}>
          <Input
            aria-label={`${number} 佐证材料`}
            placeholder={row.needs_evidence && !has_material ? `${row.category_name}类要有` : ''}
          />
        </Form.Item>
        <Form.Item noStyle name={['notes', matter_id, 'missing']}>
          <Input aria-label={`${number} 缺什么`} />
        </Form.Item>
      </div>
      {asked.length > 0 && (
        <MeasureFields path={['notes', matter_id, 'measures']} of={number} asked={asked} />
      )}
      {is_opened && <EvidencePart matter_id={matter_id} number={number} can_change />}
    </div>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { isOpen } from '../../src-shared/matter-words.ts'
import { measureText } from '../../src-shared/measures.ts'
import type { MatterRow } from '../../src-shared/weekly.ts'
import { Facts } from '../components/facts.tsx'
import { useValue } from '../use-answer.ts'
import { MeasuresDialog } from './measures-dialog.tsx'

/** The figures of the open matter; nothing where it is asked for none. */
export function MeasuresPart({ row }: { row: MatterRow }) {
  const { matter_id, number } = row
  const [is_editing, setEditing] = useState(false)
  const answers = useValue('matters.measures', { matter_ids: [matter_id] }, [])
  const asked = answers.find((one) => one.matter_id === matter_id)?.measures ?? []
  if (asked.length === 0) return null
  return (
    <section className="record-section">
      <h3>指标</h3>
      <Facts
        facts={asked.map((measure) => [
          measure.name,
          <span key={measure.measure_id}>
            {measureText(measure) || (
              <span className="quiet">{measure.is_demanded ? '销号时要填' : '未填'}</span>
            )}
            {measure.names.length > 0 && <div className="quiet small">{measure.names.join('、')}</div>}
          </span>,
        ])}
      />
      {(isOpen(row) || row.state === 'signed_off') && (
        <Button size="small" className="measures-button" onClick={() => setEditing(true)}>
          填写指标…
        </Button>
      )}
      {is_editing && (
        <MeasuresDialog
          matter_id={matter_id}
          number={number}
          asked={asked}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  )
}

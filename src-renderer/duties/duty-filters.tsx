import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../components/date-field.tsx'
import { DutyPickers } from './duty-pickers.tsx'
import type { DutyFilterControl } from './use-duty-filter.ts'

interface DutyFiltersProps {
  control: DutyFilterControl
  selected_count: number
  onVoid: () => void
  columns: ReactNode
}

export function DutyFilters({ control, selected_count, onVoid, columns }: DutyFiltersProps) {
  const { filter } = control
  return (
    <div className="bar">
      <DutyPickers filter={filter} control={control} />
      <Checkbox checked={filter.include_voided} onChange={(event) => control.setVoided(event.target.checked)}>
        含已作废
      </Checkbox>
      <div className="as-of">
        <DateField
          label="截至日期"
          placeholder="截至今天"
          value={control.day === '' ? null : control.day}
          onChange={control.setDay}
        />
      </div>
      <span className="bar-fill" />
      {columns}
      {selected_count > 0 && <span className="quiet">已选 {selected_count} 项</span>}
      <Button disabled={selected_count === 0} onClick={onVoid}>
        作废所选
      </Button>
      <Button disabled={!control.is_filtered} onClick={control.clear}>
        清除筛选
      </Button>
    </div>
  )
}

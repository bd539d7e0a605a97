import { Button, Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { DateField } from '../components/date-field.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'
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
      <NameSelect
        label="按组别筛选"
        placeholder="全部组别"
        width={132}
        options={useGroupChoices()}
        value={filter.group_id}
        onChange={control.setGroup}
      />
      <NameSelect
        label="按类别筛选"
        placeholder="全部类别"
        width={120}
        options={useCategoryChoices()}
        value={filter.category_id}
        onChange={control.setCategory}
      />
      <NameSelect
        label="按人员筛选"
        placeholder="A岗或B岗是谁"
        width={136}
        options={useStaffChoices()}
        value={filter.staff_id}
        onChange={control.setPerson}
      />
      <TextFilter
        label="按文字筛选"
        placeholder="编号、内容、时限"
        width={184}
        value={filter.text}
        onChange={control.setText}
      />
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

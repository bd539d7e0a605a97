import { NameSelect } from '../components/name-select.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'
import type { DutyFilterControl, DutyFilterState } from './use-duty-filter.ts'

interface DutyPickersProps {
  filter: Pick<DutyFilterState, 'group_id' | 'category_id' | 'staff_id' | 'text'>
  control: Pick<DutyFilterControl, 'setGroup' | 'setCategory' | 'setPerson' | 'setText'>
}

/** By group, category, person and text: what 清单 and 录入 are filtered by alike. */
export function DutyPickers({ filter, control }: DutyPickersProps) {
  return (
    <>
      <NameSelect
        label="按组别筛选"
        placeholder="全部组别"
        width={124}
        options={useGroupChoices()}
        value={filter.group_id}
        onChange={control.setGroup}
      />
      <NameSelect
        label="按类别筛选"
        placeholder="全部类别"
        width={116}
        options={useCategoryChoices()}
        value={filter.category_id}
        onChange={control.setCategory}
      />
      <NameSelect
        label="按人员筛选"
        placeholder="A岗或B岗是谁"
        width={140}
        options={useStaffChoices()}
        value={filter.staff_id}
        onChange={control.setPerson}
      />
      <TextFilter
        label="按文字筛选"
        placeholder="编号、内容、时限"
        width={188}
        value={filter.text}
        onChange={control.setText}
      />
    </>
  )
}

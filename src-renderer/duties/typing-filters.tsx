import { Button, Select } from 'antd'
import { NameSelect } from '../components/name-select.tsx'
import { TextFilter } from '../components/text-filter.tsx'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'
import { type TypingFilterControl, type TypingOrder, typing_orders } from './use-typing-filter.ts'

const orders = Object.entries(typing_orders).map(([value, label]) => ({
  value: value as TypingOrder,
  label,
}))

export function TypingFilters({ control }: { control: TypingFilterControl }) {
  const { filter } = control
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
      <Select<TypingOrder>
        aria-label="排列顺序"
        style={{ width: 108 }}
        options={orders}
        value={control.order}
        onChange={control.setOrder}
      />
      <Button disabled={!control.is_filtered} onClick={control.clear}>
        清除筛选
      </Button>
    </>
  )
}

import { Button, Select } from 'antd'
import { DutyPickers } from './duty-pickers.tsx'
import { type TypingFilterControl, type TypingOrder, typing_orders } from './use-typing-filter.ts'

const orders = Object.entries(typing_orders).map(([value, label]) => ({
  value: value as TypingOrder,
  label,
}))

export function TypingFilters({ control }: { control: TypingFilterControl }) {
  const { filter } = control
  return (
    <>
      <DutyPickers filter={filter} control={control} />
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

import { Select } from 'antd'
import { type NameOrder, name_order_words } from '../../src-shared/name-order.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

const options = (Object.keys(name_order_words) as NameOrder[]).map((value) => ({
  value,
  label: name_order_words[value],
}))

/** 名单顺序: one order for the roster, AB岗 and the papers; it is kept in the settings. */
export function NameOrderSelect() {
  const settings = useAnswer('settings.get', {})
  const { run, is_busy } = useChange('settings.save')
  if (settings.state !== 'ready') return null
  return (
    <Select<NameOrder>
      aria-label="名单顺序"
      style={{ width: 120 }}
      loading={is_busy}
      options={options}
      value={settings.value.name_order}
      onChange={(name_order) =>
        void run({ ...settings.value, name_order }, `名单按${name_order_words[name_order]}排列`)
      }
    />
  )
}

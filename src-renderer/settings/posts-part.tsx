import { Form, InputNumber, Radio, Select } from 'antd'
import { type NameOrder, name_order_words } from '../../src-shared/name-order.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { SettingsForm } from './settings-form.tsx'

const orders = (Object.keys(name_order_words) as NameOrder[]).map((value) => ({
  value,
  label: name_order_words[value],
}))

const post_changes: { value: Settings['post_changes']; label: string }[] = [
  { value: 'after_publication', label: '首次公布以后' },
  { value: 'always', label: '从现在起' },
  { value: 'optional', label: '批准人可以不填' },
]

export function PostsPart({ settings }: { settings: Settings }) {
  return (
    <SettingsForm settings={settings} fields={['post_changes', 'readiness_months', 'name_order']}>
      <Form.Item
        label="A岗、B岗换人要登记批准人和原因"
        name="post_changes"
        extra="首次公布以前一边填一边改，不算调整；空着的岗位补人，随时不用批准。"
      >
        <Radio.Group options={post_changes} />
      </Form.Item>
      <div className="form-row">
        <Form.Item
          label="B岗多久没有办理算久未办理"
          name="readiness_months"
          extra="按事项、顶岗、担任过A岗和培训的记录计算。"
        >
          <InputNumber min={1} max={60} precision={0} suffix="个月" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item label="名单顺序" name="name_order" extra="名册、AB岗和报表里的人员都按这个顺序。">
          <Select options={orders} style={{ width: 160 }} />
        </Form.Item>
      </div>
    </SettingsForm>
  )
}

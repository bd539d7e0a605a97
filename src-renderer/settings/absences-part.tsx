import { Form, InputNumber, Select } from 'antd'
import type { Settings } from '../../src-shared/settings.ts'
import { SettingsForm } from './settings-form.tsx'

/** 离岗类别 as they are offered, and from how many days on a 交接单 is due. */
export function AbsencesPart({ settings }: { settings: Settings }) {
  return (
    <SettingsForm settings={settings} fields={['absence_kinds', 'handover_days']}>
      <Form.Item
        label="离岗类别"
        name="absence_kinds"
        extra="打字后按回车增加，点叉去掉；登记过的离岗保留原来的类别。"
      >
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',', ' ']} />
      </Form.Item>
      <Form.Item label="离岗满几个工作日要办交接单" name="handover_days" extra="可以填半天，如 0.5、1.5。">
        <InputNumber min={0.5} max={60} step={0.5} precision={1} suffix="个工作日" style={{ width: 180 }} />
      </Form.Item>
    </SettingsForm>
  )
}

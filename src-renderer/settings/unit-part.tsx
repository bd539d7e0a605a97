import { Form, Input } from 'antd'
import type { Settings } from '../../src-shared/settings.ts'
import { SettingsForm } from './settings-form.tsx'

export function UnitPart({ settings }: { settings: Settings }) {
  return (
    <SettingsForm settings={settings} fields={['unit_name', 'department_name', 'clerk_name', 'signer_name']}>
      <div className="form-row">
        <Form.Item label="单位" name="unit_name" extra="导出的报表里“填报单位”由单位和处室连成。">
          <Input placeholder="如：江州市水利信息中心" />
        </Form.Item>
        <Form.Item label="处（科、室）" name="department_name">
          <Input />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="经办人" name="clerk_name" extra="记在操作记录里，也作为填报人。">
          <Input />
        </Form.Item>
        <Form.Item label="销号人" name="signer_name" extra="销号时先填上，可以改。">
          <Input />
        </Form.Item>
      </div>
    </SettingsForm>
  )
}

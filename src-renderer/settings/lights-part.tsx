import { Form, InputNumber, Select } from 'antd'
import { retentionWords, usual_retentions } from '../../src-shared/retention.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { LightMark } from '../components/light-mark.tsx'
import { SettingsForm } from './settings-form.tsx'

const retentions = usual_retentions.map((value) => ({ value, label: retentionWords(value) }))

export function LightsPart({ settings }: { settings: Settings }) {
  return (
    <SettingsForm settings={settings} fields={['amber_days', 'retention']}>
      <div className="form-row">
        <Form.Item
          label="提前几个工作日亮黄灯"
          name="amber_days"
          extra="按节假日里登记的放假和调休上班计算。"
        >
          <InputNumber min={0} max={30} precision={0} suffix="个工作日" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item label="默认保管期限" name="retention" extra="归档时先填上，可以改。">
          <Select options={retentions} style={{ width: 160 }} />
        </Form.Item>
      </div>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => <LightRules amber_days={Number(getFieldValue('amber_days') ?? 0)} />}
      </Form.Item>
    </SettingsForm>
  )
}

function LightRules({ amber_days }: { amber_days: number }) {
  return (
    <dl className="facts light-rules">
      <div>
        <dt>
          <LightMark light="green" />
        </dt>
        <dd>{amber_days === 0 ? '在完成时限以前，或者已经办结。' : '离完成时限还早，或者已经办结。'}</dd>
      </div>
      <div>
        <dt>
          <LightMark light="amber" />
        </dt>
        <dd>{amber_days === 0 ? '完成时限当天。' : `离完成时限不超过 ${amber_days} 个工作日，包括当天。`}</dd>
      </div>
      <div>
        <dt>
          <LightMark light="red" />
        </dt>
        <dd>过了完成时限还没有办结。</dd>
      </div>
    </dl>
  )
}

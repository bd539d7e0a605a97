import { Form, Input, InputNumber, Select } from 'antd'
import { type LightCause, light_of } from '../../src-shared/light.ts'
import { retentionWords, usual_retentions } from '../../src-shared/retention.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { LightMark } from '../components/light-mark.tsx'
import { SettingsForm } from './settings-form.tsx'

const retentions = usual_retentions.map((value) => ({ value, label: retentionWords(value) }))
const causes = ['on_time', 'due_soon', 'stalled', 'overdue'] as const

export function LightsPart({ settings }: { settings: Settings }) {
  return (
    <SettingsForm settings={settings} fields={['amber_days', 'stalled_weeks', 'light_words', 'retention']}>
      <div className="form-row">
        <Form.Item
          label="提前几个工作日亮黄灯"
          name="amber_days"
          extra="按节假日里登记的放假和调休上班计算；个别类别要更早的，在“类别与代码”里填。"
        >
          <InputNumber min={0} max={30} precision={0} suffix="个工作日" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item
          label="几周没有进展也亮黄灯"
          name="stalled_weeks"
          extra="连续几个整周没有填写完成情况；填 0 不用这一条。"
        >
          <InputNumber min={0} max={52} precision={0} suffix="周" style={{ width: 160 }} />
        </Form.Item>
      </div>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => (
          <LightRules
            amber_days={Number(getFieldValue('amber_days') ?? 0)}
            stalled_weeks={Number(getFieldValue('stalled_weeks') ?? 0)}
            wordOf={(cause) => String(getFieldValue(['light_words', cause]) ?? '')}
          />
        )}
      </Form.Item>
      <Form.Item label="默认保管期限" name="retention" extra="归档时先填上，可以改。">
        <Select options={retentions} style={{ width: 160 }} />
      </Form.Item>
    </SettingsForm>
  )
}

interface LightRulesProps {
  amber_days: number
  stalled_weeks: number
  wordOf: (cause: LightCause) => string
}

/** Each light as it will be shown, what it is called, and when it is on. */
function LightRules({ amber_days, stalled_weeks, wordOf }: LightRulesProps) {
  const when: Record<LightCause, string> = {
    on_time: amber_days === 0 ? '在完成时限以前，或者已经办结。' : '离完成时限还早，或者已经办结。',
    due_soon: amber_days === 0 ? '完成时限当天。' : `离完成时限不超过 ${amber_days} 个工作日，包括当天。`,
    stalled:
      stalled_weeks === 0 ? '不用这一条。' : `连续 ${stalled_weeks} 周没有填写完成情况，还没有报完成。`,
    overdue: '过了完成时限还没有办结。',
  }
  return (
    <div className="light-rules">
      <div className="light-rule quiet small">
        <span>亮灯</span>
        <span>叫法</span>
        <span>什么时候亮</span>
      </div>
      {causes.map((cause) => (
        <div key={cause} className="light-rule">
          <LightMark light={light_of[cause]} word={wordOf(cause) || '　'} />
          <Form.Item name={['light_words', cause]} noStyle>
            <Input maxLength={8} aria-label={`${wordOf(cause)}的叫法`} />
          </Form.Item>
          <span className="quiet">{when[cause]}</span>
        </div>
      ))}
    </div>
  )
}

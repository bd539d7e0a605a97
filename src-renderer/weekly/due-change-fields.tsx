import { Form, Input, Select } from 'antd'
import type { DueChange } from '../../src-shared/weekly.ts'

/** A date that was given is another one now: postponed, or written wrong before. */
export function DueChangeFields() {
  const kind: DueChange['kind'] | undefined = Form.useWatch(['due_change', 'kind'])
  const is_correction = kind === 'correction'
  return (
    <div className="form-row">
      <Form.Item label="时限改动" name={['due_change', 'kind']} extra="原来的时限会留在办理经过里。">
        <Select
          options={[
            { value: 'extension', label: '延期（经批准）' },
            { value: 'correction', label: '更正（原来写错了）' },
          ]}
        />
      </Form.Item>
      <Form.Item label={is_correction ? '更正原因' : '延期原因'} name={['due_change', 'reason']} required>
        <Input />
      </Form.Item>
      {!is_correction && (
        <Form.Item label="批准人" name={['due_change', 'approved_by']} required>
          <Input />
        </Form.Item>
      )}
    </div>
  )
}

import { Form, Input } from 'antd'
import type { WeekRow } from '../../src-shared/weekly.ts'

export interface SignOffNotes {
  evidence: string
  missing: string
}

/** Of each matter its evidence, and what is still missing where it is signed off all the same (带病销号). */
export function SignOffRows({ rows }: { rows: WeekRow[] }) {
  return (
    <div className="sign-off-list">
      <div className="sign-off-row quiet small">
        <span>事项</span>
        <span>佐证材料</span>
        <span>带病销号：缺什么（不缺不填）</span>
      </div>
      {rows.map((row) => (
        <div key={row.matter_id} className="sign-off-row">
          <div>
            <div className="cut">{row.title}</div>
            <div className="quiet small">
              {row.number}　{row.staff_name || '责任人未定'}
            </div>
          </div>
          <Form.Item noStyle name={['notes', String(row.matter_id), 'evidence']}>
            <Input
              aria-label={`${row.number} 佐证材料`}
              placeholder={row.needs_evidence ? `${row.category_name}类要有` : ''}
            />
          </Form.Item>
          <Form.Item noStyle name={['notes', String(row.matter_id), 'missing']}>
            <Input aria-label={`${row.number} 缺什么`} />
          </Form.Item>
        </div>
      ))}
    </div>
  )
}

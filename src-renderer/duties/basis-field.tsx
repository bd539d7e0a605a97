import { Form, Select } from 'antd'
import { basisKey, citationOf, citationsIn } from '../../src-shared/bases.ts'
import { LongText } from '../components/long-text.tsx'
import { useValue } from '../use-answer.ts'
import type { DutyValues } from './duty-form.tsx'

/** 工作依据 as words, and the library beside it: choosing a document puts its citation behind what is written. */
export function BasisField() {
  const form = Form.useFormInstance<DutyValues>()
  const words = Form.useWatch('basis', form) ?? ''
  const cited = new Set(citationsIn(words).map(basisKey))
  const bases = useValue('bases.list', {}, []).filter((basis) => !cited.has(basisKey(basis)))
  const cite = (citation: string) =>
    form.setFieldValue(
      'basis',
      words.trim() === '' ? citation : `${words.trim().replace(/[；;]$/, '')}；${citation}`,
    )
  return (
    <div className="basis-field">
      <Form.Item label="工作依据" name="basis">
        <LongText placeholder="《文件名称》（文号）第几条" />
      </Form.Item>
      {bases.length > 0 && (
        <span className="basis-picker">
          <Select
            aria-label="从依据库选取"
            size="small"
            variant="borderless"
            placeholder="从依据库选取"
            showSearch
            value={null}
            onChange={(citation: string | null) => citation !== null && cite(citation)}
            options={bases.map((basis) => ({ value: citationOf(basis), label: citationOf(basis) }))}
            popupMatchSelectWidth={420}
            style={{ width: 140 }}
          />
        </span>
      )}
    </div>
  )
}

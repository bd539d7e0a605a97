import { AutoComplete, Form, Input } from 'antd'
import { type Duty, type DutyDraft, frequency_words } from '../../src-shared/duties.ts'
import { LongText } from '../components/long-text.tsx'
import { NameSelect, NamesSelect } from '../components/name-select.tsx'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'

/** In a new form group and category are not chosen yet. */
export type DutyValues = Omit<DutyDraft, 'group_id' | 'category_id'> & {
  group_id: number | null
  category_id: number | null
}

export const empty_duty: DutyValues = {
  group_id: null,
  category_id: null,
  content: '',
  frequency: '',
  due_rule: '',
  basis: '',
  standard: '',
  output: '',
  remark: '',
  a_staff_id: null,
  b_staff_ids: [],
}

/** The names of the fields are those of the contract. `duty` is the one that is edited. */
export function DutyFields({ duty }: { duty: Duty | null }) {
  const holders = duty === null ? [] : [...(duty.a_holder === null ? [] : [duty.a_holder]), ...duty.b_holders]
  const people = useStaffChoices(holders)
  return (
    <>
      <div className="form-row">
        <Form.Item label="组别" name="group_id" required>
          <NameSelect options={useGroupChoices()} />
        </Form.Item>
        <Form.Item label="类别" name="category_id" required>
          <NameSelect options={useCategoryChoices()} />
        </Form.Item>
        <Form.Item label="频次" name="frequency">
          <AutoComplete
            options={frequency_words.map((word) => ({ value: word }))}
            showSearch={{ filterOption: (typed, option) => option?.value.startsWith(typed) ?? false }}
            defaultActiveFirstOption={false}
            placeholder="如：每月"
          />
        </Form.Item>
        <Form.Item label="办理时限" name="due_rule">
          <Input placeholder="如：每年6月底前" />
        </Form.Item>
      </div>
      <Form.Item label="职责内容" name="content" required>
        <LongText lines={2} />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="A岗" name="a_staff_id">
          <NameSelect options={people} placeholder="姓名或拼音首字母" />
        </Form.Item>
        <Form.Item label="B岗（可多人，按先后为B1、B2）" name="b_staff_ids">
          <NamesSelect options={people} placeholder="姓名或拼音首字母" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="工作依据" name="basis">
          <LongText placeholder="文件名称、文号、条款" />
        </Form.Item>
        <Form.Item label="工作标准" name="standard">
          <LongText placeholder="如：材料齐全、程序合规" />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="成果材料" name="output">
          <Input placeholder="如：会议记录、报表" />
        </Form.Item>
        <Form.Item label="备注" name="remark">
          <Input />
        </Form.Item>
      </div>
    </>
  )
}

import { AutoComplete, Form, Input, Select } from 'antd'
import {
  blank_duty_text,
  type Duty,
  type DutyDraft,
  frequency_words,
  kind_words,
  weight_words,
} from '../../src-shared/duties.ts'
import { DateField } from '../components/date-field.tsx'
import { FoldedFields } from '../components/folded-fields.tsx'
import { LongText } from '../components/long-text.tsx'
import { NameSelect, NamesSelect } from '../components/name-select.tsx'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'
import { BasisField } from './basis-field.tsx'
import { CardText } from './card-text.tsx'
import { ScheduleField } from './schedule-field.tsx'

/** In a new form group and category are not chosen yet. */
export type DutyValues = Omit<DutyDraft, 'group_id' | 'category_id'> & {
  group_id: number | null
  category_id: number | null
}

export const empty_duty: DutyValues = {
  group_id: null,
  category_id: null,
  ...blank_duty_text,
  a_staff_id: null,
  b_staff_ids: [],
}

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

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
      <ScheduleField />
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
        <BasisField />
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
      <FoldedFields title="牌面短语、性质、风险防控" names={['card_text', 'risk', 'controls']}>
        <div className="form-row">
          <Form.Item label="牌面短语" name="card_text">
            <CardText />
          </Form.Item>
          <Form.Item label="生效日期" name="from_on">
            <DateField />
          </Form.Item>
        </div>
        <div className="form-row">
          <Form.Item label="性质" name="kind">
            <Select options={optionsOf(kind_words)} />
          </Form.Item>
          <Form.Item label="重要程度" name="weight">
            <Select options={optionsOf(weight_words)} />
          </Form.Item>
        </div>
        <div className="form-row">
          <Form.Item label="风险点" name="risk">
            <LongText />
          </Form.Item>
          <Form.Item label="防控措施" name="controls">
            <LongText />
          </Form.Item>
        </div>
      </FoldedFields>
      <FoldedFields
        title="工作清单：步骤、启动时间、责任领导、上报对象"
        names={['steps', 'start_rule', 'leader', 'report_to']}
      >
        <Form.Item label="具体内容（步骤）" name="steps">
          <LongText placeholder="一行一步" />
        </Form.Item>
        <div className="form-row">
          <Form.Item label="启动时间" name="start_rule">
            <Input placeholder="如：每年5月上旬" />
          </Form.Item>
          <Form.Item label="责任领导" name="leader">
            <Input />
          </Form.Item>
          <Form.Item label="上报对象" name="report_to">
            <Input placeholder="如：中心党委" />
          </Form.Item>
        </div>
      </FoldedFields>
    </>
  )
}

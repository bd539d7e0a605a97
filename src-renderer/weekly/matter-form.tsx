import { Form, type FormInstance, Input, Select } from 'antd'
import type { DueChange, MatterDraft, WeekLine } from '../../src-shared/weekly.ts'
import { type WeekState, week_state_words } from '../../src-shared/weekly.ts'
import { DateField } from '../components/date-field.tsx'
import { LongText } from '../components/long-text.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useValue } from '../use-answer.ts'
import { DueChangeFields } from './due-change-fields.tsx'

/** The two halves of what is typed; the names of the fields are those of the contract. */
export interface MatterValues {
  matter: MatterDraft
  line: WeekLine
  due_change?: { kind: DueChange['kind']; reason: string; approved_by: string }
}

const no_filter = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: false }

interface MatterFieldsProps {
  form: FormInstance<MatterValues>
  /** The due date it has now: moving it asks for a reason. */
  due_on: string | null
  has_line: boolean
}

export function MatterFields({ form, due_on, has_line }: MatterFieldsProps) {
  const staff = useValue('staff.list', { include_left: false }, [])
  const groups = useValue('groups.list', {}, [])
  const categories = useValue('categories.list', {}, [])
  const duties = useValue('duties.list', no_filter, [])
  const due_now: string | null | undefined = Form.useWatch(['matter', 'due_on'], form)
  const is_moved = due_on !== null && due_now !== undefined && due_now !== due_on

  const choosePerson = (staff_id: number | null) => {
    const person = staff.find((member) => member.id === staff_id)
    if (person?.group_id) form.setFieldValue(['matter', 'group_id'], person.group_id)
  }
  const chooseDuty = (duty_id: number | null) => {
    const duty = duties.find((candidate) => candidate.id === duty_id)
    if (duty === undefined) return
    form.setFieldValue(['matter', 'category_id'], duty.category_id)
    form.setFieldValue(['matter', 'group_id'], duty.group_id)
    if (duty.a_holder !== null) form.setFieldValue(['matter', 'staff_id'], duty.a_holder.staff_id)
  }
  const people = staff.map((member) => ({ value: member.id, label: member.name, detail: member.group_name }))
  return (
    <>
      <Form.Item label="工作事项" name={['matter', 'title']} required>
        <LongText />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="责任人" name={['matter', 'staff_id']}>
          <NameSelect options={people} onChange={choosePerson} placeholder="姓名或拼音首字母" />
        </Form.Item>
        <Form.Item label="完成时限" name={['matter', 'due_on']}>
          <DateField />
        </Form.Item>
        <Form.Item label="时限说明" name={['matter', 'due_text']}>
          <Input placeholder="如：11月底、长期" />
        </Form.Item>
      </div>
      {is_moved && <DueChangeFields />}
      <div className="form-row">
        <Form.Item label="组别" name={['matter', 'group_id']} required>
          <NameSelect options={groups.map((group) => ({ value: group.id, label: group.name }))} />
        </Form.Item>
        <Form.Item label="类别" name={['matter', 'category_id']} required>
          <NameSelect
            options={categories.map((category) => ({ value: category.id, label: category.name }))}
          />
        </Form.Item>
        <Form.Item label="对应职责" name={['matter', 'duty_id']}>
          <NameSelect
            options={duties.map((duty) => ({ value: duty.id, label: duty.content, detail: duty.number }))}
            onChange={chooseDuty}
          />
        </Form.Item>
      </div>
      <Form.Item label="具体内容（目标）" name={['matter', 'detail']}>
        <LongText />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="协办人" name={['matter', 'helpers']}>
          <Input placeholder="如：李四、王五" />
        </Form.Item>
        <Form.Item label="责任领导" name={['matter', 'leader']}>
          <Input />
        </Form.Item>
        <Form.Item label="来源" name={['matter', 'source']}>
          <Input placeholder="如：上级部署、会议议定" />
        </Form.Item>
      </div>
      {has_line && <LineFields />}
      <Form.Item label="备注" name={['matter', 'remark']}>
        <Input />
      </Form.Item>
    </>
  )
}

function LineFields() {
  const states = Object.entries(week_state_words) as [WeekState, string][]
  return (
    <>
      <Form.Item label="完成情况" name={['line', 'progress']}>
        <LongText lines={2} />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="本周状态" name={['line', 'week_state']}>
          <Select options={states.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item label="佐证材料" name={['line', 'evidence']}>
          <Input placeholder="如：通知、会议记录、签到表" />
        </Form.Item>
      </div>
      <Form.Item label="未完成原因及下步措施" name={['line', 'unfinished_reason']}>
        <LongText />
      </Form.Item>
    </>
  )
}

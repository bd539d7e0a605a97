import { AutoComplete, Form, Input } from 'antd'
import { blank_person, political_words, type StaffDraft, type StaffMember } from '../../src-shared/staff.ts'
import { DateField } from '../components/date-field.tsx'
import { FoldedFields } from '../components/folded-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { startNext } from '../components/start-next.ts'
import { useChange } from '../use-change.ts'
import { useGroupChoices } from '../use-choices.ts'

const empty_person: StaffDraft = { name: '', ...blank_person }

function StaffFields() {
  return (
    <>
      <div className="form-row">
        <Form.Item label="姓名" name="name" required>
          <Input />
        </Form.Item>
        <Form.Item label="组别" name="group_id">
          <NameSelect options={useGroupChoices()} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="岗位" name="post">
          <Input placeholder="如：科员、组长" />
        </Form.Item>
        <Form.Item label="电话" name="phone">
          <Input />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="工号（有同名的人时用来区分）" name="staff_code">
          <Input />
        </Form.Item>
        <Form.Item label="到岗日期" name="joined_on">
          <DateField />
        </Form.Item>
      </div>
      <FoldedFields title="职务、政治面貌、备注" names={['position', 'political_status', 'note']}>
        <div className="form-row">
          <Form.Item label="职务（与岗位不同时填）" name="position">
            <Input placeholder="如：三级主任科员" />
          </Form.Item>
          <Form.Item label="政治面貌" name="political_status">
            <AutoComplete
              options={political_words.map((word) => ({ value: word }))}
              defaultActiveFirstOption={false}
            />
          </Form.Item>
        </div>
        <Form.Item label="备注" name="note">
          <Input />
        </Form.Item>
      </FoldedFields>
    </>
  )
}

/** 登记人员; 登记并继续 keeps the group for the next one. */
export function NewPersonDialog({ group_id, onClose }: { group_id: number | null; onClose: () => void }) {
  const [form] = Form.useForm<StaffDraft>()
  const { run, is_busy, problem } = useChange('staff.add')
  const submit = async (values: StaffDraft, goes_on: boolean) => {
    const saved = await run(values, `已登记 ${values.name}`)
    if (saved === undefined) return
    if (!goes_on) return onClose()
    startNext(form, { ...empty_person, group_id: values.group_id }, 'name')
  }
  return (
    <FormDialog<StaffDraft>
      title="登记人员"
      verb="登记"
      next_verb="登记并继续"
      form={form}
      initial={{ ...empty_person, group_id }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <StaffFields />
    </FormDialog>
  )
}

export function EditPersonDialog({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const [form] = Form.useForm<StaffDraft>()
  const { run, is_busy, problem } = useChange('staff.edit')
  const { name, group_id, staff_code, post, position, political_status, phone, note, joined_on } = person
  const submit = async (draft: StaffDraft) => {
    const saved = await run({ id: person.id, draft }, `已保存 ${draft.name}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<StaffDraft>
      title={`修改人员 ${person.name}`}
      verb="保存"
      form={form}
      initial={{ name, group_id, staff_code, post, position, political_status, phone, note, joined_on }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <StaffFields />
    </FormDialog>
  )
}

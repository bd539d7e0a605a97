import { Form } from 'antd'
import type { StaffMember } from '../../src-shared/staff.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useAnswer, useValue } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

interface MergeValues {
  drop_id: number | null
}

/** 合并: another record of the same person goes up in this one. */
export function MergeDialog({ person, onClose }: { person: StaffMember; onClose: () => void }) {
  const [form] = Form.useForm<MergeValues>()
  const { run, is_busy, problem } = useChange('staff.merge')
  const drop_id = Form.useWatch('drop_id', form) ?? null
  const people = useValue('staff.list', { include_left: true }, [])
  const others = people
    .filter(({ id }) => id !== person.id)
    .toSorted((one, two) => Number(two.name === person.name) - Number(one.name === person.name))
    .map(({ id, name, group_name, left_on }) => ({
      value: id,
      label: name,
      detail: [group_name, left_on === null ? '' : `${left_on} 离开`].filter(Boolean).join('，'),
    }))
  const submit = async (values: MergeValues) => {
    if (values.drop_id === null) {
      return form.setFields([{ name: 'drop_id', errors: ['请选择重复的那条记录。'] }])
    }
    const saved = await run({ keep_id: person.id, drop_id: values.drop_id }, `已并入 ${person.name}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<MergeValues>
      title={`合并重复的人员记录：保留 ${person.name}`}
      verb="合并"
      width={520}
      form={form}
      initial={{ drop_id: null }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item label="重复的那条记录（并入后从名册去掉）" name="drop_id" required>
        <NameSelect options={others} placeholder="输入姓名或拼音" />
      </Form.Item>
      {drop_id !== null && <Moved keep_id={person.id} drop_id={drop_id} />}
      <p className="quiet">
        保留的记录缺的电话、岗位等从另一条补上；一周、一天只能有一条的，以保留的为准。可以一步撤销。
      </p>
    </FormDialog>
  )
}

function Moved(merge: { keep_id: number; drop_id: number }) {
  const preview = useAnswer('staff.previewMerge', merge)
  if (preview.state !== 'ready') return null
  const { moved } = preview.value
  return (
    <p role="status">
      {moved.length === 0
        ? '那条记录名下没有任何内容。'
        : `将转过来：${moved.map(({ words, count }) => `${words} ${count} 条`).join('，')}。`}
    </p>
  )
}

import { Checkbox, Form } from 'antd'
import { useState } from 'react'
import type { Input } from '../../src-shared/contract.ts'
import type { Duty } from '../../src-shared/duties.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { startNext } from '../components/start-next.ts'
import { useChange } from '../use-change.ts'
import { DutyFields, type DutyValues, empty_duty } from './duty-form.tsx'

/** The main process answers what is missing at its field, so a form may be sent before group and category are chosen. */
const draftOf = (values: DutyValues) => values as Input<'duties.add'>

interface NewDutyDialogProps {
  /** What the filter has chosen already. */
  group_id: number | null
  category_id: number | null
  onClose: () => void
}

/** 登记职责; 登记并继续 keeps group, category, A and B for the next one. */
export function NewDutyDialog({ group_id, category_id, onClose }: NewDutyDialogProps) {
  const [form] = Form.useForm<DutyValues>()
  const { run, is_busy, problem } = useChange('duties.add')
  const submit = async (values: DutyValues, goes_on: boolean) => {
    const saved = await run(draftOf(values), ({ number }) => `已登记 ${number}`)
    if (saved === undefined) return
    if (!goes_on) return onClose()
    const { group_id, category_id, a_staff_id, b_staff_ids } = values
    startNext(form, { ...empty_duty, group_id, category_id, a_staff_id, b_staff_ids }, 'content')
  }
  return (
    <FormDialog<DutyValues>
      title="登记职责"
      verb="登记"
      next_verb="登记并继续"
      form={form}
      initial={{ ...empty_duty, group_id, category_id }}
      is_busy={is_busy}
      problem={problem}
      width={760}
      onSubmit={submit}
      onClose={onClose}
    >
      <DutyFields duty={null} />
    </FormDialog>
  )
}

export function EditDutyDialog({ duty, onClose }: { duty: Duty; onClose: () => void }) {
  const [form] = Form.useForm<DutyValues>()
  const [is_correction, setCorrection] = useState(false)
  const { run, is_busy, problem } = useChange('duties.edit')
  const submit = async (values: DutyValues) => {
    const edit = { id: duty.id, draft: draftOf(values), is_correction }
    const saved = await run(edit, `已保存 ${duty.number}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<DutyValues>
      title={`修改职责 ${duty.number}`}
      verb="保存"
      form={form}
      initial={{
        ...duty,
        a_staff_id: duty.a_holder?.staff_id ?? null,
        b_staff_ids: duty.b_holders.map((holder) => holder.staff_id),
      }}
      is_busy={is_busy}
      problem={problem}
      width={760}
      more_actions={
        <Checkbox
          checked={is_correction}
          onChange={(event) => setCorrection(event.target.checked)}
          title="改正笔误时勾选。不勾选时，以前的表述连同起止日期保留，过去某一天的清单照旧打印。"
        >
          只是更正，不留旧文
        </Checkbox>
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <DutyFields duty={duty} />
    </FormDialog>
  )
}

import { Form } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../src-shared/problem.ts'
import type { MovedDue } from '../../src-shared/typed-week.ts'
import { DueChange } from '../../src-shared/weekly.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { DueChangeFields } from './due-change-fields.tsx'

interface DueChangeValues {
  due_change: { kind: DueChange['kind']; reason: string; approved_by: string }
}

interface DueChangeDialogProps {
  moved: readonly MovedDue[]
  signer: string
  onSave: (due_change: DueChange) => Promise<void>
  onClose: () => void
}

/** Due dates were typed over: why goes into the record, before the rows are saved. */
export function DueChangeDialog({ moved, signer, onSave, onClose }: DueChangeDialogProps) {
  const [form] = Form.useForm<DueChangeValues>()
  const [is_busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const is_earlier = moved.some(({ due_on, new_due_on }) => new_due_on !== null && new_due_on < due_on)
  const initial: DueChangeValues = {
    due_change: { kind: is_earlier ? 'correction' : 'extension', reason: '', approved_by: signer },
  }
  const submit = async (values: DueChangeValues) => {
    const given = DueChange.safeParse({ ...initial.due_change, ...values.due_change })
    if (!given.success) return setProblem(problemOf(given.error.issues))
    setBusy(true)
    await onSave(given.data)
    onClose()
  }
  return (
    <FormDialog<DueChangeValues>
      title={`改动时限（${moved.length} 项）`}
      verb="登记并保存"
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className="matter-names" aria-label="改动时限的事项">
        {moved.map(({ key, number, title, due_on, new_due_on }) => (
          <li key={key} className="cut">
            <span className="number">
              {due_on} → {new_due_on ?? '不定时限'}
            </span>
            <span className="quiet number">{`　${number}　`}</span>
            {title}
          </li>
        ))}
      </ul>
      <DueChangeFields />
    </FormDialog>
  )
}

function problemOf(issues: readonly { path: PropertyKey[]; message: string }[]): Problem {
  const fields = Object.fromEntries(
    issues.map(({ path, message }) => [['due_change', ...path].join('.'), message]),
  )
  return { code: 'input', message: issues.map(({ message }) => message).join(''), fields }
}

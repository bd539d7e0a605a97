import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import type { Filing } from '../../src-shared/archive.ts'
import type { Settings } from '../../src-shared/settings.ts'
import type { WeekRow } from '../../src-shared/weekly.ts'
import { DateField } from '../components/date-field.tsx'
import { emptyFiling, FilingFields } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { measureValues, offeredMeasures } from './measure-fields.tsx'
import { type AskedByMatter, type SignOffNotes, SignOffRows } from './sign-off-rows.tsx'

interface SignOffValues {
  finished_on: string
  signed_off_on: string
  signed_off_by: string
  notes: Record<number, SignOffNotes>
  archives: boolean
  archive: Filing
}

interface SignOffDialogProps {
  rows: WeekRow[]
  today: string
  settings: Settings
  onClose: (is_done: boolean) => void
}

/** 销号, and 归档 in the same step unless unticked: one transaction for all the matters chosen. */
export function SignOffDialog(props: SignOffDialogProps) {
  const matter_ids = props.rows.map(({ matter_id }) => matter_id)
  const answer = useAnswer('matters.measures', { matter_ids })
  // What is typed begins with what is there, so the form waits the millisecond until that is known.
  const [asked, setAsked] = useState<AskedByMatter | null>(null)
  if (asked === null && answer.state === 'ready' && !answer.is_old) {
    setAsked(new Map(answer.value.map(({ matter_id, measures }) => [matter_id, measures])))
  }
  return asked === null ? null : <SignOffForm {...props} asked={asked} />
}

function SignOffForm({
  rows,
  today,
  settings,
  asked,
  onClose,
}: SignOffDialogProps & { asked: AskedByMatter }) {
  const [form] = Form.useForm<SignOffValues>()
  const { run, is_busy, problem } = useChange('weekly.signOff')
  const archives = Form.useWatch('archives', form) ?? true
  const initial: SignOffValues = {
    finished_on: today,
    signed_off_on: today,
    signed_off_by: settings.signer_name,
    notes: Object.fromEntries(
      rows.map(({ matter_id, evidence }) => [
        matter_id,
        { evidence, missing: '', measures: offeredMeasures(asked.get(matter_id) ?? []) },
      ]),
    ),
    archives: true,
    archive: emptyFiling(settings, rows.length === 1 ? (rows[0]?.evidence ?? '') : ''),
  }
  const submit = async (values: SignOffValues) => {
    const { archives: with_archive, archive, notes, ...signing } = values
    const saved = await run(
      {
        matter_ids: rows.map((row) => row.matter_id),
        ...signing,
        notes: rows.map(({ matter_id, evidence }) => ({
          matter_id,
          evidence,
          missing: '',
          ...notes[matter_id],
          measures: measureValues(asked.get(matter_id) ?? [], notes[matter_id]?.measures),
        })),
        archive: with_archive ? { ...initial.archive, ...archive } : null,
      },
      ({ signed_off, archived }) => {
        if (archived === signed_off) return `已销号并归档 ${signed_off} 项`
        return archived > 0 ? `已销号 ${signed_off} 项，归档 ${archived} 项` : `已销号 ${signed_off} 项`
      },
    )
    if (saved !== undefined) onClose(true)
  }
  return (
    <FormDialog<SignOffValues>
      title={`销号（${rows.length} 项）`}
      verb={archives ? '销号并归档' : '销号'}
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      width={860}
      onSubmit={submit}
      onClose={() => onClose(false)}
    >
      <SignOffRows rows={rows} asked={asked} />
      <div className="form-row">
        <Form.Item label="完成日期" name="finished_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="销号日期" name="signed_off_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="销号人" name="signed_off_by" required>
          <Input autoFocus />
        </Form.Item>
      </div>
      <Form.Item name="archives" valuePropName="checked">
        <Checkbox>同步办结归档</Checkbox>
      </Form.Item>
      {archives && <FilingFields at="archive" category_id={sharedCategory(rows)} is_many={rows.length > 1} />}
    </FormDialog>
  )
}

function sharedCategory(rows: readonly WeekRow[]): number | null {
  const [first, ...others] = new Set(rows.map(({ category_id }) => category_id))
  return others.length === 0 ? (first ?? null) : null
}

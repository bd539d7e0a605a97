import { Form, Input, Table } from 'antd'
import { useState } from 'react'
import type { ArchivePage, ArchiveRequest, Filing } from '../../src-shared/archive.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { DateField } from '../components/date-field.tsx'
import { emptyFiling, FilingFields } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'
import { FilesToBring, type FileToBring } from './files-to-bring.tsx'

type ArchiveValues = Filing & Pick<ArchiveRequest, 'archived_on' | 'archived_by'>

interface ArchiveDialogProps {
  waiting: ArchivePage['waiting']
  today: string
  settings: Settings
  onClose: () => void
}

/** 归档 what was signed off without being archived in the same step. */
export function ArchiveDialog({ waiting, today, settings, onClose }: ArchiveDialogProps) {
  const [form] = Form.useForm<ArchiveValues>()
  const [chosen, setChosen] = useState(() =>
    waiting.flatMap(({ matter_id, missing }) => (missing === '' ? matter_id : [])),
  )
  const [files, setFiles] = useState<FileToBring[]>([])
  const { run, is_busy, problem } = useChange('archive.add')
  const matters = waiting.filter(({ matter_id }) => chosen.includes(matter_id))
  const categories = new Set(matters.map(({ category_id }) => category_id))
  const initial: ArchiveValues = {
    archived_on: today,
    archived_by: settings.clerk_name,
    ...emptyFiling(settings),
  }
  const submit = async (values: ArchiveValues) => {
    const brought = files.map(({ token, material }) => ({ token, material }))
    const request = { ...initial, ...values, matter_ids: chosen }
    const saved = await run(
      chosen.length === 1 ? { ...request, files: brought } : request,
      ({ archived }) => `已归档 ${archived} 项`,
    )
    if (saved !== undefined) onClose()
  }
  const checklist = Form.useWatch('checklist', form) ?? []
  return (
    <FormDialog<ArchiveValues>
      title={`归档（${chosen.length} 项）`}
      verb="归档"
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      width={860}
      onSubmit={submit}
      onClose={onClose}
    >
      <Table
        size="small"
        className="form-table"
        aria-label="待归档事项"
        dataSource={waiting}
        rowKey="matter_id"
        pagination={false}
        scroll={{ y: 160 }}
        rowSelection={{
          selectedRowKeys: chosen,
          onChange: (keys) => setChosen(keys.map(Number)),
          getCheckboxProps: ({ missing }) => ({ disabled: missing !== '' }),
        }}
        columns={columns}
      />
      <div className="form-row">
        <Form.Item label="归档日期" name="archived_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="归档人" name="archived_by" required>
          <Input autoFocus />
        </Form.Item>
      </div>
      <FilingFields
        key={[...categories].join()}
        category_id={categories.size === 1 ? ([...categories][0] ?? null) : null}
        is_many={chosen.length > 1}
      />
      {chosen.length === 1 ? (
        <FilesToBring files={files} materials={checklist.map(({ name }) => name)} onChange={setFiles} />
      ) : (
        <p className="quiet small">电子文件：归档后在各卷里补充；只归一项时，在这里就可以放入。</p>
      )}
    </FormDialog>
  )
}

const columns = [
  { title: '编号', dataIndex: 'number', width: 120, className: 'number' },
  {
    title: '工作事项',
    dataIndex: 'title',
    ellipsis: true,
    render: (title: string, { missing }: ArchivePage['waiting'][number]) =>
      missing === '' ? (
        title
      ) : (
        <span title={missing}>
          {title}　<span className="light light-amber">带病销号，待补齐</span>
        </span>
      ),
  },
  { title: '责任人', dataIndex: 'staff_name', width: 90 },
  { title: '销号日期', dataIndex: 'signed_off_on', width: 110, className: 'number' },
]

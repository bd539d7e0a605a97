import { Form, Input, Select, Table } from 'antd'
import { useState } from 'react'
import type { ArchivePage } from '../../src-shared/archive.ts'
import { retentionWords, usual_retentions } from '../../src-shared/retention.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { DateField } from '../components/date-field.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface ArchiveValues {
  archived_on: string
  archived_by: string
  retention: Settings['retention']
  location: string
  materials: string
}

interface ArchiveDialogProps {
  waiting: ArchivePage['waiting']
  today: string
  settings: Settings
  onClose: () => void
}

/** 归档 what was signed off without being archived in the same step. */
export function ArchiveDialog({ waiting, today, settings, onClose }: ArchiveDialogProps) {
  const [form] = Form.useForm<ArchiveValues>()
  const [chosen, setChosen] = useState(() => waiting.map((matter) => matter.matter_id))
  const { run, is_busy, problem } = useChange('archive.add')
  const initial: ArchiveValues = {
    archived_on: today,
    archived_by: settings.clerk_name,
    retention: settings.retention,
    location: '',
    materials: '',
  }
  const submit = async (values: ArchiveValues) => {
    const request = { matter_ids: chosen, remark: '', ...values }
    const saved = await run(request, ({ archived }) => `已归档 ${archived} 项`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<ArchiveValues>
      title={`归档（${chosen.length} 项）`}
      verb="归档"
      form={form}
      initial={initial}
      is_busy={is_busy}
      problem={problem}
      width={720}
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
        scroll={{ y: 220 }}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(Number)) }}
        columns={[
          { title: '编号', dataIndex: 'number', width: 120, className: 'number' },
          { title: '工作事项', dataIndex: 'title', ellipsis: true },
          { title: '责任人', dataIndex: 'staff_name', width: 90 },
          { title: '销号日期', dataIndex: 'signed_off_on', width: 110, className: 'number' },
        ]}
      />
      <div className="form-row">
        <Form.Item label="归档日期" name="archived_on" required>
          <DateField allow_clear={false} />
        </Form.Item>
        <Form.Item label="归档人" name="archived_by" required>
          <Input autoFocus />
        </Form.Item>
        <Form.Item label="保管期限" name="retention">
          <Select options={usual_retentions.map((value) => ({ value, label: retentionWords(value) }))} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="归档材料" name="materials">
          <Input placeholder="不填写时，用各事项自己登记的佐证材料" />
        </Form.Item>
        <Form.Item label="存放位置" name="location">
          <Input placeholder="如：3号柜第2盒" />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

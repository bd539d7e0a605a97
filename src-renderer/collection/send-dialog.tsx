import { App, Button, Checkbox, Form, Segmented } from 'antd'
import { useState } from 'react'
import type { CollectionBoard, FormsToSend } from '../../src-shared/collection.ts'
import { call } from '../call.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface Values {
  ids: number[]
}

/** 制发表格: one file a group or a person, written into a folder, such as that of a stick. */
export function SendDialog({
  board: { head, people },
  first,
  onClose,
}: {
  board: CollectionBoard
  /** Whom to begin with; none means everyone. */
  first: Pick<FormsToSend, 'by' | 'ids'>
  onClose: () => void
}) {
  const [form] = Form.useForm<Values>()
  const [by, setBy] = useState(first.by)
  const { modal } = App.useApp()
  const { run, is_busy, problem } = useChange('collection.send')
  const groups = new Map(
    people.flatMap(({ group_id, group_name }) =>
      group_id === null ? [] : [[group_id, group_name] as const],
    ),
  )
  const choices = {
    group: [...groups].map(([value, label]) => ({ value, label })),
    person: people.map(({ staff_id, name }) => ({ value: staff_id, label: name })),
  }
  const everyone = (one: FormsToSend['by']) => choices[one].map(({ value }) => value)
  const submit = async ({ ids }: Values) => {
    const answer = await run({ week_monday: head.monday, by, ids })
    if (answer?.state !== 'saved') return
    onClose()
    modal.success({
      title: `已制表 ${answer.file_names.length} 份，共 ${answer.rows} 行`,
      content: (
        <>
          <p>{answer.folder}</p>
          <p className="quiet">发给填表人即可。收回的文件叫什么名字都行，一起拖到“收表”窗口里。</p>
          <Button onClick={() => void call('collection.reveal', { saved_id: answer.saved_id })}>
            打开所在文件夹
          </Button>
        </>
      ),
      okText: '知道了',
    })
  }
  return (
    <FormDialog<Values>
      title={`制发表格 · ${head.title}`}
      verb="选文件夹并制表"
      form={form}
      initial={{ ids: first.ids.length > 0 ? first.ids : everyone(by) }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="quiet">
        每份表带着本周事项、下周计划和下拉选项；行可以插入、删去、排序。不会盖掉文件夹里已有的文件。
      </p>
      <Form.Item label="怎样分">
        <Segmented<FormsToSend['by']>
          value={by}
          options={[
            { value: 'group', label: '每组一份' },
            { value: 'person', label: '每人一份' },
          ]}
          onChange={(next) => {
            setBy(next)
            form.setFieldValue('ids', everyone(next))
          }}
        />
      </Form.Item>
      <Form.Item label={by === 'group' ? '组别' : '人员'} name="ids" required>
        <Checkbox.Group options={choices[by]} className="send-choices" />
      </Form.Item>
    </FormDialog>
  )
}

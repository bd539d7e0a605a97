import { Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useEffect } from 'react'
import type { Problem } from '../../src-shared/problem.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface FormDialogProps<Values extends object> {
  title: string
  /** The word on the primary button: 登记, 保存, 销号 … */
  verb: string
  form: FormInstance<Values>
  initial: Values
  is_busy: boolean
  problem: Problem | null
  width?: number
  onSubmit: (values: Values) => void
  onClose: () => void
  /** Beside the primary button, such as 保存并继续. */
  more_actions?: ReactNode
  children: ReactNode
}

/** A short form over its page: Ctrl+Enter saves from any field, Esc leaves, each message stands at its field. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { form, problem, title, verb } = props
  useEffect(() => {
    if (problem?.fields === undefined) return
    const fields = Object.entries(problem.fields).map(([path, message]) => ({
      name: path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      errors: [message],
    }))
    form.setFields(fields as Parameters<typeof form.setFields>[0])
  }, [problem, form])

  return (
    <Modal
      open
      title={title}
      width={props.width ?? 640}
      onCancel={props.onClose}
      onOk={() => form.submit()}
      okText={verb}
      cancelText="取消"
      okButtonProps={{ loading: props.is_busy }}
      mask={{ closable: false }}
      destroyOnHidden
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <CancelBtn />
          {props.more_actions}
          <OkBtn />
        </>
      )}
    >
      <ProblemNotice problem={problem} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={props.initial}
        onFinish={props.onSubmit}
        autoComplete="off"
        className="form-dialog"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) form.submit()
        }}
      >
        {props.children}
      </Form>
    </Modal>
  )
}

import { App, Button, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Problem } from '../../src-shared/problem.ts'
import { clearErrors, isSaidAtFields, MessagesContext, showErrors } from './field-errors.ts'
import { focusFirstField, goOnWithEnter } from './form-keys.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { useFocusBack } from './use-focus-back.ts'
import './form-dialog.css'

interface FormDialogProps<Values extends object> {
  title: string
  /** The word on the primary button: 登记, 保存, 销号 … */
  verb: string
  form: FormInstance<Values>
  initial: Values
  is_busy: boolean
  problem: Problem | null
  width?: number
  /** `goes_on`: the clerk means to type the next one at once. */
  onSubmit: (values: Values, goes_on: boolean) => void
  onClose: () => void
  /** 登记并继续, also Ctrl+Shift+Enter; without it there is no such button. */
  next_verb?: string
  /** Beside the primary button. */
  more_actions?: ReactNode
  children: ReactNode
}

const no_messages = {}

/**
 * A short form over its page. Its first field has the focus, Enter goes from field to field, Ctrl+Enter saves from any
 * of them, Esc leaves and asks only when something was typed; each message stands at its field.
 */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { form, problem, next_verb } = props
  const { modal } = App.useApp()
  const holder = useRef<HTMLDivElement>(null)
  const goes_on = useRef(false)
  useFocusBack()
  useEffect(() => showErrors(form, problem), [problem, form])

  const submit = (next: boolean) => {
    if (props.is_busy) return
    goes_on.current = next
    form.submit()
  }
  const leave = () => {
    if (!form.isFieldsTouched()) return props.onClose()
    modal.confirm({
      title: '放弃刚才填写的内容？',
      content: '还没有保存，放弃后需要重新填写。',
      okText: '放弃',
      cancelText: '继续填写',
      focusable: { autoFocusButton: 'cancel' },
      onOk: props.onClose,
    })
  }
  return (
    <Modal
      open
      title={props.title}
      width={props.width ?? 640}
      style={{ top: 48 }}
      onCancel={leave}
      afterOpenChange={() => focusFirstField(holder.current)}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <div className="form-foot">
          <span className="quiet small bar-fill">Ctrl + 回车{props.verb}</span>
          <Button onClick={leave}>取消</Button>
          {props.more_actions}
          {next_verb !== undefined && (
            <Button onClick={() => submit(true)} title="Ctrl + Shift + 回车">
              {next_verb}
            </Button>
          )}
          <Button type="primary" loading={props.is_busy} onClick={() => submit(false)}>
            {props.verb}
          </Button>
        </div>
      }
    >
      <div ref={holder}>
        <ProblemNotice problem={isSaidAtFields(form, problem) ? null : problem} />
        <Form<Values>
          form={form}
          layout="vertical"
          initialValues={props.initial}
          onFinish={(values) => props.onSubmit(values, goes_on.current)}
          onValuesChange={(changed) => clearErrors(form, changed)}
          autoComplete="off"
          className="form-dialog"
          onKeyDownCapture={(event) => {
            if (event.key !== 'Enter' || !event.ctrlKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.stopPropagation()
            submit(event.shiftKey && next_verb !== undefined)
          }}
          onKeyDown={goOnWithEnter}
        >
          <MessagesContext value={problem?.fields ?? no_messages}>{props.children}</MessagesContext>
        </Form>
      </div>
    </Modal>
  )
}

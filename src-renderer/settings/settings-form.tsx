import { Button, Form } from 'antd'
import { type ReactNode, useEffect } from 'react'
import type { Settings } from '../../src-shared/settings.ts'
import { clearErrors, isSaidAtFields, showErrors } from '../components/field-errors.ts'
import { goOnWithEnter } from '../components/form-keys.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

interface SettingsFormProps {
  settings: Settings
  fields: readonly (keyof Settings)[]
  children: ReactNode
}

/** Some fields of the settings; the others are saved as they stand. What is being typed is not overwritten. */
export function SettingsForm({ settings, fields, children }: SettingsFormProps) {
  const [form] = Form.useForm<Settings>()
  const { run, is_busy, problem } = useChange('settings.save')
  const typed: Partial<Settings> | undefined = Form.useWatch([], form)
  const is_changed = fields.some((name) => typed !== undefined && isOther(typed[name], settings[name]))
  useEffect(() => showErrors(form, problem), [form, problem])
  useEffect(() => {
    if (!form.isFieldsTouched()) form.setFieldsValue(settings)
  }, [form, settings])

  const submit = async (values: Partial<Settings>) => {
    const saved = await run({ ...settings, ...values }, '设置已保存')
    if (saved !== undefined) form.setFields(fields.map((name) => ({ name, touched: false })))
  }
  return (
    <Form<Settings>
      form={form}
      className="sheet sheet-pad settings-form"
      layout="vertical"
      autoComplete="off"
      initialValues={settings}
      onFinish={submit}
      onValuesChange={(changed) => clearErrors(form, changed)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) form.submit()
        else goOnWithEnter(event)
      }}
    >
      <ProblemNotice problem={isSaidAtFields(form, problem) ? null : problem} />
      {children}
      <div className="bar">
        <Button type="primary" loading={is_busy} disabled={!is_changed} onClick={() => form.submit()}>
          保存
        </Button>
        <span className="quiet small">{is_changed ? '有改动还没有保存（Ctrl + 回车保存）' : '已保存'}</span>
      </div>
    </Form>
  )
}

/** Lists are equal when what is in them is. */
function isOther(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

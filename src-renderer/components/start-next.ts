import type { FormInstance } from 'antd'

/** 登记并继续: the form with what is kept and the rest empty, as if nothing had been typed yet. */
export function startNext<Values extends object>(
  form: FormInstance<Values>,
  values: Values,
  first_field: Parameters<FormInstance<Values>['focusField']>[0],
): void {
  form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0])
  const untouched = form.getFieldsError().map(({ name }) => ({ name, touched: false, errors: [] }))
  form.setFields(untouched as unknown as Parameters<typeof form.setFields>[0])
  form.focusField(first_field)
}

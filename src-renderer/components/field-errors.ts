import type { FormInstance } from 'antd'
import { createContext } from 'react'
import type { Problem } from '../../src-shared/problem.ts'

/** The message of each field, for what is drawn around fields. */
export const MessagesContext = createContext<Readonly<Record<string, string>>>({})

type Path = (string | number)[]

function pathOf(name: string): Path {
  return name.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

/** Puts each message at its field, and the focus into the first of them. */
export function showErrors<Values extends object>(form: FormInstance<Values>, problem: Problem | null): void {
  if (problem?.fields === undefined) return
  const fields = Object.entries(problem.fields).map(([name, message]) => ({
    name: pathOf(name),
    errors: [message],
  }))
  form.setFields(fields as Parameters<typeof form.setFields>[0])
  const first = fields[0]?.name
  if (first !== undefined) form.focusField(first as Parameters<typeof form.focusField>[0])
}

/** Everything there is to say stands at the fields of this form already. */
export function isSaidAtFields<Values extends object>(
  form: FormInstance<Values>,
  problem: Problem | null,
): boolean {
  if (problem?.code !== 'input' || problem.fields === undefined) return false
  const known = new Set(form.getFieldsError().map((field) => field.name.join('.')))
  return Object.keys(problem.fields).every((name) => known.has(name))
}

/** A message goes as soon as its field is changed. `changed` is a part of the form's values. */
export function clearErrors<Values extends object>(form: FormInstance<Values>, changed: object): void {
  const fields = pathsIn(changed).map((name) => ({ name, errors: [] }))
  form.setFields(fields as unknown as Parameters<typeof form.setFields>[0])
}

function pathsIn(part: object): Path[] {
  return Object.entries(part).flatMap(([name, value]): Path[] => {
    const is_plain = typeof value === 'object' && value !== null && !Array.isArray(value)
    return is_plain ? pathsIn(value).map((path) => [name, ...path]) : [[name]]
  })
}

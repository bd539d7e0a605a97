import { Form, Input } from 'antd'
import { type AskedMeasure, type MeasureValue, splitNames } from '../../src-shared/measures.ts'
import './evidence.css'

/** As it is typed: the names in one line. */
export interface TypedMeasure {
  amount: string
  names: string
  note: string
}
export type TypedMeasures = Record<number, TypedMeasure>

export function typedMeasures(asked: readonly AskedMeasure[]): TypedMeasures {
  return Object.fromEntries(
    asked.map(({ measure_id, amount, names, note }) => [
      measure_id,
      { amount, names: names.join('、'), note },
    ]),
  )
}

/** At sign-off what counts matters themselves (次数) is offered as one, unless something was said already. */
export function offeredMeasures(asked: readonly AskedMeasure[]): TypedMeasures {
  return typedMeasures(
    asked.map((measure) =>
      measure.kind === 'times' && measure.amount === '' ? { ...measure, amount: '1' } : measure,
    ),
  )
}

/** What the contract takes; what was not drawn stays as it was. */
export function measureValues(
  asked: readonly AskedMeasure[],
  typed: TypedMeasures | undefined,
): MeasureValue[] {
  return asked.map(({ measure_id, ...was }) => {
    const said = { ...was, names: was.names.join('、'), ...typed?.[measure_id] }
    return {
      measure_id,
      amount: said.amount ?? '',
      names: splitNames(said.names ?? ''),
      note: said.note ?? '',
    }
  })
}

interface MeasureFieldsProps {
  /** Where they stand in the form: `['notes', 7, 'measures']`. */
  path: readonly (string | number)[]
  /** How the matter is called, for who cannot see where a field stands. */
  of: string
  asked: readonly AskedMeasure[]
}

/** The measures a matter is asked for, side by side; a 去重人数 takes names, too. */
export function MeasureFields({ path, of, asked }: MeasureFieldsProps) {
  return (
    <div className="measure-fields">
      {asked.map(({ measure_id, name, unit, kind, is_demanded }) => (
        <div key={measure_id} className={kind === 'people' ? 'measure is-people' : 'measure'}>
          <Form.Item
            label={name}
            required={is_demanded}
            name={[...path, measure_id, 'amount']}
            className="measure-amount"
          >
            <Input suffix={unit} aria-label={`${of} ${name}`} inputMode="decimal" />
          </Form.Item>
          {kind === 'people' && (
            <Form.Item label="姓名（同一人全年只计一次）" name={[...path, measure_id, 'names']}>
              <Input aria-label={`${of} ${name} 的姓名`} placeholder="张三、李四；不写姓名的只填人数" />
            </Form.Item>
          )}
        </div>
      ))}
    </div>
  )
}

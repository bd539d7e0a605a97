import { Button, Checkbox, Form, Input, Select } from 'antd'
import { type Measure, type MeasureKind, measure_kind_words } from '../../src-shared/measures.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { startNext } from '../components/start-next.ts'
import { useChange } from '../use-change.ts'
import { choiceOf, type MeasurePlaces, placeOf } from './use-measure-places.ts'

interface MeasureForm {
  name: string
  unit: string
  kind: MeasureKind
  uses: { place: number | null; is_demanded: boolean }[]
}

const empty: MeasureForm = { name: '', unit: '', kind: 'times', uses: [{ place: null, is_demanded: true }] }

const totals: Record<MeasureKind, string> = {
  times: '各事项的次数相加。',
  sum: '各事项的数量相加。',
  person_times: '各事项的人次相加，同一人来几次算几次。',
  people: '写了姓名的，同一人全年只计一次；没写姓名的按人数相加。',
  money: '按分计算后相加。',
  stock: '不相加：取期末最后一项事项的数。',
}
const kinds = (Object.entries(measure_kind_words) as [MeasureKind, string][]).map(([value, label]) => ({
  value,
  label,
}))

interface MeasureDialogProps {
  edited: Measure | null
  places: MeasurePlaces
  onClose: () => void
}

export function MeasureDialog({ edited, places, onClose }: MeasureDialogProps) {
  const [form] = Form.useForm<MeasureForm>()
  const add = useChange('measures.add')
  const edit = useChange('measures.edit')
  const kind = Form.useWatch('kind', form) ?? edited?.kind ?? 'times'
  const submit = async ({ uses, ...measure }: MeasureForm, goes_on: boolean) => {
    const named = uses.flatMap(({ place, is_demanded }) =>
      place === null ? [] : { ...placeOf(place), is_demanded: is_demanded ?? false },
    )
    const draft = { ...measure, uses: named }
    const said = `已保存指标 ${measure.name}`
    const saved =
      edited === null ? await add.run(draft, said) : await edit.run({ id: edited.id, draft }, said)
    if (saved === undefined) return
    if (!goes_on) return onClose()
    startNext(form, empty, 'name')
  }
  const initial =
    edited === null
      ? empty
      : {
          name: edited.name,
          unit: edited.unit,
          kind: edited.kind,
          uses: edited.uses.map((use) => ({ place: choiceOf(use), is_demanded: use.is_demanded })),
        }
  return (
    <FormDialog<MeasureForm>
      title={edited === null ? '登记指标' : `修改指标 ${edited.name}`}
      verb={edited === null ? '登记' : '保存'}
      {...(edited === null ? { next_verb: '登记并继续' } : {})}
      form={form}
      initial={initial}
      is_busy={add.is_busy || edit.is_busy}
      problem={add.problem ?? edit.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="指标名称" name="name" required>
          <Input placeholder="如：参加人次、募捐金额" />
        </Form.Item>
        <Form.Item label="单位" name="unit" required>
          <Input placeholder="如：次、人、万元" />
        </Form.Item>
        <Form.Item label="类型" name="kind" extra={totals[kind]}>
          <Select options={kinds} />
        </Form.Item>
      </div>
      <div className="field-caption">哪些事项要填</div>
      <Form.List name="uses">
        {(fields, { add: addPlace, remove: removePlace }) => (
          <div className="measure-places">
            {fields.map(({ key, name }) => (
              <div key={key} className="measure-place">
                <Form.Item name={[name, 'place']} noStyle>
                  <NameSelect
                    options={places.options}
                    label={`第 ${name + 1} 处`}
                    placeholder="类别，或者一项职责"
                  />
                </Form.Item>
                <Form.Item name={[name, 'is_demanded']} valuePropName="checked" noStyle>
                  <Checkbox>销号时必填</Checkbox>
                </Form.Item>
                <Button type="text" aria-label={`去掉第 ${name + 1} 处`} onClick={() => removePlace(name)}>
                  去掉
                </Button>
              </div>
            ))}
            <div>
              <Button size="small" onClick={() => addPlace({ place: null, is_demanded: true })}>
                再加一处
              </Button>
            </div>
          </div>
        )}
      </Form.List>
    </FormDialog>
  )
}

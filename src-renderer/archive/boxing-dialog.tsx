import { Button, Form, InputNumber, Select } from 'antd'
import { type PlaceState, placeWords, type Thickness, usual_pages } from '../../src-shared/archive-items.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

interface BoxingValues {
  thickness: Thickness
  most_pages: number
}

const thicknesses = ([20, 30, 40, 50] as const).map((value) => ({ value, label: `${value} 毫米` }))

/** 装盒: numbered items in their order; only one year, organ and term to a box. */
export function BoxingDialog({ place, onClose }: { place: PlaceState; onClose: () => void }) {
  const [form] = Form.useForm<BoxingValues>()
  const { run, is_busy, problem } = useChange('archive.boxItems')
  const unpack = useChange('archive.unpackBoxes')
  const { year, organ_id, retention } = place
  const submit = async (values: BoxingValues) => {
    const said = ({ boxes, items }: { boxes: number; items: number }) => `${items} 件装了 ${boxes} 盒`
    if ((await run({ year, organ_id, retention, ...values }, said)) !== undefined) onClose()
  }
  const waiting = place.numbered - place.boxed
  return (
    <FormDialog<BoxingValues>
      title={`装盒：${placeWords(place, place.organ_name)}`}
      verb={`装盒（${waiting} 件）`}
      form={form}
      initial={{ thickness: 30, most_pages: usual_pages[30] }}
      is_busy={is_busy}
      problem={problem ?? unpack.problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
      more_actions={
        place.boxes > 0 && (
          <Button
            loading={unpack.is_busy}
            onClick={() =>
              void unpack.run({ year, organ_id, retention }, ({ boxes }) => `已拆开 ${boxes} 盒，可以重新装`)
            }
          >
            先拆开 {place.boxes} 盒
          </Button>
        )
      }
    >
      <p className="quiet">
        按件号顺序装，一件不拆开；不同年度、机构（问题）、期限不同盒。已装 {place.boxed} 件，待装 {waiting}{' '}
        件。
      </p>
      <div className="form-row">
        <Form.Item label="盒脊厚度" name="thickness">
          <Select
            options={thicknesses}
            onChange={(value: Thickness) => form.setFieldValue('most_pages', usual_pages[value])}
          />
        </Form.Item>
        <Form.Item label="每盒最多" name="most_pages">
          <InputNumber min={1} max={5000} precision={0} suffix="页" style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

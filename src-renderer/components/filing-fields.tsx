// How something is filed: shared by 归档 of its own and by 销号 with 同步归档.
import { AutoComplete, Button, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useEffect } from 'react'
import { type EntryMaterial, type Filing, material_state_words } from '../../src-shared/archive.ts'
import type { ArchiveClass, ArchiveLists } from '../../src-shared/archive-lists.ts'
import { byLength, type Retention, retentionWords, usual_retentions } from '../../src-shared/retention.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { useValue } from '../use-answer.ts'
import './filing-fields.css'
import { NameSelect } from './name-select.tsx'

export const no_lists: ArchiveLists = { organs: [], classes: [], rules: [], places: [] }

export function emptyFiling(settings: Settings, materials = ''): Filing {
  return {
    by_category: false,
    class_id: null,
    retention: settings.retention,
    retention_rule: '',
    location: '',
    checklist: [],
    materials,
    remark: '',
  }
}

/** Every term that this unit uses, 永久 first. */
export function termOptions(lists: ArchiveLists): { value: Retention; label: string }[] {
  const own = [...lists.rules, ...lists.classes].map(({ retention }) => retention)
  const all = [...new Set([...usual_retentions, ...own])].sort(byLength)
  return all.map((value) => ({ value, label: retentionWords(value) }))
}

interface FilingFieldsProps {
  /** The field of the form that holds it; the form itself when there is none. */
  at?: string
  /** Of all the matters filed; null when they differ. Its first class is taken unless another is chosen. */
  category_id: number | null
  /** Several matters share what is filled in here. */
  is_many: boolean
}

export function FilingFields({ at, category_id, is_many }: FilingFieldsProps) {
  const form = Form.useFormInstance()
  const lists = useValue('archive.lists', {}, no_lists)
  const path = (field: keyof Filing) => (at === undefined ? [field] : [at, field])
  const checklist: EntryMaterial[] = Form.useWatch(path('checklist'), form) ?? []
  const takeClass = (one: ArchiveClass | undefined) => {
    form.setFieldValue(path('class_id'), one?.id ?? null)
    form.setFieldValue(path('checklist'), checklistOf(one))
    if (one === undefined) return
    form.setFieldValue(path('retention'), one.retention)
    form.setFieldValue(path('retention_rule'), '')
  }
  const usual = lists.classes.find((one) => one.category_id !== null && one.category_id === category_id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as soon as it is known what is usual
  useEffect(() => {
    if (usual !== undefined && form.getFieldValue(path('class_id')) === null) takeClass(usual)
  }, [usual?.id])
  const takeRule = (material: string | undefined) => {
    const rule = lists.rules.find((one) => one.material === material)
    form.setFieldValue(path('retention_rule'), rule?.material ?? '')
    if (rule) form.setFieldValue(path('retention'), rule.retention)
  }
  const differ = is_many && category_id === null
  const by_category: boolean = Form.useWatch(path('by_category'), form) === true
  useEffect(() => {
    form.setFieldValue(at === undefined ? ['by_category'] : [at, 'by_category'], differ)
  }, [form, at, differ])
  const names = lists.classes.map(({ id, name, organ_name }) => ({
    value: id,
    label: name,
    detail: organ_name,
  }))
  return (
    <>
      <Form.Item name={path('by_category')} valuePropName="checked" hidden={!differ}>
        <Checkbox>这些事项类别不同：各按自己类别的类目和保管期限</Checkbox>
      </Form.Item>
      <div className="form-row" hidden={by_category}>
        <Form.Item label="归档类目" name={path('class_id')}>
          <NameSelect
            options={names}
            onChange={(id) => takeClass(lists.classes.find((one) => one.id === id))}
          />
        </Form.Item>
        <Form.Item label="按保管期限表" name={path('retention_rule')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            placeholder="选材料种类，带出期限"
            popupMatchSelectWidth={480}
            onChange={takeRule}
            options={[
              { value: '', label: '不按表，自己定' },
              ...lists.rules.map(({ material, retention }) => ({
                value: material,
                label: `${material}（${retentionWords(retention)}）`,
              })),
            ]}
          />
        </Form.Item>
        <Form.Item label="保管期限" name={path('retention')}>
          <Select options={termOptions(lists)} />
        </Form.Item>
      </div>
      {!by_category && <Checklist path={path('checklist')} rows={checklist} is_many={is_many} />}
      <div className="form-row">
        <Form.Item
          label="归档材料"
          name={path('materials')}
          {...(is_many ? { extra: '不填写时，各事项用自己登记的佐证材料。' } : {})}
        >
          <Input placeholder="不填写时，用佐证材料或清单里齐全的材料" />
        </Form.Item>
        <Form.Item label="存放位置（柜／盒）" name={path('location')}>
          <AutoComplete
            placeholder="如：3号柜第2盒"
            options={lists.places.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
          />
        </Form.Item>
      </div>
    </>
  )
}

function checklistOf(one: ArchiveClass | undefined): EntryMaterial[] {
  return (one?.materials ?? []).map((name) => ({ name, state: 'complete', note: '' }))
}

const states = Object.entries(material_state_words).map(([value, label]) => ({ value, label }))

function Checklist({
  path,
  rows,
  is_many,
}: {
  path: (string | number)[]
  rows: EntryMaterial[]
  is_many: boolean
}) {
  return (
    <fieldset className="checklist" aria-label="材料清单">
      <Form.List name={path}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => {
              const of = rows[name]?.name ?? ''
              return (
                <div key={key} className="checklist-row">
                  <Form.Item name={[name, 'name']}>
                    <Input aria-label="材料名称" placeholder="材料名称" />
                  </Form.Item>
                  <Form.Item name={[name, 'state']}>
                    <Radio.Group aria-label={`${of} 是否齐全`} optionType="button" options={states} />
                  </Form.Item>
                  <Form.Item name={[name, 'note']}>
                    <Input aria-label={`${of} 说明`} placeholder="说明" />
                  </Form.Item>
                  <Button type="text" aria-label={`去掉 ${of}`} onClick={() => remove(name)}>
                    去掉
                  </Button>
                </div>
              )
            })}
            <Button size="small" onClick={() => add({ name: '', state: 'complete', note: '' })}>
              {is_many ? '加一种材料（各事项都有）' : '加一种材料'}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

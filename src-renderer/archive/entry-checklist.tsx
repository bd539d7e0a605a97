import { Form, Input } from 'antd'
import { useState } from 'react'
import { type KeptMaterial, material_state_words } from '../../src-shared/archive.ts'
import { CellButton } from '../components/cell-button.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

/** The checklist as it was at archiving, and what came later. */
export function EntryChecklist({ number, checklist }: { number: string; checklist: KeptMaterial[] }) {
  const [supplied, setSupplied] = useState<KeptMaterial | null>(null)
  if (checklist.length === 0) return null
  return (
    <section className="record-section">
      <h3>材料清单</h3>
      <ul className="entry-lines">
        {checklist.map((material) => (
          <li key={material.id}>
            <span className="bar-fill">
              {material.name}
              <span className="quiet small">　{noteOf(material)}</span>
            </span>
            {material.state === 'missing' && material.supplied_on === null ? (
              <>
                <span className="light light-amber">缺</span>
                <CellButton label={`补齐 ${material.name}`} onClick={() => setSupplied(material)}>
                  补齐
                </CellButton>
              </>
            ) : (
              <span className="quiet">{stateWords(material)}</span>
            )}
          </li>
        ))}
      </ul>
      {supplied !== null && (
        <SupplyDialog number={number} material={supplied} onClose={() => setSupplied(null)} />
      )}
    </section>
  )
}

function noteOf({ note, supplied_on, supplied_by, supplied_note }: KeptMaterial): string {
  if (supplied_on === null) return note
  return [note, `${supplied_on} ${supplied_by} 补齐`, supplied_note].filter(Boolean).join('；')
}

function stateWords({ state, supplied_on }: KeptMaterial): string {
  return supplied_on === null ? material_state_words[state] : '已补齐'
}

function SupplyDialog({
  number,
  material,
  onClose,
}: {
  number: string
  material: KeptMaterial
  onClose: () => void
}) {
  const [form] = Form.useForm<{ note: string }>()
  const { run, is_busy, problem } = useChange('archive.supply')
  const submit = async ({ note }: { note: string }) => {
    const saved = await run({ material_id: material.id, note }, `已登记补齐“${material.name}”`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<{ note: string }>
      title={`补齐“${material.name}”（${number}）`}
      verb="登记补齐"
      form={form}
      initial={{ note: '' }}
      is_busy={is_busy}
      problem={problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item
        label="说明"
        name="note"
        extra="原来的清单保留“缺”，旁边记下哪天由谁补齐。电子文件在“文件”里补充。"
      >
        <Input placeholder="如：原件已放入同一文件袋" autoFocus />
      </Form.Item>
    </FormDialog>
  )
}

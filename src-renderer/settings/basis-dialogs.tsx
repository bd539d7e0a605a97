import { Form, Input, Radio } from 'antd'
import { type Basis, type BasisInUse, basisKey, citationOf } from '../../src-shared/bases.ts'
import { FormDialog } from '../components/form-dialog.tsx'
import { useChange } from '../use-change.ts'

const plain = ({ title, document_number }: BasisInUse): Basis => ({ title, document_number })

/** A document of the library; editing it mends its name and number wherever duties cite it. */
export function BasisDialog({ edited, onClose }: { edited: BasisInUse | null; onClose: () => void }) {
  const [form] = Form.useForm<Basis>()
  const add = useChange('bases.add')
  const edit = useChange('bases.edit')
  const submit = async (basis: Basis) => {
    const said = `已保存 ${citationOf(basis)}`
    const saved =
      edited === null ? await add.run(basis, said) : await edit.run({ old: plain(edited), next: basis }, said)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<Basis>
      title={edited === null ? '登记依据' : '修改依据'}
      verb={edited === null ? '登记' : '保存'}
      width={560}
      form={form}
      initial={edited === null ? { title: '', document_number: '' } : plain(edited)}
      is_busy={add.is_busy || edit.is_busy}
      problem={add.problem ?? edit.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="文件名称（不写书名号）" name="title" required>
        <Input placeholder="如：事业单位人事管理条例" />
      </Form.Item>
      <Form.Item label="文号" name="document_number">
        <Input placeholder="如：国务院令第652号" />
      </Form.Item>
      {edited !== null && edited.duties.length > 0 && (
        <p className="quiet">引用它的 {edited.duties.length} 项职责一并改写；条款和以前的表述不变。</p>
      )}
    </FormDialog>
  )
}

/** Several spellings of one document: which of them stays. */
export function MergeDialog({ bases, onClose }: { bases: BasisInUse[]; onClose: () => void }) {
  const [form] = Form.useForm<{ kept: string }>()
  const { run, is_busy, problem } = useChange('bases.merge')
  const fullest = [...bases].sort(
    (one, other) => other.document_number.length - one.document_number.length,
  )[0]
  const submit = async ({ kept }: { kept: string }) => {
    const into = bases.find((basis) => basisKey(basis) === kept)
    if (into === undefined) return
    const from = bases.filter((basis) => basis !== into).map(plain)
    const saved = await run({ from, into: plain(into) }, `已合并为 ${citationOf(into)}`)
    if (saved !== undefined) onClose()
  }
  return (
    <FormDialog<{ kept: string }>
      title={`合并 ${bases.length} 条依据`}
      verb="合并"
      width={640}
      form={form}
      initial={{ kept: fullest === undefined ? '' : basisKey(fullest) }}
      is_busy={is_busy}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="保留哪一种写法" name="kept">
        <Radio.Group
          className="basis-choices"
          options={bases.map((basis) => ({
            value: basisKey(basis),
            label: `${citationOf(basis)}　${basis.duties.length}项职责引用`,
          }))}
        />
      </Form.Item>
      <p className="quiet">引用其他写法的职责一并改写；条款和以前的表述不变，可以撤销。</p>
    </FormDialog>
  )
}

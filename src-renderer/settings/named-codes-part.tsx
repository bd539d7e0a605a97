import { Button, Checkbox, Form, Input, InputNumber, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { CategoryDraft, NamedCode } from '../../src-shared/settings.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { startNext } from '../components/start-next.ts'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

type Kind = 'groups' | 'categories'
/** A group, or a category that may stand under another. */
type Placed = NamedCode & { parent_id?: number | null; needs_evidence?: boolean; amber_days?: number | null }

/** 党建 › 支部工作 */
function pathOf(code: Placed, all: readonly Placed[]): string {
  const names = [code.name]
  let above = code.parent_id ?? null
  while (above !== null && names.length <= all.length) {
    const parent = all.find(({ id }) => id === above)
    if (parent === undefined) break
    names.unshift(parent.name)
    above = parent.parent_id ?? null
  }
  return names.join(' › ')
}

const words = {
  groups: {
    name: '组别',
    use: '代码写在职责编号的前面，如 ZZ-DJ-012 里的 ZZ。已经编好的号不随代码改变。',
    name_example: '如：组织组',
    code_example: '如：ZZ',
  },
  categories: {
    name: '类别',
    use: '代码写在职责编号和事项编号里，如 ZZ-DJ-012 和 2026-DJ-0047 里的 DJ。已经编好的号不随代码改变。',
    name_example: '如：党建',
    code_example: '如：DJ',
  },
} as const

/** Groups or categories: a name, and the code that goes into numbers. */
export function NamedCodesPart({ kind }: { kind: Kind }) {
  const answer = useAnswer(kind === 'groups' ? 'groups.list' : 'categories.list', {})
  const { run, problem, clear } = useChange(kind === 'groups' ? 'groups.remove' : 'categories.remove')
  const [dialog, setDialog] = useState<{ edited: Placed | null } | null>(null)
  const { name, use } = words[kind]
  const add = () => setDialog({ edited: null })
  const edit = (edited: Placed) => setDialog({ edited })
  const remove = (code: Placed) => code.used === 0 && run({ id: code.id }, `已删除${name} ${code.name}`)
  useCtrlKey('n', add)
  return (
    <>
      <div className="bar">
        <span className="quiet bar-fill">{use}</span>
        <Button type="primary" onClick={add}>
          登记{name}
        </Button>
      </div>
      <ProblemNotice problem={problem} onClose={clear} />
      <Faces answer={answer}>
        {(rows) => (
          <DataTable<Placed>
            label={name}
            columns={columnsOf(kind, rows, edit, remove)}
            rows={rows}
            key_of={(code) => code.id}
            onOpen={edit}
            onEdit={edit}
            onRemove={remove}
            min_width={560}
            empty={`还没有${name}，请先登记。`}
          />
        )}
      </Faces>
      {dialog !== null && (
        <NamedCodeDialog
          kind={kind}
          edited={dialog.edited}
          others={answer.state === 'ready' ? answer.value : []}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}

const evidence_column: TableColumnsType<Placed>[number] = {
  title: '销号时',
  dataIndex: 'needs_evidence',
  width: 140,
  render: (needs: boolean) => (needs ? '要有佐证材料' : <span className="quiet">不要求</span>),
}

function columnsOf(
  kind: Kind,
  rows: readonly Placed[],
  edit: (code: Placed) => void,
  remove: (code: Placed) => void,
): TableColumnsType<Placed> {
  return [
    { title: '代码', dataIndex: 'code', width: 120, className: 'number' },
    { title: '名称', key: 'name', render: (_, code) => pathOf(code, rows) },
    ...(kind === 'categories' ? [evidence_column] : []),
    {
      title: '使用情况',
      dataIndex: 'used',
      width: 160,
      render: (used: number) => (used === 0 ? <span className="quiet">没有用到</span> : `${used} 条记录在用`),
    },
    {
      title: '操作',
      key: 'actions',
      width: 132,
      render: (_, code) => (
        <>
          <CellButton label={`修改${code.name}`} onClick={() => edit(code)}>
            修改
          </CellButton>
          {'　'}
          <CellButton label={`删除${code.name}`} disabled={code.used > 0} onClick={() => remove(code)}>
            删除
          </CellButton>
        </>
      ),
    },
  ]
}

const empty: CategoryDraft = { name: '', code: '', parent_id: null, needs_evidence: false, amber_days: null }

interface NamedCodeDialogProps {
  kind: Kind
  edited: Placed | null
  /** For categories: what this one may stand under. */
  others: readonly Placed[]
  onClose: () => void
}

function NamedCodeDialog({ kind, edited, others, onClose }: NamedCodeDialogProps) {
  const [form] = Form.useForm<CategoryDraft>()
  const add = useChange(kind === 'groups' ? 'groups.add' : 'categories.add')
  const edit = useChange(kind === 'groups' ? 'groups.edit' : 'categories.edit')
  const { name, name_example, code_example } = words[kind]
  const submit = async (draft: CategoryDraft, goes_on: boolean) => {
    const said = `已保存 ${draft.name}`
    const saved =
      edited === null ? await add.run(draft, said) : await edit.run({ id: edited.id, draft }, said)
    if (saved === undefined) return
    if (!goes_on) return onClose()
    startNext(form, empty, 'name')
  }
  return (
    <FormDialog<CategoryDraft>
      title={edited === null ? `登记${name}` : `修改${name} ${edited.name}`}
      verb={edited === null ? '登记' : '保存'}
      {...(edited === null ? { next_verb: '登记并继续' } : {})}
      width={480}
      form={form}
      initial={
        edited === null
          ? empty
          : {
              name: edited.name,
              code: edited.code,
              parent_id: edited.parent_id ?? null,
              needs_evidence: edited.needs_evidence ?? false,
              amber_days: edited.amber_days ?? null,
            }
      }
      is_busy={add.is_busy || edit.is_busy}
      problem={add.problem ?? edit.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="名称" name="name" required>
          <Input placeholder={name_example} />
        </Form.Item>
        <Form.Item label="代码（1到6个英文字母）" name="code" required>
          <Input placeholder={code_example} maxLength={6} />
        </Form.Item>
      </div>
      {kind === 'categories' && (
        <>
          <Form.Item label="上级类别（没有的不填）" name="parent_id">
            <NameSelect
              options={others
                .filter(({ id }) => id !== edited?.id)
                .map((other) => ({ value: other.id, label: pathOf(other, others) }))}
            />
          </Form.Item>
          <Form.Item label="提前几个工作日亮黄灯（不填的，按“亮灯与归档”）" name="amber_days">
            <InputNumber min={0} max={30} precision={0} suffix="个工作日" style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="needs_evidence" valuePropName="checked">
            <Checkbox>销号时要有佐证材料</Checkbox>
          </Form.Item>
        </>
      )}
    </FormDialog>
  )
}

import { Button, Form, Input, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { ArchiveClass, ArchiveClassDraft, ArchiveLists } from '../../src-shared/archive-lists.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { termOptions } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { useCategoryChoices } from '../use-choices.ts'

/** 归档类目: what an entry is filed under, and the materials that belong to it. */
export function ArchiveClassesPart() {
  const answer = useAnswer('archive.lists', {})
  const remove = useChange('archive.removeClass')
  const fill = useChange('archive.fillLists')
  const [dialog, setDialog] = useState<{ edited: ArchiveClass | null } | null>(null)
  useCtrlKey('n', () => setDialog({ edited: null }))
  const drop = ({ id, name }: ArchiveClass) => void remove.run({ id }, `已删除归档类目 ${name}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a row does is always the same
  const columns = useMemo(() => columnsOf((edited) => setDialog({ edited }), drop), [])
  return (
    <>
      <div className="bar">
        <span className="quiet bar-fill">
          归档时按事项的类别先选好类目，带出保管期限和材料清单；已归档的卷不随这里改变。
        </span>
        {answer.state === 'ready' && answer.value.classes.length === 0 && (
          <Button
            loading={fill.is_busy}
            onClick={() => fill.run({}, ({ classes }) => `已填入 ${classes} 个类目`)}
          >
            填入常用的
          </Button>
        )}
        <Button type="primary" onClick={() => setDialog({ edited: null })}>
          登记类目
        </Button>
      </div>
      <ProblemNotice problem={remove.problem ?? fill.problem} onClose={remove.clear} />
      <Faces answer={answer}>
        {({ classes }) => (
          <DataTable<ArchiveClass>
            label="归档类目"
            columns={columns}
            rows={classes}
            key_of={({ id }) => id}
            onOpen={(edited) => setDialog({ edited })}
            onEdit={(edited) => setDialog({ edited })}
            min_width={860}
            empty="还没有归档类目。可以填入常用的，再改成本单位的。"
          />
        )}
      </Faces>
      {dialog !== null && answer.state === 'ready' && (
        <ClassDialog edited={dialog.edited} lists={answer.value} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

function columnsOf(
  edit: (one: ArchiveClass) => void,
  remove: (one: ArchiveClass) => void,
): TableColumnsType<ArchiveClass> {
  return [
    { title: '类目', dataIndex: 'name', width: 120 },
    {
      title: '机构（问题）',
      dataIndex: 'organ_name',
      width: 170,
      render: (name: string, { organ_code }) => `${name}（${organ_code}）`,
    },
    { title: '事项类别', dataIndex: 'category_name', width: 100 },
    { title: '保管期限', dataIndex: 'retention', width: 88, render: retentionWords },
    {
      title: '材料清单',
      dataIndex: 'materials',
      render: (names: string[]) => <span className="wrap">{names.join('、')}</span>,
    },
    {
      title: '操作',
      key: 'actions',
      width: 132,
      render: (_, one) => (
        <>
          <CellButton label={`修改${one.name}`} onClick={() => edit(one)}>
            修改
          </CellButton>
          {'　'}
          <CellButton label={`删除${one.name}`} disabled={one.used > 0} onClick={() => remove(one)}>
            删除
          </CellButton>
        </>
      ),
    },
  ]
}

type ClassValues = Omit<ArchiveClassDraft, 'materials'> & { materials: string }

interface ClassDialogProps {
  edited: ArchiveClass | null
  lists: ArchiveLists
  onClose: () => void
}

function ClassDialog({ edited, lists, onClose }: ClassDialogProps) {
  const [form] = Form.useForm<ClassValues>()
  const categories = useCategoryChoices()
  const { run, is_busy, problem } = useChange('archive.saveClass')
  const submit = async ({ materials, ...draft }: ClassValues) => {
    const names = materials.split(/[\n、，,;；]+/).map((name) => name.trim())
    const saved = await run(
      { id: edited?.id ?? null, draft: { ...draft, materials: names.filter(Boolean) } },
      `已保存归档类目 ${draft.name}`,
    )
    if (saved !== undefined) onClose()
  }
  const first_organ = lists.organs[0]?.id ?? 0
  return (
    <FormDialog<ClassValues>
      title={edited === null ? '登记归档类目' : `修改归档类目 ${edited.name}`}
      verb={edited === null ? '登记' : '保存'}
      form={form}
      initial={
        edited === null
          ? { name: '', organ_id: first_organ, category_id: null, retention: 'D10', materials: '' }
          : {
              name: edited.name,
              organ_id: edited.organ_id,
              category_id: edited.category_id,
              retention: edited.retention,
              materials: edited.materials.join('\n'),
            }
      }
      is_busy={is_busy}
      problem={problem}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="类目名称" name="name" required>
          <Input placeholder="如：发展党员" />
        </Form.Item>
        <Form.Item label="机构（问题）" name="organ_id" required>
          <Select options={lists.organs.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
      </div>
      <div className="form-row">
        <Form.Item label="事项类别（归档时先选这个类目）" name="category_id">
          <NameSelect options={categories} placeholder="不限" />
        </Form.Item>
        <Form.Item label="保管期限" name="retention" required>
          <Select options={termOptions(lists)} />
        </Form.Item>
      </div>
      <Form.Item label="材料清单（每行一种）" name="materials">
        <Input.TextArea rows={6} placeholder={'入党申请书\n政治审查材料'} />
      </Form.Item>
    </FormDialog>
  )
}

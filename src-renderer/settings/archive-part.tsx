import { Button, Form, Input, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import type { Organ, OrganDraft } from '../../src-shared/archive-lists.ts'
import { archiveNumber, usual_pattern } from '../../src-shared/archive-number.ts'
import type { Settings } from '../../src-shared/settings.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { SettingsForm } from './settings-form.tsx'

/** What archive numbers are made of: 全宗, the pattern, and whose papers there are. */
export function ArchivePart({ settings }: { settings: Settings }) {
  return (
    <>
      <SettingsForm settings={settings} fields={['fonds_number', 'fonds_name', 'archive_pattern']}>
        <div className="form-row">
          <Form.Item
            label="全宗号"
            name="fonds_number"
            extra="由档案馆给定；还没有的先不填，档号从后面开始。"
          >
            <Input placeholder="如：Z109" />
          </Form.Item>
          <Form.Item label="全宗名称" name="fonds_name" extra="印在目录封面上；不填时用单位名称。">
            <Input />
          </Form.Item>
        </div>
        <Form.Item
          label="档号格式"
          name="archive_pattern"
          extra={`用 {全宗号}、{年度}、{期限}、{机构}、{件号} 组成。常用的是 ${usual_pattern}`}
        >
          <Input />
        </Form.Item>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldsValue }) => <Example {...(getFieldsValue(true) as Settings)} />}
        </Form.Item>
      </SettingsForm>
      <Organs />
    </>
  )
}

function Example({ archive_pattern = '', fonds_number = '' }: Partial<Settings>) {
  const parts = { fonds_number, year: 2026, retention: 'Y', organ_code: 'ZRC', item_number: 1 } as const
  return <p className="quiet">第一件的档号是：{archiveNumber(archive_pattern, parts)}</p>
}

function Organs() {
  const answer = useAnswer('archive.lists', {})
  const remove = useChange('archive.removeOrgan')
  const [dialog, setDialog] = useState<{ edited: Organ | null } | null>(null)
  const drop = ({ id, name }: Organ) => void remove.run({ id }, `已删除 ${name}`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a row does is always the same
  const columns = useMemo(() => organColumns((edited) => setDialog({ edited }), drop), [])
  return (
    <>
      <div className="bar">
        <span className="quiet bar-fill">
          机构（问题）：按“年度—机构（问题）—保管期限”分类整理，代码写在档号里。
        </span>
        <Button onClick={() => setDialog({ edited: null })}>登记机构（问题）</Button>
      </div>
      <ProblemNotice problem={remove.problem} onClose={remove.clear} />
      <Faces answer={answer}>
        {({ organs }) => (
          <DataTable<Organ>
            label="机构（问题）"
            columns={columns}
            rows={organs}
            key_of={({ id }) => id}
            onOpen={(edited) => setDialog({ edited })}
            min_width={560}
            empty="还没有机构（问题），请先登记。"
          />
        )}
      </Faces>
      {dialog !== null && <OrganDialog edited={dialog.edited} onClose={() => setDialog(null)} />}
    </>
  )
}

function organColumns(edit: (organ: Organ) => void, remove: (organ: Organ) => void): TableColumnsType<Organ> {
  return [
    { title: '代码', dataIndex: 'code', width: 120, className: 'number' },
    { title: '名称', dataIndex: 'name' },
    {
      title: '操作',
      key: 'actions',
      width: 132,
      render: (_, organ) => (
        <>
          <CellButton label={`修改${organ.name}`} onClick={() => edit(organ)}>
            修改
          </CellButton>
          {'　'}
          <CellButton label={`删除${organ.name}`} disabled={organ.used > 0} onClick={() => remove(organ)}>
            删除
          </CellButton>
        </>
      ),
    },
  ]
}

function OrganDialog({ edited, onClose }: { edited: Organ | null; onClose: () => void }) {
  const [form] = Form.useForm<OrganDraft>()
  const { run, is_busy, problem } = useChange('archive.saveOrgan')
  const submit = async (draft: OrganDraft) => {
    if ((await run({ id: edited?.id ?? null, draft }, `已保存 ${draft.name}`)) !== undefined) onClose()
  }
  return (
    <FormDialog<OrganDraft>
      title={edited === null ? '登记机构（问题）' : `修改 ${edited.name}`}
      verb={edited === null ? '登记' : '保存'}
      form={form}
      initial={edited === null ? { name: '', code: '' } : { name: edited.name, code: edited.code }}
      is_busy={is_busy}
      problem={problem}
      width={480}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="form-row">
        <Form.Item label="名称" name="name" required>
          <Input placeholder="如：组织人事处" />
        </Form.Item>
        <Form.Item label="代码（字母或数字，常用3位）" name="code" required>
          <Input placeholder="如：ZRC" maxLength={6} />
        </Form.Item>
      </div>
    </FormDialog>
  )
}

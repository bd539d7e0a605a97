import { Button, Form, Input, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import {
  Retention,
  type RetentionRule,
  type RetentionRuleDraft,
  retentionWords,
} from '../../src-shared/retention.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { termOptions } from '../components/filing-fields.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { startNext } from '../components/start-next.ts'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

/** 保管期限表: the unit's own, which archiving takes its terms from. */
export function RetentionPart() {
  const answer = useAnswer('archive.lists', {})
  const remove = useChange('archive.removeRule')
  const fill = useChange('archive.fillLists')
  const [dialog, setDialog] = useState<{ edited: RetentionRule | null } | null>(null)
  useCtrlKey('n', () => setDialog({ edited: null }))
  const drop = ({ id, material }: RetentionRule) => void remove.run({ id }, `已删除“${material}”`)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a row does is always the same
  const columns = useMemo(() => columnsOf((edited) => setDialog({ edited }), drop), [])
  return (
    <>
      <div className="bar">
        <span className="quiet bar-fill">
          归档时按这张表带出保管期限。先填的是常见的期限，请改成本单位经批准的保管期限表。
        </span>
        {answer.state === 'ready' && answer.value.rules.length === 0 && (
          <Button
            loading={fill.is_busy}
            onClick={() => fill.run({}, ({ rules }) => `已填入 ${rules} 条，请按本单位的表修改`)}
          >
            填入常用的
          </Button>
        )}
        <Button type="primary" onClick={() => setDialog({ edited: null })}>
          登记期限
        </Button>
      </div>
      <ProblemNotice problem={remove.problem ?? fill.problem} onClose={remove.clear} />
      <Faces answer={answer}>
        {({ rules }) => (
          <DataTable<RetentionRule>
            label="保管期限表"
            columns={columns}
            rows={rules}
            key_of={({ id }) => id}
            onOpen={(edited) => setDialog({ edited })}
            onEdit={(edited) => setDialog({ edited })}
            min_width={720}
            empty="还没有保管期限。可以填入常用的，再改成本单位的。"
          />
        )}
      </Faces>
      {dialog !== null && answer.state === 'ready' && (
        <RuleDialog
          edited={dialog.edited}
          terms={termOptions(answer.value)}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}

function columnsOf(
  edit: (rule: RetentionRule) => void,
  remove: (rule: RetentionRule) => void,
): TableColumnsType<RetentionRule> {
  return [
    {
      title: '材料',
      dataIndex: 'material',
      render: (words: string) => <span className="wrap">{words}</span>,
    },
    { title: '保管期限', dataIndex: 'retention', width: 100, render: retentionWords },
    {
      title: '依据',
      dataIndex: 'basis',
      width: 260,
      render: (words: string) => <span className="wrap quiet">{words}</span>,
    },
    {
      title: '操作',
      key: 'actions',
      width: 132,
      render: (_, rule) => (
        <>
          <CellButton label={`修改${rule.material}`} onClick={() => edit(rule)}>
            修改
          </CellButton>
          {'　'}
          <CellButton label={`删除${rule.material}`} onClick={() => remove(rule)}>
            删除
          </CellButton>
        </>
      ),
    },
  ]
}

interface RuleDialogProps {
  edited: RetentionRule | null
  terms: { value: Retention; label: string }[]
  onClose: () => void
}

interface RuleValues extends Omit<RetentionRuleDraft, 'retention'> {
  retention: Retention | 'other'
  years: string
}

function RuleDialog({ edited, terms, onClose }: RuleDialogProps) {
  const [form] = Form.useForm<RuleValues>()
  const { run, is_busy, problem } = useChange('archive.saveRule')
  const is_other = Form.useWatch('retention', form) === 'other'
  const empty: RuleValues = { material: '', retention: 'D10', years: '', basis: '' }
  const submit = async ({ years, retention, ...draft }: RuleValues, goes_on: boolean) => {
    const term = retention === 'other' ? (`D${Number(years)}` as Retention) : retention
    const saved = await run(
      { id: edited?.id ?? null, draft: { ...draft, retention: term } },
      `已保存“${draft.material}”`,
    )
    if (saved === undefined) return
    if (!goes_on) return onClose()
    startNext(form, empty, 'material')
  }
  return (
    <FormDialog<RuleValues>
      title={edited === null ? '登记保管期限' : '修改保管期限'}
      verb={edited === null ? '登记' : '保存'}
      {...(edited === null ? { next_verb: '登记并继续' } : {})}
      form={form}
      initial={edited === null ? empty : { ...edited, years: '' }}
      is_busy={is_busy}
      problem={problem}
      width={560}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item label="材料" name="material" required>
        <Input placeholder="如：党员统计年报" />
      </Form.Item>
      <div className="form-row">
        <Form.Item label="保管期限" name="retention" required>
          <Select options={[...terms, { value: 'other', label: '其他年数' }]} />
        </Form.Item>
        {is_other && (
          <Form.Item
            label="年数"
            name="years"
            rules={[
              {
                validator: (_, years: string) =>
                  Retention.safeParse(`D${Number(years)}`).success
                    ? Promise.resolve()
                    : Promise.reject(new Error('请填写 1 到 99 的年数。')),
              },
            ]}
          >
            <Input placeholder="如：5" />
          </Form.Item>
        )}
      </div>
      <Form.Item label="依据" name="basis">
        <Input placeholder="如：本单位文件材料归档范围和保管期限表第12条" />
      </Form.Item>
    </FormDialog>
  )
}

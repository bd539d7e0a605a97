import { Button, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { type Measure, measure_kind_words } from '../../src-shared/measures.ts'
import { CellButton } from '../components/cell-button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { Faces } from '../components/faces.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { MeasureDialog } from './measure-dialog.tsx'
import { type MeasurePlaces, useMeasurePlaces } from './use-measure-places.ts'

/** 指标: which figures are counted, of which matters, and how several become one. */
export function MeasuresPart() {
  const answer = useAnswer('measures.list', {})
  const remove = useChange('measures.remove')
  const restore = useChange('measures.restore')
  const places = useMeasurePlaces()
  const [dialog, setDialog] = useState<{ edited: Measure | null } | null>(null)
  const add = () => setDialog({ edited: null })
  useCtrlKey('n', add)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a row does is always the same
  const columns = useMemo(
    () =>
      columnsOf(places, {
        edit: (edited) => setDialog({ edited }),
        remove: ({ id, name }) =>
          void remove.run({ id }, ({ is_voided }) => `已${is_voided ? '停用' : '删除'}指标 ${name}`),
        restore: ({ id, name }) => void restore.run({ id }, `已启用指标 ${name}`),
      }),
    [places],
  )
  return (
    <>
      <div className="bar">
        <span className="quiet bar-fill">
          事项办结时要填的数字，如参加人次、募捐金额。用在类别上的，它的下级类别也要填；统计时按类型合计。
        </span>
        <Button type="primary" onClick={add}>
          登记指标
        </Button>
      </div>
      <ProblemNotice problem={remove.problem ?? restore.problem} onClose={remove.clear} />
      <Faces answer={answer}>
        {(measures) => (
          <DataTable<Measure>
            label="指标"
            columns={columns}
            rows={measures}
            key_of={({ id }) => id}
            onOpen={(edited) => setDialog({ edited })}
            onEdit={(edited) => setDialog({ edited })}
            min_width={720}
            empty="还没有指标。登记以后，相应类别或职责的事项销号时就会要求填写。"
          />
        )}
      </Faces>
      {dialog !== null && (
        <MeasureDialog edited={dialog.edited} places={places} onClose={() => setDialog(null)} />
      )}
    </>
  )
}

interface Deeds {
  edit: (measure: Measure) => void
  remove: (measure: Measure) => void
  restore: (measure: Measure) => void
}

function columnsOf({ nameOf }: MeasurePlaces, deeds: Deeds): TableColumnsType<Measure> {
  return [
    {
      title: '指标',
      dataIndex: 'name',
      width: 160,
      render: (name: string, { voided_on }) => (
        <>
          <div>{name}</div>
          {voided_on !== null && <div className="quiet small">已停用</div>}
        </>
      ),
    },
    { title: '单位', dataIndex: 'unit', width: 72 },
    {
      title: '类型',
      dataIndex: 'kind',
      width: 96,
      render: (kind: Measure['kind']) => measure_kind_words[kind],
    },
    {
      title: '哪些事项要填',
      dataIndex: 'uses',
      render: (uses: Measure['uses']) =>
        uses.length === 0 ? (
          <span className="quiet">没有指定</span>
        ) : (
          <div className="two-lines wrap">
            {uses.map((use) => `${nameOf(use)}${use.is_demanded ? '（必填）' : ''}`).join('、')}
          </div>
        ),
    },
    {
      title: '使用情况',
      dataIndex: 'used',
      width: 120,
      render: (used: number) => (used === 0 ? <span className="quiet">没有填过</span> : `${used} 项事项`),
    },
    {
      title: '操作',
      key: 'actions',
      width: 132,
      render: (_, measure) => (
        <>
          <CellButton label={`修改${measure.name}`} onClick={() => deeds.edit(measure)}>
            修改
          </CellButton>
          {'　'}
          {measure.voided_on === null ? (
            <CellButton
              label={`${measure.used > 0 ? '停用' : '删除'}${measure.name}`}
              onClick={() => deeds.remove(measure)}
            >
              {measure.used > 0 ? '停用' : '删除'}
            </CellButton>
          ) : (
            <CellButton label={`启用${measure.name}`} onClick={() => deeds.restore(measure)}>
              启用
            </CellButton>
          )}
        </>
      ),
    },
  ]
}

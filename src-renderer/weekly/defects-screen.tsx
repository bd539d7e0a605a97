import { Button, Checkbox, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { default_settings } from '../../src-shared/settings.ts'
import type { Defect } from '../../src-shared/sign-offs.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { CureDialog } from './cure-dialog.tsx'
import { MatterPanel } from './matter-panel.tsx'
import './weekly.css'

const columns: TableColumnsType<Defect> = [
  { title: '编号', dataIndex: 'number', width: 116, className: 'number' },
  {
    title: '工作事项',
    dataIndex: 'title',
    render: (title: string) => <div className="two-lines">{title}</div>,
  },
  {
    title: '责任人',
    dataIndex: 'staff_name',
    width: 108,
    render: (name: string, defect) => (
      <>
        <div>{name || <span className="finding">未定</span>}</div>
        <div className="quiet small">{defect.group_name}</div>
      </>
    ),
  },
  {
    title: '缺什么',
    dataIndex: 'missing',
    render: (missing: string) => <div className="two-lines wrap">{missing}</div>,
  },
  {
    title: '销号',
    dataIndex: 'noted_on',
    width: 116,
    className: 'number',
    render: (noted_on: string, defect) => (
      <>
        <div>{noted_on}</div>
        <div className="quiet small">{defect.noted_by}</div>
      </>
    ),
  },
  {
    title: '补齐',
    dataIndex: 'cured_on',
    width: 180,
    render: (cured_on: string | null, defect) =>
      cured_on === null ? (
        <span className="light-amber">待补</span>
      ) : (
        <>
          <div>
            <span className="number">{cured_on}</span>　{defect.cured_by}
          </div>
          <div className="quiet small cut">{defect.cure}</div>
        </>
      ),
  },
]

/** 带病销号: what was signed off although something was missing, until it is cured. */
export function DefectsScreen() {
  const [cured_param, setCured] = useParam('cured')
  const [open_param, setOpen] = useParam('open')
  const [selected, setSelected] = useState<number[]>([])
  const [curing, setCuring] = useState<Defect[] | null>(null)
  const with_cured = cured_param === 'shown'
  const answer = useAnswer('weekly.defects', { with_cured })
  const book = useAnswer('book.state', {})
  const settings = useValue('settings.get', {}, default_settings)
  const all = answer.state === 'ready' ? answer.value : []
  const waiting = all.filter(({ cured_on }) => cured_on === null)
  const chosen = waiting.filter(({ id }) => selected.includes(id))
  const opened = open_param === '' ? null : Number(open_param)
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? `带病销号待补 ${waiting.length} 项` : '　'}
      actions={
        <Button type="primary" disabled={chosen.length === 0} onClick={() => setCuring(chosen)}>
          补齐{chosen.length > 0 ? `（${chosen.length}）` : ''}
        </Button>
      }
    >
      <div className="bar">
        <span className="quiet bar-fill">
          销号时材料不全、写明“缺什么”的事项在这里；补齐以前不能归档，退回重办的不再计入。
        </span>
        <Checkbox checked={with_cured} onChange={({ target }) => setCured(target.checked ? 'shown' : null)}>
          也看已补齐的
        </Checkbox>
      </div>
      <Faces answer={answer}>
        {(defects) =>
          defects.length === 0 ? (
            <EmptyHint title="没有带病销号">
              哪些类别销号时要有佐证材料，在“设置 → 类别”里勾选；材料要后补的，销号时写明缺什么。
            </EmptyHint>
          ) : (
            <div className="defects-layout">
              <DataTable<Defect>
                label="带病销号"
                columns={columns}
                rows={defects}
                key_of={({ id }) => id}
                selected={selected}
                onSelect={setSelected}
                can_select={({ cured_on }) => cured_on === null}
                onOpen={({ matter_id }) => setOpen(matter_id)}
                min_width={880}
              />
              {opened !== null && (
                <MatterPanel
                  matter_id={opened}
                  week_row={null}
                  onClose={() => setOpen(null)}
                  onDialog={() => undefined}
                />
              )}
            </div>
          )
        }
      </Faces>
      {curing !== null && book.state === 'ready' && (
        <CureDialog
          defects={curing}
          today={book.value.today}
          signer={settings.signer_name}
          onClose={(is_done) => {
            setCuring(null)
            if (is_done) setSelected([])
          }}
        />
      )}
    </Page>
  )
}

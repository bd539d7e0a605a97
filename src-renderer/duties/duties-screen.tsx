import { Button } from 'antd'
import { useCallback, useState } from 'react'
import type { Duty } from '../../src-shared/duties.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useCtrlKey } from '../components/use-ctrl-key.ts'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import './duties.css'
import { DutiesTable } from './duties-table.tsx'
import { ColumnChoice, useMoreColumns } from './duty-columns.tsx'
import { EditDutyDialog, NewDutyDialog } from './duty-dialog.tsx'
import { DutyFilters } from './duty-filters.tsx'
import { DutyPanel } from './duty-panel.tsx'
import { PastDuties } from './past-duties.tsx'
import { type DutyFilterControl, useDutyFilter } from './use-duty-filter.ts'
import { VoidDialog } from './void-dialog.tsx'

/** The one dialog that may stand over the list. */
type DutyDialog = { kind: 'add' } | { kind: 'edit'; duty: Duty } | { kind: 'void'; duties: Duty[] }

const everything = { include_voided: true }
const row_keys = [
  ['↑↓', '移动'],
  ['回车', '查看'],
  ['F2', '修改'],
  ['空格', '勾选'],
  ['Delete', '作废'],
  ['Ctrl N', '登记'],
  ['Ctrl F', '筛选'],
] as const

export function DutiesScreen() {
  const all = useAnswer('duties.list', everything)
  const people = useValue('staff.list', { include_left: false }, []).length
  const [dialog, setDialog] = useState<DutyDialog | null>(null)
  const control = useDutyFilter()
  useCtrlKey('n', () => setDialog({ kind: 'add' }))
  const in_use = all.state === 'ready' ? all.value.filter((duty) => duty.voided_on === null).length : null
  return (
    <Page
      title="履职清单"
      is_fixed
      subtitle={in_use === null ? '　' : `全处${people}人，共梳理工作职责${in_use}项`}
      actions={
        <>
          <Button onClick={() => go(routeTo('imports', { kind: 'duties' }))}>导入</Button>
          <Button onClick={() => go(routeTo('reports', { report: 'duty-list' }))}>导出</Button>
          <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>
            登记职责
          </Button>
        </>
      }
    >
      <Faces
        answer={all}
        empty={(duties) =>
          duties.length === 0 ? <NoDuties onAdd={() => setDialog({ kind: 'add' })} /> : null
        }
      >
        {(duties) => <DutyList all={duties} control={control} onDialog={setDialog} />}
      </Faces>
      {dialog !== null && <Dialogs dialog={dialog} control={control} onClose={() => setDialog(null)} />}
    </Page>
  )
}

interface DutyListProps {
  all: Duty[]
  control: DutyFilterControl
  onDialog: (dialog: DutyDialog) => void
}

function DutyList({ all, control, onDialog }: DutyListProps) {
  const answer = useAnswer('duties.list', control.filter)
  const [open_param, setOpen] = useParam('open')
  const [ticked, setTicked] = useState<number[]>([])
  const open = useCallback((duty: Duty) => setOpen(duty.id), [setOpen])
  const opened = all.find((duty) => String(duty.id) === open_param)
  const can_void = (duty: Duty) => duty.voided_on === null
  const [more, setMore] = useMoreColumns()
  const columns = <ColumnChoice chosen={more} onChoose={setMore} />
  if (control.day !== '') {
    return (
      <>
        <DutyFilters control={control} selected_count={0} onVoid={() => undefined} columns={null} />
        <PastDuties day={control.day} control={control} />
      </>
    )
  }
  return (
    <Faces answer={answer}>
      {(rows) => {
        const chosen = rows.filter((duty) => ticked.includes(duty.id) && can_void(duty))
        return (
          <>
            <DutyFilters
              control={control}
              selected_count={chosen.length}
              onVoid={() => onDialog({ kind: 'void', duties: chosen })}
              columns={columns}
            />
            <div className="list-area">
              <DutiesTable
                rows={rows}
                open_id={opened?.id ?? null}
                onOpen={open}
                onEdit={(duty) => can_void(duty) && onDialog({ kind: 'edit', duty })}
                onVoid={(duty) => can_void(duty) && onDialog({ kind: 'void', duties: [duty] })}
                selected={chosen.map((duty) => duty.id)}
                onSelect={setTicked}
                more={more}
              />
              <TableFoot keys={row_keys}>{countText(rows)}</TableFoot>
              {opened !== undefined && (
                <DutyPanel
                  duty={opened}
                  onEdit={() => onDialog({ kind: 'edit', duty: opened })}
                  onVoid={() => onDialog({ kind: 'void', duties: [opened] })}
                  onClose={() => setOpen(null)}
                />
              )}
            </div>
          </>
        )
      }}
    </Faces>
  )
}

function countText(rows: Duty[]): string {
  const lacking = rows.filter((duty) => duty.findings.length > 0).length
  return lacking === 0 ? `列出 ${rows.length} 项` : `列出 ${rows.length} 项，其中 ${lacking} 项的AB岗需要处理`
}

interface DialogsProps {
  dialog: DutyDialog
  control: DutyFilterControl
  onClose: () => void
}

function Dialogs({ dialog, control, onClose }: DialogsProps) {
  switch (dialog.kind) {
    case 'add': {
      const { group_id, category_id } = control.filter
      return <NewDutyDialog group_id={group_id} category_id={category_id} onClose={onClose} />
    }
    case 'edit':
      return <EditDutyDialog duty={dialog.duty} onClose={onClose} />
    case 'void':
      return <VoidDialog duties={dialog.duties} onClose={onClose} onDone={onClose} />
  }
}

function NoDuties({ onAdd }: { onAdd: () => void }) {
  return (
    <EmptyHint
      title="还没有职责"
      actions={
        <>
          <Button onClick={() => go(routeTo('imports', { kind: 'duties' }))}>导入职责清单</Button>
          <Button onClick={onAdd}>逐项登记</Button>
        </>
      }
    >
      把各组梳理好的岗位职责清单从 Excel 或 WPS 表格导入，或逐项登记。职责编号由程序给出。
    </EmptyHint>
  )
}

import { Button, Checkbox, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { isOpen } from '../../src-shared/matter-words.ts'
import { type TrackedKind, type TrackedRow, tracked_words } from '../../src-shared/tracked.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { trackedColumns } from './tracked-columns.tsx'
import { TrackedDialog } from './tracked-dialog.tsx'
import { TrackedPanel } from './tracked-panel.tsx'
import './weekly.css'

const kinds = (Object.keys(tracked_words) as TrackedKind[]).map((value) => ({
  value,
  label: `${tracked_words[value]}台账`,
}))

/** 督办整改: matters that somebody above follows, in the words of their ledgers. */
export function TrackedScreen() {
  const [kind_param, setKind] = useParam('kind')
  const [closed_param, setClosed] = useParam('closed')
  const [open_param, setOpen] = useParam('open')
  const [dialog, setDialog] = useState<'add' | TrackedRow | null>(null)
  const kind: TrackedKind = kind_param === 'rectification' ? 'rectification' : 'supervision'
  const with_closed = closed_param !== 'hidden'
  const answer = useAnswer('tracked.list', { kind, with_closed })
  const columns = useMemo(() => trackedColumns(kind), [kind])
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value, kind) : '　'}
      actions={
        <>
          <ExportButton report={kind === 'supervision' ? 'supervision-ledger' : 'rectification-ledger'}>
            {`导出${tracked_words[kind]}台账…`}
          </ExportButton>
          <Button type="primary" onClick={() => setDialog('add')}>
            列入{tracked_words[kind]}
          </Button>
        </>
      }
    >
      <div className="bar">
        <Segmented<TrackedKind> aria-label="督办还是整改" value={kind} options={kinds} onChange={setKind} />
        <span className="bar-fill" />
        <Checkbox
          checked={with_closed}
          onChange={({ target }) => setClosed(target.checked ? null : 'hidden')}
        >
          也看已销号的
        </Checkbox>
      </div>
      <Faces answer={answer}>
        {(rows) => {
          const opened = rows.find(({ id }) => String(id) === open_param)
          if (rows.length === 0) return <NothingTracked kind={kind} onAdd={() => setDialog('add')} />
          return (
            <div className="list-area">
              <DataTable<TrackedRow>
                label={`${tracked_words[kind]}台账`}
                columns={columns}
                rows={rows}
                key_of={({ id }) => id}
                open_key={opened?.id ?? null}
                onOpen={({ id }) => setOpen(id)}
                onEdit={setDialog}
                min_width={1040}
              />
              {opened !== undefined && (
                <TrackedPanel row={opened} onEdit={() => setDialog(opened)} onClose={() => setOpen(null)} />
              )}
            </div>
          )
        }}
      </Faces>
      {dialog !== null && (
        <TrackedDialog kind={kind} row={dialog === 'add' ? null : dialog} onClose={() => setDialog(null)} />
      )}
    </Page>
  )
}

function NothingTracked({ kind, onAdd }: { kind: TrackedKind; onAdd: () => void }) {
  const word = tracked_words[kind]
  return (
    <EmptyHint title={`还没有列入${word}的事项`} actions={<Button onClick={onAdd}>列入{word}</Button>}>
      {kind === 'supervision'
        ? '党委会议定、领导批示等要督办的事项，先在本周登记，再列入这里，写明办理要求。'
        : '巡察、审计等反馈的问题，先把整改任务登记为事项，再列入这里，写明问题、措施、成效。'}
    </EmptyHint>
  )
}

/** 督办台账 · 11 项，未销号 3，逾期 1 */
function subtitleOf(rows: readonly TrackedRow[], kind: TrackedKind): string {
  const open = rows.filter(({ matter }) => isOpen(matter))
  const overdue = open.filter(({ matter }) => matter.light === 'red')
  const parts = [`${rows.length} 项`, `未销号 ${open.length}`]
  if (overdue.length > 0) parts.push(`逾期 ${overdue.length}`)
  return `${tracked_words[kind]}台账 · ${parts.join('，')}`
}

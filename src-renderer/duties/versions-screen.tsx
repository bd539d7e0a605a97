import { Button, Select, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import {
  change_kind_words,
  type DutyChange,
  type DutyVersion,
  type VersionComparison,
} from '../../src-shared/duty-versions.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyHint } from '../components/empty-hint.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { ChangedText } from './changed-text.tsx'
import './duties.css'
import { FreezeDialog } from './freeze-dialog.tsx'

/** 履职清单 · 版本: the list frozen under a name, and what changed from one version to another or to today. */
export function VersionsScreen() {
  const versions = useAnswer('duties.versions', {})
  const [is_freezing, setFreezing] = useState(false)
  return (
    <Page
      title="履职清单"
      is_fixed
      subtitle={versions.state === 'ready' ? stateOf(versions.value) : '　'}
      actions={
        <Button type="primary" onClick={() => setFreezing(true)}>
          定版
        </Button>
      }
    >
      <Faces answer={versions} empty={(all) => (all.length === 0 ? <NoVersions /> : null)}>
        {(all) => <Comparison versions={all} />}
      </Faces>
      {is_freezing && <FreezeDialog onClose={() => setFreezing(false)} />}
    </Page>
  )
}

function stateOf([newest, ...older]: readonly DutyVersion[]): string {
  if (newest === undefined) return '还没有定版'
  return `已定版${older.length + 1}个，最近是${newest.name}`
}

function NoVersions() {
  return (
    <EmptyHint title="还没有定版">
      审议通过后点右上角的“定版”：把整份履职清单连同A岗、B岗和组别固定下来，例如“2026年版”，以后不再改动。调整之后与它对照，导出《职责调整对照表》提交会议审议。
    </EmptyHint>
  )
}

const now = 0

/** The two sides as the address has them: the newest version and today, unless others were chosen. */
function Comparison({ versions }: { versions: DutyVersion[] }) {
  const [from_param, setFrom] = useParam('from')
  const [to_param, setTo] = useParam('to')
  const from = versions.find(({ id }) => String(id) === from_param) ?? versions[0]
  const to = versions.find(({ id }) => String(id) === to_param) ?? null
  if (from === undefined) return null
  const options = versions.map(({ id, name, as_of, duties, people }) => ({
    value: id,
    label: `${name}（截至${as_of}，${people}人${duties}项）`,
  }))
  return (
    <>
      <div className="bar">
        <Select
          aria-label="调整前"
          style={{ width: 340 }}
          options={options}
          value={from.id}
          onChange={setFrom}
        />
        <span>→</span>
        <Select
          aria-label="调整后"
          style={{ width: 340 }}
          options={[{ value: now, label: '现行清单' }, ...options]}
          value={to?.id ?? now}
          onChange={(id) => setTo(id === now ? null : id)}
        />
        <span className="bar-fill" />
        <ExportButton report="duty-changes" of={{ from_id: from.id, to_id: to?.id ?? null }}>
          导出职责调整对照表…
        </ExportButton>
      </div>
      <ComparedList key={`${from.id} ${to?.id}`} from_id={from.id} to_id={to?.id ?? null} />
    </>
  )
}

function ComparedList({ from_id, to_id }: { from_id: number; to_id: number | null }) {
  const answer = useAnswer('duties.compare', { from_id, to_id })
  const columns = useMemo(columnsOf, [])
  return (
    <Faces answer={answer}>
      {(comparison) => (
        <div className="list-area">
          <DataTable<DutyChange, string>
            label="职责调整"
            columns={columns}
            rows={comparison.changes}
            key_of={({ number }) => number}
            min_width={1000}
            empty="两份清单完全相同。"
          />
          <TableFoot keys={[['↑↓', '移动']]}>{countText(comparison)}</TableFoot>
        </div>
      )}
    </Faces>
  )
}

function countText({ from, to, changes }: VersionComparison): string {
  const count = (kind: DutyChange['kinds'][number]) =>
    changes.filter(({ kinds }) => kinds.includes(kind)).length
  const kinds = (['added', 'removed', 'moved', 'reworded'] as const)
    .map((kind) => `${change_kind_words[kind]}${count(kind)}项`)
    .join('，')
  return `${from.name}${from.people}人${from.duties}项 → ${to.name}${to.people}人${to.duties}项：${kinds}`
}

function columnsOf(): TableColumnsType<DutyChange> {
  return [
    { title: '职责编号', dataIndex: 'number', width: 104, className: 'number' },
    { title: '组别', dataIndex: 'group_name', width: 100 },
    {
      title: '调整',
      key: 'kinds',
      width: 96,
      render: (_, { kinds }) => kinds.map((kind) => <div key={kind}>{change_kind_words[kind]}</div>),
    },
    { title: '调整前', key: 'before', render: (_, change) => <ChangedText change={change} side="before" /> },
    { title: '调整后', key: 'after', render: (_, change) => <ChangedText change={change} side="after" /> },
  ]
}

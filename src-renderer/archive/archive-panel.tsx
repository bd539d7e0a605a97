import { Button } from 'antd'
import { useState } from 'react'
import type { ArchiveEntry, EntryDetails } from '../../src-shared/archive.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import { type MatterHistory, week_state_words } from '../../src-shared/weekly.ts'
import { Faces } from '../components/faces.tsx'
import { Facts } from '../components/facts.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useAnswer } from '../use-answer.ts'
import { CorrectionDialog } from './correction-dialog.tsx'
import { EntryChecklist } from './entry-checklist.tsx'
import { EntryCorrections } from './entry-corrections.tsx'
import { EntryFileList } from './entry-file-list.tsx'

/** One archived matter, to be read only: what is wrong gets a 更正 beside it, what was missing comes later. */
export function ArchivePanel({ id, onClose }: { id: number; onClose: () => void }) {
  const answer = useAnswer('archive.get', { id })
  const [is_correcting, setCorrecting] = useState(false)
  const ready = answer.state === 'ready' ? answer.value : null
  return (
    <RecordPanel
      title="办结卷（只读）"
      label="归档详情"
      actions={
        <Button size="small" disabled={ready === null} onClick={() => setCorrecting(true)}>
          更正
        </Button>
      }
      onClose={onClose}
    >
      <Faces answer={answer}>
        {({ entry, details, history }) => (
          <>
            <p className="record-text">{entry.title}</p>
            <EntryFacts entry={entry} details={details} history={history} />
            <EntryChecklist number={entry.number} checklist={details.checklist} />
            <EntryFileList entry_id={entry.id} files={details.files} checklist={details.checklist} />
            <EntryCorrections corrections={details.corrections} />
            <History history={history} />
          </>
        )}
      </Faces>
      {is_correcting && ready !== null && (
        <CorrectionDialog entry={ready.entry} onClose={() => setCorrecting(false)} />
      )}
    </RecordPanel>
  )
}

interface EntryFactsProps {
  entry: ArchiveEntry
  details: EntryDetails
  history: MatterHistory
}

function EntryFacts({ entry, details, history }: EntryFactsProps) {
  const { items, left_out, lent } = details
  const arranged = items.map(({ archive_number, title }) => archive_number ?? `待编号：${title}`).join('；')
  return (
    <Facts
      facts={[
        ['编号', entry.number],
        ['类别', entry.category_name],
        ['归档类目', entry.class_name],
        ['组别', entry.group_name],
        ['责任人', entry.staff_name],
        ['协办人', history.row.helpers],
        ['具体内容', history.row.detail],
        ['完成时限', history.row.due_on ?? history.row.due_text],
        ['完成日期', entry.finished_on],
        ['销号', `${entry.signed_off_on}　${entry.signed_off_by}`],
        ['归档', `${entry.archived_on}　${entry.archived_by}`],
        ['保管期限', retentionWords(entry.retention)],
        ['期限依据', entry.retention_rule],
        ['归档材料', entry.materials],
        ['存放位置', entry.location],
        ['档号', left_out === '' ? arranged : `不整理成件：${left_out}`],
        ['借出', lent === null ? '' : `${lent.borrower}，${lent.lent_on} 借，应于 ${lent.due_on} 归还`],
        ['备注', entry.remark],
      ]}
    />
  )
}

function History({ history }: { history: MatterHistory }) {
  return (
    <section className="record-section">
      <h3>办理经过</h3>
      <Timeline
        entries={history.weeks.map((week) => ({
          key: week.week_monday,
          when: week.title,
          what: week_state_words[week.week_state],
          detail: week.progress,
        }))}
      />
    </section>
  )
}

import { retentionWords } from '../../src-shared/retention.ts'
import { week_state_words } from '../../src-shared/weekly.ts'
import { Faces } from '../components/faces.tsx'
import { Facts } from '../components/facts.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useAnswer } from '../use-answer.ts'

/** One archived matter, to be read only. */
export function ArchivePanel({ id, onClose }: { id: number; onClose: () => void }) {
  const answer = useAnswer('archive.get', { id })
  return (
    <RecordPanel title="归档（只读）" label="归档详情" onClose={onClose}>
      <Faces answer={answer}>
        {({ entry, history }) => (
          <>
            <p className="record-text">{entry.title}</p>
            <Facts
              facts={[
                ['编号', entry.number],
                ['类别', entry.category_name],
                ['组别', entry.group_name],
                ['责任人', entry.staff_name],
                ['协办人', history.row.helpers],
                ['具体内容', history.row.detail],
                ['完成时限', history.row.due_on ?? history.row.due_text],
                ['完成日期', entry.finished_on],
                ['销号', `${entry.signed_off_on}　${entry.signed_off_by}`],
                ['归档', `${entry.archived_on}　${entry.archived_by}`],
                ['保管期限', retentionWords(entry.retention)],
                ['归档材料', entry.materials],
                ['存放位置', entry.location],
                ['备注', entry.remark],
              ]}
            />
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
          </>
        )}
      </Faces>
    </RecordPanel>
  )
}

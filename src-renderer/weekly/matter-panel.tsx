import { Button } from 'antd'
import {
  carriedText,
  dueText,
  evidenceText,
  extendedText,
  isOpen,
  lightText,
  planText,
  stateText,
} from '../../src-shared/matter-words.ts'
import type { MatterRow, WeekRow } from '../../src-shared/weekly.ts'
import { Faces } from '../components/faces.tsx'
import { type Fact, Facts } from '../components/facts.tsx'
import { LightMark } from '../components/light-mark.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { Timeline } from '../components/timeline.tsx'
import { useAnswer, useValue } from '../use-answer.ts'
import { EvidencePart } from './evidence-part.tsx'
import { MeasuresPart } from './measures-part.tsx'
import { storyOf } from './story.ts'
import { useStandingIn } from './use-standing-in.ts'
import { week_deeds } from './week-deeds.ts'
import type { WeekDialog } from './week-dialogs.tsx'

interface MatterPanelProps {
  matter_id: number
  /** The matter in the week on the screen; null when it does not stand in it. */
  week_row: WeekRow | null
  onClose: () => void
  onDialog: (dialog: WeekDialog) => void
}

function factsOf(row: MatterRow, stand_in: string): readonly Fact[] {
  return [
    ['类别', row.category_name],
    ['组别', row.group_name],
    ['责任人', row.staff_name || '未定'],
    ['现在', stand_in],
    ['协办人', row.helpers],
    ['责任领导', row.leader],
    ['来源', row.source],
    ['列入时间', row.listed_on],
    ['原定时限', row.original_due_on !== row.due_on ? row.original_due_on : ''],
    ['完成时限', dueText(row) || '未定'],
    ['延期', extendedText(row)],
    ['亮灯', <LightMark key="light" light={row.light} word={lightText(row)} />],
    ['具体内容', row.detail],
    ['佐证材料', evidenceWords(row)],
    ['带病销号', row.missing === '' ? '' : `缺：${row.missing}`],
    ['退回原因', row.return_reason],
    ['完成日期', row.finished_on],
    ['销号', row.signed_off_on === null ? '' : `${row.signed_off_on}　${row.signed_off_by}`],
    ['备注', row.remark],
  ]
}

function evidenceWords(row: MatterRow): string {
  const words = evidenceText(row)
  return words === '' && row.needs_evidence && isOpen(row) ? '销号时要有' : words
}

function weekFactsOf(row: WeekRow): readonly Fact[] {
  return [
    ['状态', stateText(row)],
    ['来由', planText(row)],
    ['结转', carriedText(row)],
    ['完成情况', row.progress],
    ['未完成原因', row.unfinished_reason],
  ]
}

/** One matter with everything said of it, week by week. */
export function MatterPanel({ matter_id, week_row, onClose, onDialog }: MatterPanelProps) {
  const answer = useAnswer('weekly.history', { matter_id })
  const standInOf = useStandingIn()
  const done = useValue('absences.deputed', { matter_id }, [])
  const deputies = new Map(done.map((one) => [one.week_monday, one]))
  return (
    <RecordPanel
      title={week_row?.number ?? '事项'}
      label={`事项 ${week_row?.number ?? ''}`}
      onClose={onClose}
      actions={week_row !== null && <Actions row={week_row} onDialog={onDialog} />}
    >
      <Faces answer={answer}>
        {(history) => (
          <>
            <p className="record-text">{history.row.title}</p>
            <Facts
              facts={[
                ...(week_row === null ? [] : weekFactsOf(week_row)),
                ...factsOf(history.row, standInOf(history.row)),
              ]}
            />
            <section className="record-section">
              <h3>佐证材料</h3>
              <EvidencePart
                matter_id={matter_id}
                number={history.row.number}
                can_change={isOpen(history.row) || history.row.state === 'signed_off'}
              />
            </section>
            <MeasuresPart row={history.row} />
            <section className="record-section">
              <h3>办理经过</h3>
              <Timeline entries={storyOf(history, deputies)} />
            </section>
          </>
        )}
      </Faces>
    </RecordPanel>
  )
}

/** As many as stand beside the number; the rest are above the table and on its keys. */
const panel_deeds: ReadonlySet<string> = new Set(['sign_off', 'return'])

function Actions({ row, onDialog }: { row: WeekRow; onDialog: (dialog: WeekDialog) => void }) {
  return (
    <>
      {isOpen(row) && <Button onClick={() => onDialog({ kind: 'edit', row })}>修改</Button>}
      {week_deeds
        .filter(({ kind, suits }) => panel_deeds.has(kind) && suits(row))
        .map(({ kind, word, key }) => (
          <Button key={kind} title={key} onClick={() => onDialog({ kind, rows: [row] })}>
            {word}
          </Button>
        ))}
    </>
  )
}

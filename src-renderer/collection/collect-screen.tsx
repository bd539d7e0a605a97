import { Button } from 'antd'
import { useState } from 'react'
import type { CollectionBoard, FormsToSend } from '../../src-shared/collection.ts'
import { monthDay } from '../../src-shared/dates.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { WeekSwitch } from '../components/week-switch.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { CollectBoard } from './collect-board.tsx'
import './collection.css'
import { MergePage } from './merge-page.tsx'
import { MergeReportPage } from './merge-report-page.tsx'
import { SendDialog } from './send-dialog.tsx'
import { useReading } from './use-reading.ts'

/** 收表: forms go out, come back and are merged; who has handed in, and who has not. */
export function CollectScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <CollectOn today={today} />}</Faces>
}

function CollectOn({ today }: { today: string }) {
  const [week_param, setWeek] = useParam('week')
  const [report_param, setReport] = useParam('merge')
  const [sending, setSending] = useState<Pick<FormsToSend, 'by' | 'ids'> | null>(null)
  const this_monday = mondayOf(today)
  const week_monday = week_param === '' ? this_monday : mondayOf(week_param)
  const answer = useAnswer('collection.board', { week_monday })
  const reading = useReading(week_monday)
  if (report_param !== '')
    return <MergeReportPage id={Number(report_param)} onClose={() => setReport(null)} />
  if (reading.preview !== null)
    return <MergePage key={reading.round} preview={reading.preview} reading={reading} />
  return (
    <Page
      title="每周销号"
      is_fixed
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={
        <>
          <WeekSwitch
            monday={week_monday}
            this_monday={this_monday}
            onChange={(monday) => setWeek(monday === this_monday ? null : monday)}
          />
          <Button
            disabled={answer.state !== 'ready' || answer.value.people.length === 0}
            onClick={() => setSending({ by: 'group', ids: [] })}
          >
            制发表格…
          </Button>
        </>
      }
    >
      <Faces answer={answer}>
        {(board) => (
          <CollectBoard
            key={week_monday}
            board={board}
            reading={reading}
            onSend={(ids) => setSending({ by: 'person', ids })}
            onReport={setReport}
          />
        )}
      </Faces>
      {sending !== null && answer.state === 'ready' && (
        <SendDialog board={answer.value} first={sending} onClose={() => setSending(null)} />
      )}
    </Page>
  )
}

/** 第47周（11月16日—11月20日） · 上报日 11月20日 · 已收 9/12 · 未报 3 */
function subtitleOf({ head, people, is_closed }: CollectionBoard): string {
  const missing = people.filter(({ state }) => state === 'missing').length
  const parts = [
    head.title,
    head.hand_in_on === null ? '本周无工作日，并入相邻的一周' : `上报日 ${monthDay(head.hand_in_on)}`,
    `已收 ${people.length - missing}/${people.length}`,
  ]
  if (missing > 0) parts.push(`未报 ${missing}`)
  if (is_closed) parts.push('已关账')
  return parts.join(' · ')
}

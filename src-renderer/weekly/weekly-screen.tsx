import { Button } from 'antd'
import { useState } from 'react'
import { monthDay } from '../../src-shared/dates.ts'
import { default_settings } from '../../src-shared/settings.ts'
import { mondayOf, nameOfIsoWeek } from '../../src-shared/week.ts'
import type { WeekHead, WeekSheet } from '../../src-shared/weekly.ts'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { WeekSwitch } from '../components/week-switch.tsx'
import { go, routeTo, useParam } from '../route.ts'
import { useAnswer, useValue } from '../use-answer.ts'
import { ClosingLink, closedAt } from './closing-link.tsx'
import { type WeekDialog, WeekDialogs } from './week-dialogs.tsx'
import type { Part } from './week-parts.tsx'
import { WeekView } from './week-view.tsx'
import './weekly.css'

export function WeeklyScreen() {
  const book = useAnswer('book.state', {})
  return <Faces answer={book}>{({ today }) => <WeeklyOn today={today} />}</Faces>
}

function WeeklyOn({ today }: { today: string }) {
  const [week_param, setWeek] = useParam('week')
  const [group_param] = useParam('group')
  const [part_param] = useParam('part')
  const [dialog, setDialog] = useState<WeekDialog | null>(null)
  const [times_done, setTimesDone] = useState(0)
  const this_monday = mondayOf(today)
  const week_monday = week_param === '' ? this_monday : mondayOf(week_param)
  const group_id = group_param === '' ? null : Number(group_param)
  const part: Part = part_param === 'next_week' ? part_param : 'this_week'
  const answer = useAnswer('weekly.show', { week_monday })
  const settings = useValue('settings.get', {}, default_settings)
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
          <Button onClick={() => go(routeTo('imports', { kind: 'weekly', week: week_monday }))}>
            导入周报
          </Button>
          <Button onClick={() => go(routeTo('reports', { week: week_monday }))}>导出</Button>
          <ClosingLink
            week_monday={week_monday}
            closed={answer.state === 'ready' ? answer.value.closed : undefined}
          />
          <Button type="primary" onClick={() => setDialog({ kind: 'add', part })}>
            登记事项
          </Button>
        </>
      }
    >
      <Faces answer={answer}>
        {(sheet) => (
          <>
            <WeekView
              key={sheet.head.monday}
              sheet={sheet}
              group_id={group_id}
              part={part}
              today={today}
              signer={settings.signer_name}
              times_done={times_done}
              onDialog={setDialog}
            />
            {dialog !== null && (
              <WeekDialogs
                dialog={dialog}
                sheet={sheet}
                group_id={group_id}
                today={today}
                settings={settings}
                onClose={(is_done) => {
                  setDialog(null)
                  if (is_done) setTimesDone(times_done + 1)
                }}
              />
            )}
          </>
        )}
      </Faces>
    </Page>
  )
}

/** 第47周（11月16日—11月20日） · 上报日 11月20日; how far the week is stands below it. */
function subtitleOf({ head, uncured, closed }: WeekSheet): string {
  const parts = [head.title, closed === null ? handInWords(head) : `${closedAt(closed)}已关账`]
  if (head.merged.length > 0) parts.push(`含${head.merged.map(nameOfIsoWeek).join('、')}`)
  if (uncured > 0) parts.push(`带病待补 ${uncured}`)
  if (head.is_provisional) parts.push('工作日暂算：该年度节假日未配置')
  return parts.join(' · ')
}

function handInWords({ hand_in_on }: WeekHead): string {
  return hand_in_on === null ? '本周无工作日，并入相邻的周' : `上报日 ${monthDay(hand_in_on)}`
}

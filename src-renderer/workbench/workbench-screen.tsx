import { Button } from 'antd'
import { weekdayName } from '../../src-shared/dates.ts'
import type { Workbench } from '../../src-shared/workbench.ts'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { AwayLine } from './away-line.tsx'
import { DueList } from './due-list.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NextStepBar } from './next-step-bar.tsx'
import { WeekFigures } from './week-figures.tsx'
import './workbench.css'

/** 本周工作台: what is due, what is overdue, who is missing, and the next step. */
export function WorkbenchScreen() {
  const answer = useAnswer('workbench.show', {})
  return (
    <Page
      title="本周工作台"
      subtitle={answer.state === 'ready' ? subtitleOf(answer.value) : '　'}
      actions={<Button onClick={() => go(routeTo('weekly'))}>打开每周销号</Button>}
    >
      <Faces answer={answer}>
        {(workbench) =>
          isNew(workbench) ? <FirstSteps workbench={workbench} /> : <Desk workbench={workbench} />
        }
      </Faces>
    </Page>
  )
}

function subtitleOf({ today, head }: Workbench): string {
  return `${today} ${weekdayName(today)} · ${head.week_year}年${head.title}`
}

/** Until people and duties are there, the way to get them in is all that matters. */
function isNew(workbench: Workbench): boolean {
  return workbench.people === 0 && workbench.duties === 0 && workbench.counts.rows === 0
}

function Desk({ workbench }: { workbench: Workbench }) {
  const { overdue, due_soon, missing, head } = workbench
  return (
    <>
      <NextStepBar workbench={workbench} />
      <AwayLine />
      <WeekFigures workbench={workbench} />
      <div className="desk-columns">
        <DueList title="逾期" rows={overdue} total={workbench.overdue_total} none="没有逾期的事项。" />
        <DueList
          title="将到期"
          rows={due_soon}
          total={workbench.due_soon_total}
          none="近几个工作日没有到期的事项。"
        />
        <section className="sheet sheet-pad" aria-label="未报人员">
          <h2 className="desk-title">
            未报人员<span className="quiet">　{missing.length} 人</span>
          </h2>
          {missing.length === 0 ? (
            <p className="quiet">本周全部报送完毕。</p>
          ) : (
            <ul className="desk-list">
              {missing.map((report) => (
                <li key={report.staff_id}>
                  <span>{report.name}</span>
                  <span className="quiet">{report.group_name}</span>
                </li>
              ))}
            </ul>
          )}
          {missing.length > 0 && (
            <Button
              type="link"
              className="desk-link"
              onClick={() => go(routeTo('weekly', { week: head.monday, view: 'collect' }))}
            >
              登记报送、复制催报文字
            </Button>
          )}
        </section>
      </div>
    </>
  )
}

import { ArrowRightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { NextStep, Workbench } from '../../src-shared/workbench.ts'
import { go, routeTo } from '../route.ts'

interface Step {
  words: string
  verb: string
  route: string
}

function stepOf(step: NextStep, { head, missing, counts }: Workbench): Step {
  const week = head.monday
  switch (step) {
    case 'fill_settings':
      return {
        words: '先填写单位名称和经办人，导出的表头、操作记录要用到。',
        verb: '去填写',
        route: routeTo('settings'),
      }
    case 'import_staff':
      return {
        words: '导入或登记全处人员名册。',
        verb: '导入人员名册',
        route: routeTo('imports', { kind: 'staff' }),
      }
    case 'import_duties':
      return {
        words: '导入或登记岗位职责清单。',
        verb: '导入职责清单',
        route: routeTo('imports', { kind: 'duties' }),
      }
    case 'fill_week':
      return {
        words: '本周还没有事项：导入各组周报，或逐条登记。',
        verb: '导入周报',
        route: routeTo('imports', { kind: 'weekly', week }),
      }
    case 'collect_reports':
      return {
        words: `今天收周报，还有 ${missing.length} 人未报。`,
        verb: '看未报人员',
        route: routeTo('weekly', { week, view: 'collect' }),
      }
    case 'sign_off':
      return { words: '有已报完成、尚未销号的事项。', verb: '去销号', route: routeTo('weekly', { week }) }
    case 'carry_over':
      return {
        words: `本周还有 ${counts.open} 项未办结，请结转到下周。`,
        verb: '去结转',
        route: routeTo('weekly', { week }),
      }
    case 'export_week':
      return { words: '本周工作已理清，可以导出上报表。', verb: '导出', route: routeTo('reports', { week }) }
  }
}

/** One sentence and one button: what to do now. */
export function NextStepBar({ workbench }: { workbench: Workbench }) {
  const step = stepOf(workbench.next_step, workbench)
  return (
    <section className="next-step sheet" aria-label="下一步">
      <span>
        <strong>下一步</strong>　{step.words}
      </span>
      <Button type="primary" icon={<ArrowRightOutlined />} iconPlacement="end" onClick={() => go(step.route)}>
        {step.verb}
      </Button>
    </section>
  )
}

import { Button, Steps } from 'antd'
import type { NextStep, Workbench } from '../../src-shared/workbench.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { go, routeTo } from '../route.ts'
import { useChange } from '../use-change.ts'

const order: readonly NextStep[] = ['fill_settings', 'import_staff', 'import_duties', 'fill_week']

/** The empty first page: four steps to a working ledger, or the sample year to look around in. */
export function FirstSteps({ workbench }: { workbench: Workbench }) {
  const enter = useChange('book.enterSample')
  const current = Math.max(order.indexOf(workbench.next_step), 0)
  return (
    <section className="sheet first-steps" aria-label="开始使用">
      <h2>开始建立履职台账</h2>
      <p className="quiet">
        已有的 Excel 名册、职责清单、周报可以直接导入，导入前先预览、逐格指出问题，确认后才保存。
      </p>
      <Steps
        orientation="vertical"
        current={current}
        items={[
          {
            title: '填写单位和经办人',
            content: (
              <Button size="small" onClick={() => go(routeTo('settings'))}>
                去设置
              </Button>
            ),
          },
          {
            title: '导入人员名册',
            content: (
              <span className="bar">
                <Button size="small" onClick={() => go(routeTo('imports', { kind: 'staff' }))}>
                  导入名册
                </Button>
                <Button size="small" onClick={() => go(routeTo('staff'))}>
                  逐个登记
                </Button>
              </span>
            ),
          },
          {
            title: '导入岗位职责清单，配好AB岗',
            content: (
              <Button size="small" onClick={() => go(routeTo('imports', { kind: 'duties' }))}>
                导入职责清单
              </Button>
            ),
          },
          {
            title: '每周五收周报：导入、销号、归档、结转、导出',
            content: (
              <Button size="small" onClick={() => go(routeTo('weekly'))}>
                打开每周销号
              </Button>
            ),
          },
        ]}
      />
      <div className="first-steps-sample">
        <ProblemNotice problem={enter.problem} />
        <p className="quiet">
          想先看看用起来是什么样子？示例年度是一个虚构处室一整年的台账，单独存放，随时一键退出。
        </p>
        <Button loading={enter.is_busy} onClick={() => enter.run({}, '已打开示例年度。')}>
          打开示例年度
        </Button>
      </div>
    </section>
  )
}

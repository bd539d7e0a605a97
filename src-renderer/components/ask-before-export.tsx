import { type App, Button } from 'antd'
import type { Finding } from '../../src-shared/preflight.ts'
import { FindingList } from './finding-list.tsx'

export type ExportDecision =
  | { state: 'export' }
  | { state: 'leave' }
  /** `chosen`: the finding she went for; null for none in particular. */
  | { state: 'mend'; chosen: Finding | null }

/** What must be mended is shown before anything is saved; without such findings nobody is asked. */
export function askBeforeExport(
  modal: ReturnType<typeof App.useApp>['modal'],
  all: readonly Finding[],
): Promise<ExportDecision> {
  const findings = all.filter(({ grade }) => grade === 'must')
  if (findings.length === 0) return Promise.resolve({ state: 'export' })
  return new Promise((resolve) => {
    const end = (decision: ExportDecision) => {
      resolve(decision)
      shown.destroy()
    }
    const shown = modal.confirm({
      title: `还没有导出：有 ${findings.length} 处必须改`,
      width: 560,
      content: (
        <FindingList
          findings={findings}
          chosen={null}
          onChoose={(chosen) => end({ state: 'mend', chosen })}
        />
      ),
      onCancel: () => resolve({ state: 'leave' }),
      footer: (
        <div className="ant-modal-confirm-btns">
          <Button onClick={() => end({ state: 'export' })}>仍要导出</Button>
          <Button type="primary" autoFocus onClick={() => end({ state: 'mend', chosen: null })}>
            去修改
          </Button>
        </div>
      ),
    })
  })
}

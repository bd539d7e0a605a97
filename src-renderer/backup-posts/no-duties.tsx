import { Button } from 'antd'
import { EmptyHint } from '../components/empty-hint.tsx'
import { go, routeTo } from '../route.ts'

export function NoDuties() {
  return (
    <EmptyHint
      title="还没有职责可以设AB岗"
      actions={
        <>
          <Button onClick={() => go(routeTo('imports', { kind: 'duties' }))}>导入职责清单</Button>
          <Button onClick={() => go(routeTo('duties'))}>去履职清单登记</Button>
        </>
      }
    >
      每项职责设一名A岗、一名或几名B岗。先把人员和职责导入或登记好，再在这里逐项落实。
    </EmptyHint>
  )
}

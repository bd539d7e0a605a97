import { Button } from 'antd'
import { go, routeTo } from '../route.ts'

/** The next step of a view that has nothing to show before there are duties. */
export function ToDutyList() {
  return <Button onClick={() => go(routeTo('duties'))}>去履职清单登记</Button>
}

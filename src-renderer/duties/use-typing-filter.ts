import { useMemo } from 'react'
import { useParam } from '../route.ts'
import { useDutyFilter } from './use-duty-filter.ts'

/** 清单顺序 is the empty one: by group, category and the clerk's own order. */
export const typing_orders = {
  '': '清单顺序',
  category: '按类别',
  person: '按A岗',
  number: '按编号',
} as const
export type TypingOrder = keyof typeof typing_orders

/** The filter of the list, which stays when one goes from 清单 to 录入, and the order of the rows. */
export function useTypingFilter() {
  const control = useDutyFilter()
  const [order, setOrder] = useParam('order')
  const { group_id, category_id, staff_id, text } = control.filter
  const filter = useMemo(
    () => ({ group_id, category_id, staff_id, text }),
    [group_id, category_id, staff_id, text],
  )
  return {
    ...control,
    filter,
    order: (Object.hasOwn(typing_orders, order) ? order : '') as TypingOrder,
    setOrder: (next: TypingOrder) => setOrder(next === '' ? null : next),
  }
}

export type TypingFilterControl = ReturnType<typeof useTypingFilter>

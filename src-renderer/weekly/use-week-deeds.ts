import { App } from 'antd'
import { useMemo } from 'react'
import type { WeekRow, WeekSheet } from '../../src-shared/weekly.ts'
import type { RowDeed } from '../components/grid/row-deeds.ts'
import { useParam } from '../route.ts'
import { askOnce } from '../use-answer.ts'
import { week_deeds } from './week-deeds.ts'
import type { WeekDialog } from './week-dialogs.tsx'

/** Beside the week itself a plan has buttons only for these; the keys do them all. */
const plan_buttons: ReadonlySet<string> = new Set(['extend', 'withdraw'])

/** What F4 to F10 do to the rows of a week, and what deleting a row does: it is withdrawn, with a reason. */
export function useWeekDeeds(sheet: WeekSheet, is_plan: boolean, onDialog: (dialog: WeekDialog) => void) {
  const [, setOpen] = useParam('open')
  const { message } = App.useApp()
  const { rows, plan, head } = sheet
  return useMemo(() => {
    const by_id = new Map((is_plan ? plan : rows).map((row) => [row.matter_id, row]))
    /** What was typed a moment ago is in the book, and not yet on the screen. */
    const rowsNow = async (matter_ids: readonly number[]): Promise<WeekRow[]> => {
      const now = await askOnce('weekly.show', { week_monday: head.monday })
      return (is_plan ? now.plan : now.rows).filter((row) => matter_ids.includes(row.matter_id))
    }
    const deeds = week_deeds.map(
      ({ kind, word, key, suits }): RowDeed => ({
        word,
        key,
        suits(id) {
          const row = by_id.get(id)
          return row !== undefined && suits(row)
        },
        run: (ids) =>
          void rowsNow(ids).then((found) => {
            const suited = found.filter(suits)
            if (suited.length > 0) onDialog({ kind, rows: suited })
          }),
        ...(is_plan && !plan_buttons.has(kind) ? { is_key_only: true } : {}),
      }),
    )
    const open: RowDeed = {
      word: '详情',
      key: 'F4',
      suits: (id) => by_id.has(id),
      run: ([first]) => first !== undefined && setOpen(first),
      is_key_only: true,
    }
    const withdraw = deeds.find(({ key }) => key === 'F10')
    const remove = (ids: number[]) => {
      // Taken out of the plan it would be carried again; what she means may be either of these.
      if (is_plan && ids.some((id) => (by_id.get(id)?.carried_weeks ?? 0) > 0)) {
        message.info(
          '结转来的事项没有办结，下周还要列入。不再办的请选“撤销事项”（F10）；结转错了的，用左下角“撤销”退回。',
        )
        return
      }
      const suited = ids.filter((id) => withdraw?.suits(id))
      if (suited.length > 0) withdraw?.run(suited)
      else message.info('已销号、已归档和已撤销的事项保留在台账里，不能删除。')
    }
    return { deeds: [...deeds, open], remove }
  }, [rows, plan, head, is_plan, onDialog, setOpen, message])
}

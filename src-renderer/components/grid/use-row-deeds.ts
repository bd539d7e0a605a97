import { App } from 'antd'
import { type RefObject, useCallback } from 'react'
import type { EditorHandle } from './grid-editor.tsx'
import type { Marked } from './marked-cells.ts'
import { chosenRows, type RowDeed, runDeed, type Ticks } from './row-deeds.ts'
import type { Sheet } from './sheet.ts'
import type { SheetRow } from './sheet-rows.ts'
import type { GridActions } from './use-grid.ts'

interface DeedWish {
  sheet: Sheet
  rows: readonly SheetRow[]
  marked: Marked
  actions: GridActions
  editor: RefObject<EditorHandle | null>
  deeds: readonly RowDeed[]
  ticks: Ticks | undefined
}

/** The rows that a deed is done to, and what its button, its key and the blank key do. */
export function useRowDeeds({ sheet, rows, marked, actions, editor, deeds, ticks }: DeedWish) {
  const { message } = App.useApp()
  const run = (deed: RowDeed) => {
    editor.current?.finish()
    void runDeed(deed, chosenRows(sheet.rows(), ticks, actions.marked()), sheet).then((left_out) => {
      if (left_out > 0) message.warning(`有 ${left_out} 行的错误还没有改好，没有${deed.word}。`)
    })
  }
  const onKey = (key: string) => {
    const deed = deeds.find((one) => one.key === key)
    if (deed !== undefined) run(deed)
    return deed !== undefined
  }
  const tickSelected = useCallback(() => {
    const selected = chosenRows(sheet.rows(), undefined, actions.marked()).flatMap(({ id }) => id ?? [])
    const all_ticked = selected.every((id) => ticks?.ids.has(id))
    ticks?.set(selected, !all_ticked)
  }, [actions, sheet, ticks])
  return { chosen: chosenRows(rows, ticks, marked), run, onKey, tickSelected }
}

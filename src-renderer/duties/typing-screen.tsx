import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Duty } from '../../src-shared/duties.ts'
import { call } from '../call.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { Grid } from '../components/grid/grid.tsx'
import { useArrangedRows, useTypedSheet } from '../components/grid/use-typed-sheet.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { go, routeTo } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'
import { cellsOfDuty, dutyColumns } from './typing-columns.ts'
import { TypingFilters } from './typing-filters.tsx'
import { type TypingOrder, useTypingFilter } from './use-typing-filter.ts'
import { VoidDialog } from './void-dialog.tsx'

const everything = {}

/** 录入: the duties in a grid, typed and pasted as in a spreadsheet. */
export function TypingScreen() {
  const state = useAnswer('book.state', {})
  const groups = useAnswer('groups.list', {})
  return (
    <Page
      title="履职清单"
      is_fixed
      subtitle="像填电子表格一样录入、粘贴；每行填好就保存，有错的格子当场标出。"
      actions={<Button onClick={() => go(routeTo('imports', { kind: 'duties' }))}>导入</Button>}
    >
      <Faces answer={groups} empty={(all) => (all.length === 0 ? <NoGroups /> : null)}>
        {() => <Faces answer={state}>{({ book, today }) => <TypingGrid key={book} today={today} />}</Faces>}
      </Faces>
    </Page>
  )
}

function TypingGrid({ today }: { today: string }) {
  const control = useTypingFilter()
  const all = useAnswer('duties.list', everything)
  const listed = useAnswer('duties.list', control.is_filtered ? control.filter : everything)
  const [removing, setRemoving] = useState<number[] | null>(null)
  const typed = useTypedSheet('duties', (rows) => call('duties.saveRows', { rows }))
  const duties = all.state === 'ready' ? all.value : null
  const book = useMemo(
    () => duties?.map((duty) => ({ id: duty.id, cells: cellsOfDuty(duty) })) ?? null,
    [duties],
  )
  const in_order = listed.state === 'ready' && !listed.is_old ? listed.value : null
  const ids = useMemo(
    () => (in_order === null ? null : inOrder(in_order, control.order).map(({ id }) => id)),
    [in_order, control.order],
  )
  useArrangedRows(typed, { book, listed: ids, name: JSON.stringify([control.filter, control.order]) })
  const columns = useTypingColumns()
  const defaults = useDefaults(control.filter)
  const problem =
    all.state === 'failed' ? all.problem : listed.state === 'failed' ? listed.problem : typed.problem
  return (
    <>
      <ProblemNotice problem={problem} onClose={typed.clearProblem} />
      <Grid
        name="duties"
        label="履职清单录入"
        sheet={typed.sheet}
        columns={columns}
        today={today}
        defaults={defaults}
        onRemove={setRemoving}
        count={ids === null ? '　' : `列出 ${ids.length} 项`}
      >
        <TypingFilters control={control} />
      </Grid>
      {removing !== null && duties !== null && (
        <VoidDialog
          duties={duties.filter(({ id }) => removing.includes(id))}
          onClose={() => setRemoving(null)}
          onDone={() => setRemoving(null)}
        />
      )}
    </>
  )
}

function useTypingColumns() {
  const groups = useGroupChoices()
  const categories = useCategoryChoices()
  const people = useStaffChoices()
  // Choices are new arrays at every drawing; the columns must not be.
  const words = JSON.stringify([groups, categories, people])
  return useMemo(() => {
    const [groups, categories, people] = JSON.parse(words)
    return dutyColumns({ groups, categories, people })
  }, [words])
}

/** What is filtered by is what a new row begins with. */
function useDefaults({ group_id, category_id }: { group_id: number | null; category_id: number | null }) {
  const groups = useGroupChoices()
  const categories = useCategoryChoices()
  const group = groups.find(({ value }) => value === group_id)?.label
  const category = categories.find(({ value }) => value === category_id)?.label
  return useMemo(
    () => ({ ...(group === undefined ? {} : { group }), ...(category === undefined ? {} : { category }) }),
    [group, category],
  )
}

function inOrder(duties: readonly Duty[], order: TypingOrder): readonly Duty[] {
  const collator = new Intl.Collator('zh-CN', { numeric: true })
  const wordOf: Record<Exclude<TypingOrder, ''>, (duty: Duty) => string> = {
    category: ({ category_name }) => category_name,
    person: ({ a_holder }) => a_holder?.name ?? '',
    number: ({ number }) => number,
  }
  if (order === '') return duties
  const word = wordOf[order]
  return duties.toSorted((one, other) => collator.compare(word(one), word(other)))
}

function NoGroups() {
  return (
    <EmptyHint
      title="还没有组别"
      actions={<Button onClick={() => go(routeTo('settings'))}>去设置里登记组别</Button>}
    >
      职责编号由组别和类别的代码组成，先登记组别，再在这里像填表格一样录入职责。
    </EmptyHint>
  )
}

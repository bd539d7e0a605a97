import { useCallback, useMemo } from 'react'
import { routeTo, useRoute } from '../route.ts'
import { useValue } from '../use-answer.ts'
import { useCategoryChoices, useGroupChoices, useStaffChoices } from '../use-choices.ts'
import { dutyWords } from './week-cells.ts'
import { matterColumns } from './week-columns.tsx'

const every_duty = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: true }

/** The columns of a week's grid with what can be chosen in them; new ones only when a choice or the place has changed. */
export function useMatterColumns(is_plan: boolean, monday: string) {
  const groups = useGroupChoices()
  const categories = useCategoryChoices()
  const people = useStaffChoices()
  const duties = useValue('duties.list', every_duty, [])
  const words = useMemo(() => new Map(duties.map((duty) => [duty.id, dutyWords(duty)])), [duties])
  const dutyOf = useCallback((id: number) => words.get(id) ?? '', [words])
  const { params } = useRoute()
  const { open: _, ...place } = params
  // Choices are new arrays at every drawing; the columns must not be.
  const known = JSON.stringify([groups, categories, people, place])
  const columns = useMemo(() => {
    const [groups, categories, people, place] = JSON.parse(known)
    const in_use = duties.filter(({ voided_on }) => voided_on === null)
    return matterColumns(
      is_plan,
      { groups, categories, people, duties: in_use.map((duty) => ({ label: dutyWords(duty) })) },
      { monday, hrefOf: (open) => routeTo('weekly', { ...place, open }) },
    )
  }, [known, duties, is_plan, monday])
  return { columns, dutyOf }
}

// The lists that forms and filters of several subjects choose from.
import { useMemo } from 'react'
import type { NameOption } from './components/name-select.tsx'
import { useValue } from './use-answer.ts'

export function useGroupChoices(): NameOption[] {
  const groups = useValue('groups.list', {}, [])
  return groups
    .filter((group) => group.voided_on === null)
    .map(({ id, name }) => ({ value: id, label: name }))
}

export function useCategoryChoices(): NameOption[] {
  const categories = useValue('categories.list', {}, [])
  return categories
    .filter((category) => category.voided_on === null)
    .map(({ id, name }) => ({ value: id, label: name }))
}

type Named = { staff_id: number; name: string }
const nobody: readonly Named[] = []

/** Everyone who is here, and those named in `also`, who may have left but still hold something. */
export function useStaffChoices(also: readonly Named[] = nobody): NameOption[] {
  const people = useValue('staff.list', { include_left: false }, [])
  return useMemo(() => {
    const choices = new Map<number, NameOption>()
    for (const { id, name, group_name } of people) {
      choices.set(id, { value: id, label: name, ...(group_name === '' ? {} : { detail: group_name }) })
    }
    for (const { staff_id, name } of also) {
      if (choices.has(staff_id)) continue
      choices.set(staff_id, { value: staff_id, label: name, detail: '已离开' })
    }
    return [...choices.values()]
  }, [people, also])
}

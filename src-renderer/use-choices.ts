// The lists that forms and filters of several subjects choose from.
import type { NameOption } from './components/name-select.tsx'
import { useValue } from './use-answer.ts'

export function useGroupChoices(): NameOption[] {
  return useValue('groups.list', {}, [])
    .filter((group) => group.voided_on === null)
    .map(({ id, name }) => ({ value: id, label: name }))
}

export function useCategoryChoices(): NameOption[] {
  return useValue('categories.list', {}, [])
    .filter((category) => category.voided_on === null)
    .map(({ id, name }) => ({ value: id, label: name }))
}

/** Everyone who is here, and those named in `also`, who may have left but still hold something. */
export function useStaffChoices(also: readonly { staff_id: number; name: string }[] = []): NameOption[] {
  const here = useValue('staff.list', { include_left: false }, []).map(({ id, name, group_name }) => ({
    value: id,
    label: name,
    ...(group_name === '' ? {} : { detail: group_name }),
  }))
  const known = new Set(here.map((choice) => choice.value))
  const left = also
    .filter(({ staff_id }, index) => {
      const is_first = also.findIndex((other) => other.staff_id === staff_id) === index
      return is_first && !known.has(staff_id)
    })
    .map(({ staff_id, name }) => ({ value: staff_id, label: name, detail: '已离开' }))
  return [...here, ...left]
}

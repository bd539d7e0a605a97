import { useParam } from '../route.ts'

export interface DutyFilterState {
  group_id: number | null
  category_id: number | null
  staff_id: number | null
  text: string
  include_voided: boolean
}

const numberOf = (param: string): number | null => (param === '' ? null : Number(param))

/** The filter as the address has it, and what sets each part of it. */
export function useDutyFilter() {
  const [group, setGroup] = useParam('group')
  const [category, setCategory] = useParam('category')
  const [person, setPerson] = useParam('person')
  const [text, setText] = useParam('text')
  const [voided, setVoided] = useParam('voided')
  const [day, setDay] = useParam('on')
  const filter: DutyFilterState = {
    group_id: numberOf(group),
    category_id: numberOf(category),
    staff_id: numberOf(person),
    text: text.slice(0, 100),
    include_voided: voided === '1',
  }
  return {
    filter,
    /** 截至日期; empty for the list of today. */
    day,
    setDay,
    is_filtered: [group, category, person, text, day].some((param) => param !== ''),
    setGroup,
    setCategory,
    setPerson,
    setText,
    setVoided: (is_on: boolean) => setVoided(is_on ? 1 : null),
    clear() {
      for (const set of [setGroup, setCategory, setPerson, setText, setDay]) set(null)
    },
  }
}

export type DutyFilterControl = ReturnType<typeof useDutyFilter>

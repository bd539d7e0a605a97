import { useMemo } from 'react'
import type { MeasureUse } from '../../src-shared/measures.ts'
import type { NameOption } from '../components/name-select.tsx'
import { useValue } from '../use-answer.ts'

const no_filter = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: false }

type Place = Omit<MeasureUse, 'is_demanded'>

export interface MeasurePlaces {
  /** Categories and duties in one list; a duty's value is its negative id. */
  options: NameOption[]
  nameOf(place: Place): string
}

export function placeOf(value: number): Place {
  return value > 0 ? { category_id: value, duty_id: null } : { category_id: null, duty_id: -value }
}

export function choiceOf({ category_id, duty_id }: Place): number {
  return category_id ?? -(duty_id ?? 0)
}

/** Where a measure can be asked for. */
export function useMeasurePlaces(): MeasurePlaces {
  const categories = useValue('categories.list', {}, [])
  const duties = useValue('duties.list', no_filter, [])
  return useMemo(() => {
    const options = [
      ...categories.map(({ id, name }) => ({ value: id, label: name, detail: '类别' })),
      ...duties.map(({ id, number, content }) => ({ value: -id, label: content, detail: number })),
    ]
    const names = new Map([
      ...categories.map(({ id, name }) => [id, name] as const),
      ...duties.map(({ id, number }) => [-id, number] as const),
    ])
    return { options, nameOf: (place) => names.get(choiceOf(place)) ?? '已作废的职责' }
  }, [categories, duties])
}

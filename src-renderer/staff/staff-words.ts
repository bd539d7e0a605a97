import type { StaffMember } from '../../src-shared/staff.ts'

/** The last day on the list still counts as being here. */
export function hasLeft(person: StaffMember, today: string): boolean {
  return person.left_on !== null && person.left_on < today
}

export function stateText(person: StaffMember, today: string): string {
  if (person.left_on === null) return '在岗'
  return hasLeft(person, today) ? `${person.left_on} 离开` : `在岗，${person.left_on} 离开`
}

import type { NamedCode } from '../../src-shared/settings.ts'
import { comparable } from './cell-text.ts'
import type { Places } from './import-sheet.ts'

/** 党建组, 党建 and （党建）组 mean one group; a name that fits two means neither. */
export function createPlaces(codes: readonly NamedCode[]): Places {
  const all = codes
    .filter(({ voided_on }) => voided_on === null)
    .map(({ id, code, name }) => ({ id, code, name }))
  const only = (places: typeof all) => (places.length === 1 ? places[0] : undefined)
  function find(name: string) {
    const wanted = comparable(name)
    if (wanted === '') return undefined
    const exact = all.find(
      (place) => comparable(place.name) === wanted || place.code.toLowerCase() === wanted,
    )
    const core = coreOf(name)
    return exact ?? (core === '' ? undefined : only(all.filter((place) => coreOf(place.name) === core)))
  }
  const new_names = new Map<string, string>()
  return {
    all,
    codes: new Set(codes.map(({ code }) => code)),
    find,
    findAlike(name) {
      const core = coreOf(name)
      if (core.length < 2) return find(name)
      const isAlike = (other: string) => other.length >= 2 && (core.includes(other) || other.includes(core))
      return find(name) ?? only(all.filter((place) => isAlike(coreOf(place.name))))
    },
    newName(name) {
      const core = coreOf(name) || comparable(name)
      const known = new_names.get(core) ?? name
      new_names.set(core, known)
      return known
    },
  }
}

function coreOf(name: string): string {
  return comparable(name)
    .replace(/[()[\]【】]/g, '')
    .replace(/(?:工作组|小组|组|科室?|处室?|部|室|类)$/, '')
}

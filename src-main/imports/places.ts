import type { NamedCode } from '../../src-shared/settings.ts'
import { comparable } from './cell-text.ts'
import type { Places } from './import-sheet.ts'

/** 党建组, 党建 and （党建）组 mean one group; a name that fits two means neither. */
export function createPlaces(codes: readonly NamedCode[]): Places {
  const all = codes
    .filter(({ voided_on }) => voided_on === null)
    .map(({ id, code, name }) => ({ id, code, name }))
  const only = (places: typeof all) => (places.length === 1 ? places[0] : undefined)
  const keys = all.map((place) => ({ place, name: comparable(place.name), core: coreOf(place.name) }))
  const placesWhere = (test: (key: (typeof keys)[number]) => boolean) =>
    keys.filter(test).map(({ place }) => place)
  function find(name: string) {
    const wanted = comparable(name)
    if (wanted === '') return undefined
    const exact = keys.find(({ place, name }) => name === wanted || place.code.toLowerCase() === wanted)
    if (exact) return exact.place
    const core = coreOf(name)
    return core === '' ? undefined : only(placesWhere((key) => key.core === core))
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
      return find(name) ?? only(placesWhere((key) => isAlike(key.core)))
    },
    closest(name) {
      const letters = new Set(coreOf(name))
      const shared = keys.map(({ place, core }) => ({
        place,
        count: [...core].filter((one) => letters.has(one)).length,
      }))
      const most = Math.max(0, ...shared.map(({ count }) => count))
      return most === 0
        ? undefined
        : only(shared.flatMap(({ place, count }) => (count === most ? [place] : [])))
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

import type { KeptSearch } from '../../src-shared/search.ts'
import { useValue } from '../use-answer.ts'

const none: KeptSearch[] = []

/** 常用查找. */
export function useKeptSearches(): KeptSearch[] {
  return useValue('search.kept', {}, none)
}

import { weekOf } from '../../src-shared/week.ts'

/** 第47周 */
export function weekWords(monday: string): string {
  return `第${weekOf(monday).week}周`
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = import.meta.dirname

export function readWordFile(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

/** Lines such as `退回原因：甲；乙；丙`, by their name. */
export function readWordLists(name: string): (list: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>()
  for (const line of readWordFile(name).split('\n')) {
    if (line === '') continue
    const [list = '', words = ''] = line.split('：')
    lists.set(list, words.split('；'))
  }
  return (list) => {
    const words = lists.get(list)
    if (!words) throw new Error(`${name} has no list ${list}`)
    return words
  }
}

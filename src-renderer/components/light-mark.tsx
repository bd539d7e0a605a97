import type { Light } from '../../src-shared/light.ts'

/** A light is a mark with its word, so that it reads on a black-and-white print too; without a word there is none. */
export function LightMark({ light, word }: { light: Light; word: string }) {
  if (word === '') return null
  return <span className={`light light-${light}`}>{word}</span>
}

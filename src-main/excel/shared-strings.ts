import { limits } from './limits.ts'
import { decodeText } from './text.ts'
import { tooMuch } from './unreadable.ts'
import { readXml } from './xml-events.ts'

/** The texts that cells refer to by position; the runs of rich text are joined, phonetic guides are left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<string[]> {
  const texts: string[] = []
  let current = ''
  let isInText = false
  let isInPhonetic = false
  let characters = 0
  await readXml(chunks, ['sst'], {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') isInPhonetic = true
      else if (name === 't') isInText = !isInPhonetic
    },
    text(text) {
      if (!isInText) return
      current += text
      characters += text.length
      if (characters > limits.shared_characters) throw tooMuch('文字内容过多，超出了允许的范围。')
    },
    close(name) {
      if (name === 't') isInText = false
      else if (name === 'rPh') isInPhonetic = false
      else if (name === 'si') texts.push(decodeText(current))
    },
  })
  return texts
}

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
  const count = (text: string) => {
    characters += text.length
    if (characters > limits.shared_characters) throw tooMuch('文字内容过多，超出了允许的范围。')
  }
  await readXml(chunks, ['sst'], {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 'rPh') isInPhonetic = true
      else if (name === 't') isInText = !isInPhonetic
    },
    text(text) {
      if (!isInText) return
      current += text
      count(text)
    },
    close(name) {
      if (name === 't') isInText = false
      else if (name === 'rPh') isInPhonetic = false
      else if (name === 'si') texts.push(decodeText(current))
    },
    take(text, at) {
      let end = at
      plainItem.lastIndex = at
      for (let match = plainItem.exec(text); match; match = plainItem.exec(text)) {
        const item = match[1] ?? ''
        count(item)
        texts.push(decodeText(item))
        end = plainItem.lastIndex
      }
      return end
    },
  })
  return texts
}

/** A whole item as nearly all programs write it, at a fifth of the cost. */
const plainItem = /<si><t(?: xml:space="preserve")?>([^<&\r\]]*)<\/t><\/si>/y

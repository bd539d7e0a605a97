import { damaged, Unreadable } from './unreadable.ts'

export interface DecodedTable {
  text: string
  /** As one calls it: UTF-8, UTF-16, GB18030. */
  encoding: string
}

const marks: readonly { bytes: readonly number[]; label: string; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16' },
  { bytes: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16' },
]

/**
 * The text of a file without any sign of its encoding but, perhaps, a byte order mark. UTF-8 is tried strictly first:
 * GB 18030 takes nearly any bytes for Chinese.
 */
export function decodeTable(bytes: Buffer): DecodedTable {
  const mark = marks.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte))
  if (mark) {
    const text = decode(bytes, mark.label)
    if (text === undefined) throw damaged(`文字不是完好的 ${mark.encoding} 编码`)
    return { text: checked(text), encoding: mark.encoding }
  }
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: checked(utf8), encoding: 'UTF-8' }
  if (isBrokenUtf8(bytes)) throw damaged('有几个字不是完好的 UTF-8 编码')
  const text = decode(bytes, 'gb18030')
  if (text === undefined) throw damaged('文字既不是 UTF-8，也不是 GB18030 编码')
  return { text: checked(text), encoding: 'GB18030' }
}

function decode(bytes: Buffer, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** A UTF-8 file with a damaged byte must not be read as GB 18030: every character in it would be another one. */
function isBrokenUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const wrong = text.split('\uFFFD').length - 1
  const wide = text.match(/[\u0800-\uFFFC]/g)?.length ?? 0
  return wide > wrong * 2
}

function checked(text: string): string {
  if (text.includes('\0')) {
    throw new Unreadable({
      code: 'file_not_workbook',
      what: '里面有不是文字的内容，不是文本表格，或者已经损坏。',
      next: '请用 WPS 或 Excel 打开检查，另存为 .xlsx 后重新选择。',
    })
  }
  // Programs of the DOS days end a text with the character 26.
  return text.endsWith('\u001A') ? text.slice(0, -1) : text
}

import { basename } from 'node:path'
import { limits } from './limits.ts'
import type { OleFile } from './ole-file.ts'
import { tooMuch, Unreadable } from './unreadable.ts'

const saveAs = '请用 WPS 或 Excel 打开，另存为“Excel 工作簿（*.xlsx）”后再选择。'
const another = '请选择 Excel 工作簿（.xlsx、.xls）、WPS 表格（.et）或 CSV 文件。'

export type Envelope = 'zip' | 'ole' | 'text'

/** Tells by its content what a file is. What can hold no table of ours is thrown back with the way out. */
export function recogniseFile(path: string, bytes: Buffer): Envelope {
  if (isLockFile(path, bytes)) {
    throw wrong('lock_file', '是 WPS/Excel 打开文件时生成的临时锁定文件，不是工作簿。', lockFileAdvice(path))
  }
  if (bytes.length === 0)
    throw wrong('file_empty', '是空文件，没有任何内容。', '请检查是否复制完整，或请填报人重发。')
  if (bytes.length > limits.file_bytes)
    throw tooMuch('超过 50 MB，不能导入。', '请删去图片等无关内容，或拆成几个文件。')
  if (zipSignatures.some((signature) => startsWith(bytes, signature))) return 'zip'
  if (startsWith(bytes, oleSignature)) return 'ole'
  refuseOther(bytes)
  return 'text'
}

const zipSignatures = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function wrong(code: string, what: string, next: string): Unreadable {
  return new Unreadable({ code, what, next })
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Excel and WPS note the owner of an open file in `~$name` or `.~name`: one byte of length, then the user's name. */
function isLockFile(path: string, bytes: Buffer): boolean {
  if (startsWith(bytes, [0x50, 0x4b]) || startsWith(bytes, oleSignature)) return false
  const nameLength = bytes[0] ?? 0
  const looksLikeOwner = bytes.length === 165 && nameLength > 0 && nameLength <= 54
  return /^(~\$|\.~)/.test(basename(path)) || looksLikeOwner
}

function lockFileAdvice(path: string): string {
  const name = basename(path).replace(/^(~\$|\.~)/, '')
  return `请选择同一文件夹里的“${name}”；如果它正被打开，请先保存并关闭。`
}

/** An OLE2 file that is no workbook: its streams tell which program wrote it. */
export function assertWorkbook({ names }: OleFile): void {
  if (names.has('encryptedpackage')) {
    throw wrong(
      'workbook_encrypted',
      '设置了打开密码，无法读取。',
      '请用密码打开后取消打开密码（文件→文档加密），保存后再选择。',
    )
  }
  if (names.has('workbook') || names.has('book')) return
  if (names.has('worddocument')) throw wrong('file_not_workbook', '是 Word/WPS 文字文档，不是表格。', another)
  if (names.has('powerpoint document')) throw wrong('file_not_workbook', '是演示文稿，不是表格。', another)
  throw wrong('file_not_workbook', '是旧格式的 Office 文件，但里面没有工作簿，可能已损坏。', saveAs)
}

const knownSignatures: readonly [readonly number[], string][] = [
  [[0x25, 0x50, 0x44, 0x46], '是 PDF 文件'],
  [[0x52, 0x61, 0x72, 0x21], '是 RAR 压缩包'],
  [[0x37, 0x7a, 0xbc, 0xaf], '是 7z 压缩包'],
  [[0x1f, 0x8b], '是 gzip 压缩包'],
  [[0x89, 0x50, 0x4e, 0x47], '是图片'],
  [[0xff, 0xd8, 0xff], '是图片'],
  [[0x4d, 0x5a], '是程序文件'],
  [[0xac, 0xed, 0x00, 0x05], '是程序导出的数据（Java 序列化对象）'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], '是 RTF 文档'],
]

/** Everything but plain text. */
function refuseOther(bytes: Buffer): void {
  const known = knownSignatures.find(([signature]) => startsWith(bytes, signature))
  if (known) throw wrong('file_not_workbook', `${known[1]}，不是 Excel 工作簿。`, another)
  // BIFF 2 to 5 without the OLE2 envelope.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)) {
    throw wrong('workbook_old_format', '是很早的 Excel 格式。', saveAs)
  }
  const text = readStart(bytes)
  if (text === undefined) throw wrong('file_not_workbook', '不是 Excel 工作簿，或者已经损坏。', another)
  const other = otherTexts.find(([pattern]) => pattern.test(text))
  if (other) throw wrong(...other[1])
}

const otherTexts: readonly [RegExp, [code: string, what: string, next: string]][] = [
  [
    /schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i,
    ['workbook_other_format', '是“XML 表格 2003”格式。', saveAs],
  ],
  [
    /^\s*(?=<).*<(!doctype html|html|head|body|table|meta)\b/is,
    ['workbook_other_format', '其实是网页（HTML）文件，只是用了表格的名字。', saveAs],
  ],
  [/^MIME-Version:/i, ['workbook_other_format', '其实是单个文件的网页（MHT），只是用了表格的名字。', saveAs]],
  [/^ID;P[^\n]*\n(P;P|[BCFO];)/, ['workbook_other_format', '是“SYLK 符号链接”格式。', saveAs]],
  [/^TABLE\r?\n0,1\r?\n/, ['workbook_other_format', '是“DIF 数据交换”格式。', saveAs]],
  [/^\s*<\?xml/i, ['file_not_workbook', '是 XML 文件，不是 Excel 工作簿。', another]],
  [/^\s*(\{\s*["}]|\[\s*[[{"\]])/, ['file_not_workbook', '是 JSON 数据文件，不是表格。', another]],
]

/** The first characters of a file that is text in whatever encoding; a character of two bytes may come out wrong. */
function readStart(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 4096)
  if (startsWith(start, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(start)
  if (startsWith(start, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(start)
  // Of noise a tenth is such characters; of text none, but for the odd one that a program let slip in.
  const unseen = start.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a)).length
  if (start.includes(0) || unseen * 20 > start.length) return undefined
  return new TextDecoder('utf-8').decode(start)
}

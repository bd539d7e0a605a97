// What a file is by its first bytes; what its name says about it counts for nothing.

export type Media =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'bmp'
  | 'webp'
  | 'tiff'
  | 'pdf'
  | 'ofd'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'zip'
  /** .doc, .xls, .ppt, .wps, .et, .dps: told apart only by a look inside. */
  | 'ole'
  | 'text'
  | 'program'
  | 'other'

/** How much of the beginning `mediaOf` wants to see. */
export const media_head_bytes = 65_536

const beginnings: readonly (readonly [bytes: string, media: Media])[] = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['%PDF-', 'pdf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['#!', 'program'],
  // A Windows shortcut.
  ['L\0\0\0\x01\x14\x02\0', 'program'],
]

/** The names of a package's parts stand in its local headers. */
const packages: readonly (readonly [name: string, media: Media])[] = [
  ['OFD.xml', 'ofd'],
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
]

export function mediaOf(head: Buffer): Media {
  const start = head.toString('latin1', 0, 16)
  if (start.startsWith('PK\x03\x04')) return packages.find(([name]) => head.includes(name))?.[1] ?? 'zip'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  // Two letters are little to go by; a bitmap also keeps four zero bytes there.
  if (start.startsWith('BM') && start.slice(6, 10) === '\0\0\0\0') return 'bmp'
  const known = beginnings.find(([bytes]) => start.startsWith(bytes))
  return known?.[1] ?? (isText(head) ? 'text' : 'other')
}

/** No control characters but tabs, line breaks and form feeds: UTF-8 and GB18030 alike. */
function isText(head: Buffer): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

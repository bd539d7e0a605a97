import { expect, it } from 'vitest'
import { mediaOf } from '../../../src-main/files/media-of.ts'

const zipWith = (name: string) => Buffer.from(`PK\x03\x04${'\0'.repeat(26)}${name}`, 'latin1')

it.each([
  ['jpeg', Buffer.from('\xff\xd8\xff\xe0', 'latin1')],
  ['png', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1')],
  ['gif', Buffer.from('GIF89a')],
  ['webp', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1')],
  ['bmp', Buffer.from('BM\x10\x20\0\0\0\0\0\0', 'latin1')],
  ['tiff', Buffer.from('II*\0', 'latin1')],
  ['pdf', Buffer.from('%PDF-1.7')],
  ['ole', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
  ['docx', zipWith('word/document.xml')],
  ['xlsx', zipWith('xl/workbook.xml')],
  ['pptx', zipWith('ppt/presentation.xml')],
  ['ofd', zipWith('OFD.xml')],
  ['zip', zipWith('照片/王伟.jpg')],
  ['program', Buffer.from('MZ\x90\0', 'latin1')],
  ['program', Buffer.from('\x7fELF', 'latin1')],
  ['text', Buffer.from('BMI 指数\r\n正常')],
  ['text', Buffer.from('d6d0cec4', 'hex')],
  ['other', Buffer.from([0, 1, 2, 3])],
] as const)('tells %s by its content', (media, head) => {
  expect(mediaOf(head)).toBe(media)
})

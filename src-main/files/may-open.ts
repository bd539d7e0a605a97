import type { Media } from './media-of.ts'

/** What a program of the office may be handed: the ending says which program, the content must be what it claims. */
const openable: Readonly<Record<string, Media>> = {
  ...{ pdf: 'pdf', ofd: 'ofd', txt: 'text', csv: 'text' },
  ...{ docx: 'docx', xlsx: 'xlsx', pptx: 'pptx' },
  ...{ doc: 'ole', xls: 'ole', ppt: 'ole', wps: 'ole', et: 'ole', dps: 'ole' },
  ...{
    jpg: 'jpeg',
    jpeg: 'jpeg',
    png: 'png',
    gif: 'gif',
    bmp: 'bmp',
    tif: 'tiff',
    tiff: 'tiff',
    webp: 'webp',
  },
}

/** Never a program, a script, a page of the web or a document made to carry macros, whatever it is called. */
export function mayOpen(name: string, media: string): boolean {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(openable, ending) && openable[ending] === media
}

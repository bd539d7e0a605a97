// Images for the page: those that records have, by their digest, and those on their way in, by their token.
import { open, readFile } from 'node:fs/promises'
import { largest_file_bytes } from '../src-shared/files.ts'
import type { Desk } from './desk.ts'
import { isDigest, nothingThere } from './files/file-store.ts'
import { type Media, media_head_bytes, mediaOf } from './files/media-of.ts'

export interface Picture {
  type: string
  bytes: Buffer
}

/** Null for everything that is no image by its content. */
export type Pictures = (path: string) => Promise<Picture | null>

const image_types: Partial<Record<Media, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  bmp: 'image/bmp',
}

export function createPictures({ books, incoming }: Pick<Desk, 'books' | 'incoming'>): Pictures {
  return async (path) => {
    const [, room, name = ''] = path.split('/')
    if (room === 'picture' && isDigest(name)) return ofBook(name)
    if (room !== 'incoming' || !incoming.knows(name)) return null
    const { source, size } = incoming.get(name)
    if (size > largest_file_bytes) return null
    return 'path' in source ? fromPath(source.path) : pictureOf(Buffer.from(source.bytes))
  }

  async function ofBook(digest: string): Promise<Picture | null> {
    const row = await books
      .current()
      .db.selectFrom('files')
      .select('id')
      .where('digest', '=', digest)
      .executeTakeFirst()
    return row === undefined ? null : fromPath(books.files().pathOf(digest))
  }
}

/** Its beginning is looked at first: a film is not read to find that it is none. */
async function fromPath(path: string): Promise<Picture | null> {
  const file = await open(path).catch(nothingThere)
  if (file === null) return null
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(media_head_bytes), 0, media_head_bytes, 0)
    if (image_types[mediaOf(buffer.subarray(0, bytesRead))] === undefined) return null
  } finally {
    await file.close()
  }
  return pictureOf(await readFile(path))
}

function pictureOf(bytes: Buffer): Picture | null {
  const type = image_types[mediaOf(bytes.subarray(0, media_head_bytes))]
  return type === undefined ? null : { type, bytes }
}

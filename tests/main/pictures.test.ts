import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Books } from '../../src-main/books.ts'
import { createFileStore } from '../../src-main/files/file-store.ts'
import { createIncoming } from '../../src-main/files/incoming.ts'
import { createPictures } from '../../src-main/pictures.ts'
import { addPersonWithPhoto, photoBytes } from '../helpers/add-photo.ts'
import { openTestBook } from '../helpers/open-test-book.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

it('answers images of the book and those on their way in, and nothing else whatever it is called', async () => {
  const book = await openTestBook()
  const store = createFileStore(tempFolder())
  const incoming = createIncoming()
  const books = { current: () => book, files: () => store } as unknown as Books
  const pictures = createPictures({ books, incoming })
  const bytes = photoBytes('张三')
  const { digest } = await addPersonWithPhoto(book, book.clock, store, '张三', bytes)
  expect(await pictures(`/picture/${digest}`)).toEqual({ type: 'image/jpeg', bytes })

  const html = Buffer.from('<html><script>alert(1)</script></html>')
  const disguised = await store.put({ name: '照片.jpg', size: html.length, source: { bytes: html } })
  const orphan = await store.put({ name: '无主.jpg', size: 300, source: { bytes: photoBytes('无主', 300) } })
  const path = join(tempFolder(), '网页.png')
  writeFileSync(path, html)
  const { files } = await incoming.take([{ path }, { name: '画.jpg', bytes }])
  expect(await pictures(`/incoming/${files[1]?.token}`)).toEqual({ type: 'image/jpeg', bytes })
  const refused = [
    `/picture/${disguised.digest}`,
    `/picture/${orphan.digest}`,
    `/picture/${'0'.repeat(64)}`,
    '/picture/../duty-ledger.db',
    '/incoming/nothing',
    `/incoming/${files[0]?.token}`,
    '/other/x',
  ]
  expect(await Promise.all(refused.map((wish) => pictures(wish)))).toEqual(refused.map(() => null))
})

import { describe, expect, it } from 'vitest'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { createFileStore } from '../../../src-main/files/file-store.ts'
import { addStaff } from '../../../src-main/staff/edit-staff.ts'
import { matchPhotos } from '../../../src-main/staff/match-photos.ts'
import { listPhotos, removePhoto, setPhotos } from '../../../src-main/staff/photos.ts'
import { addPersonWithPhoto, photoBytes } from '../../helpers/add-photo.ts'
import { addDepartment, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const lastChange = (book: TestBook) =>
  book.sqlite.prepare('SELECT max(id) FROM changes').pluck().get() as number

describe('the photo of a person', () => {
  it('is replaced, taken down, and brought back by undo with its file still in the store', async () => {
    const book = await openTestBook()
    const store = createFileStore(tempFolder())
    const { staff_id, digest } = await addPersonWithPhoto(book, book.clock, store, '张三')
    expect(await listPhotos(book.db)).toEqual([{ staff_id, digest }])
    const bytes = photoBytes('张三的新照片')
    const stored = await store.put({ name: '新.jpg', size: bytes.length, source: { bytes } })
    await book.change((change) => setPhotos(change, [{ staff_id, stored }]))
    expect(await listPhotos(book.db)).toEqual([{ staff_id, digest: stored.digest }])
    await undoChange(book, book.clock, lastChange(book))
    expect(await listPhotos(book.db)).toEqual([{ staff_id, digest }])
    await book.change((change) => removePhoto(change, staff_id))
    expect(await listPhotos(book.db)).toEqual([])
    await undoChange(book, book.clock, lastChange(book))
    expect(await listPhotos(book.db)).toEqual([{ staff_id, digest }])
    expect(await store.examine({ digest, size: 400 })).toEqual({ state: 'sound' })
  })

  it('is a JPEG, and belongs to somebody on the roster', async () => {
    const book = await openTestBook()
    const { zhang } = await addDepartment(book)
    const stored = { digest: 'a'.repeat(64), size: 10, media: 'pdf' } as const
    expect(
      await problemOf(book.change((change) => setPhotos(change, [{ staff_id: zhang, stored }]))),
    ).toMatchObject({ message: '张三 的照片不是裁好的 JPEG 图片，没有保存。' })
    expect(
      await problemOf(book.change((change) => setPhotos(change, [{ staff_id: 99, stored }]))),
    ).toMatchObject({ code: 'staff_gone' })
  })
})

describe('many photos named by the people', () => {
  const named = async (book: TestBook, names: string[]) => {
    const files = names.map((name) => ({ token: name, name }))
    const matches = await matchPhotos(book.db, '2026-11-18', files)
    const people = new Map(
      (await book.db.selectFrom('staff').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
    )
    return matches.map(({ staff_id, why }) => (staff_id === null ? why : people.get(staff_id)))
  }

  it('find their people in the usual file names', async () => {
    const book = await openTestBook()
    await addDepartment(book)
    await book.change(async (change) => {
      await addStaff(change, person('买买提·阿布都热合曼'))
      await addStaff(change, person('王五一'))
      await addStaff(change, person('赵六', { staff_code: 'A017' }))
    })
    expect(
      await named(book, [
        '张三.jpg',
        '02-李四（一寸蓝底）.png',
        '王五一 证件照.JPG',
        '买买提•阿布都热合曼.jpg',
        'A017.jpg',
        'IMG_2034.jpg',
      ]),
    ).toEqual(['张三', '李四', '王五一', '买买提·阿布都热合曼', '赵六', '文件名里没有名册上的姓名。'])
  })

  it('are asked about where two people share a name or two files name one person', async () => {
    const book = await openTestBook()
    const { personnel } = await addDepartment(book)
    await book.change((change) => addStaff(change, person('张三', { group_id: personnel })))
    expect(await named(book, ['张三.jpg', '人事组-张三.jpg', '李四.jpg', '李四2.jpg'])).toEqual([
      '可能是：组织组 张三、人事组 张三。',
      '张三',
      '有几个文件都像是这个人的，请选定一个。',
      '有几个文件都像是这个人的，请选定一个。',
    ])
  })
})

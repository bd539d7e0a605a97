import { expect, it } from 'vitest'
import { getDesign, saveDesign, setCardImage } from '../../../src-main/duty-cards/card-design.ts'
import { listCards } from '../../../src-main/duty-cards/list-cards.ts'
import { createFileStore } from '../../../src-main/files/file-store.ts'
import { setPhotos } from '../../../src-main/staff/photos.ts'
import { first_design } from '../../../src-shared/duty-cards.ts'
import { photoBytes } from '../../helpers/add-photo.ts'
import { addDepartment, addDuties, duty } from '../../helpers/department.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

const everybody = { group_id: null, staff_ids: [] }

it('writes on a card what its person answers for as A, and who stands in', async () => {
  const book = await openTestBook()
  const { organisation, zhang, li, wang } = await addDepartment(book)
  const store = createFileStore(tempFolder())
  const bytes = photoBytes('张三')
  const photo = await store.put({ name: '张三.jpg', size: bytes.length, source: { bytes } })
  await book.change((change) => setPhotos(change, [{ staff_id: zhang, stored: photo }]))
  const both = { a_staff_id: zhang, b_staff_ids: [wang] }
  await addDuties(book, [
    duty(organisation, { ...both, content: '发展党员', b_staff_ids: [li, wang] }),
    duty(organisation, { ...both, content: '组织主题党日', card_text: '主题党日组织与记录', weight: 'key' }),
    duty(organisation, { content: '没有A岗的职责' }),
  ])
  const [zhang_card, li_card, ...others] = await listCards(book.db, '2026-11-18', everybody)
  expect(zhang_card).toEqual({
    staff_id: zhang,
    name: '张三',
    group_name: '组织组',
    post: '组长',
    political_status: '',
    phone: '',
    photo: photo.digest,
    duties: [
      { content: '组织主题党日', phrase: '主题党日组织与记录' },
      { content: '发展党员', phrase: '发展党员' },
    ],
    backups: ['王五', '李四'],
  })
  expect(li_card).toMatchObject({ name: '李四', duties: [], backups: [], photo: null })
  expect(others.map(({ name }) => name)).toEqual(['王五'])
  const chosen = await listCards(book.db, '2026-11-18', { group_id: organisation, staff_ids: [li, wang] })
  expect(chosen.map(({ name }) => name)).toEqual(['李四'])
})

it('remembers how the cards were made, and takes an image of the unit', async () => {
  const book = await openTestBook()
  expect(await getDesign(book.db)).toEqual({ ...first_design, image: null })
  const design = { ...first_design, kind: 'a4', shows_phone: false, supervision_phone: '0931-1' } as const
  await book.change((change) => saveDesign(change, design))
  expect(await getDesign(book.db)).toEqual({ ...design, image: null })
  const store = createFileStore(tempFolder())
  const bytes = photoBytes('标志')
  const stored = await store.put({ name: '标志.jpg', size: bytes.length, source: { bytes } })
  await book.change((change) => setCardImage(change, { stored, name: '标志.jpg' }))
  expect(await getDesign(book.db)).toEqual({ ...design, image: stored.digest })
  await book.change((change) => setCardImage(change, null))
  expect(await getDesign(book.db)).toEqual({ ...design, image: null })
  expect(book.sqlite.prepare('SELECT count(*) FROM files').pluck().get()).toBe(0)
  const text = { ...stored, media: 'text' } as const
  const refused = book.change((change) => setCardImage(change, { stored: text, name: '说明.txt' }))
  expect(await problemOf(refused)).toMatchObject({ message: '“说明.txt”不是能放到牌上的图片。' })
})

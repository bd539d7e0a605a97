import { afterEach, beforeEach, expect, it } from 'vitest'
import { bookState } from '../../src-main/book-state.ts'
import { makeChange } from '../../src-main/database/change.ts'
import { saveSettings } from '../../src-main/settings/settings.ts'
import { addStaff } from '../../src-main/staff/edit-staff.ts'
import { default_settings } from '../../src-shared/settings.ts'
import { addDepartment, addDuties, duty, person } from '../helpers/department.ts'
import { insertMatter } from '../helpers/matter.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-11-18' })
})
afterEach(() => book.close())

const show = () =>
  bookState({
    books: { current: () => book, name: 'own', data_folder: '/data' },
    backups: { folder: '/data/backups' },
    clock: book.clock,
    app_version: '0.1.0',
  })

it('shows a new book as empty, with nothing to take back', async () => {
  expect(await show()).toEqual({
    book: 'own',
    is_empty: true,
    today: '2026-11-18',
    unit_name: '',
    department_name: '组织人事处',
    clerk_name: '',
    signer_name: '',
    undoable: null,
    app_version: '0.1.0',
    data_folder: '/data',
    backup_folder: '/data/backups',
  })
})

it('shows whose book it is and the last change', async () => {
  const settings = { ...default_settings, unit_name: '某中心', clerk_name: '李四', signer_name: '王处长' }
  const { change } = book
  await change((work) => saveSettings(work, settings))
  const before = await show()
  await makeChange(book, book.clock, { method: 'staff.add' }, (work) => addStaff(work, person('张三')))
  const { is_empty, undoable, unit_name, clerk_name, signer_name } = await show()
  expect([
    before.is_empty,
    { is_empty, undoable: undoable?.title, unit_name, clerk_name, signer_name },
  ]).toEqual([
    true,
    {
      is_empty: false,
      undoable: '新增人员 张三',
      unit_name: '某中心',
      clerk_name: '李四',
      signer_name: '王处长',
    },
  ])
})

it('is no longer empty with one person, duty or matter', async () => {
  const { organisation, zhang, li, wang } = await addDepartment(book)
  await book.change((work) => work.db.deleteFrom('staff').where('id', 'in', [zhang, li, wang]).execute())
  const without = (await show()).is_empty
  await addDuties(book, [duty(organisation)])
  const with_duty = (await show()).is_empty
  await book.change((work) => work.db.deleteFrom('duties').execute())
  await insertMatter(book, '事项')
  expect([without, with_duty, (await show()).is_empty]).toEqual([true, false, false])
})

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { editDutyWithHolders } from '../../../src-main/actions/edit-duty-with-holders.ts'
import { undoChange } from '../../../src-main/changes/undo-change.ts'
import { dutiesOn } from '../../../src-main/duties/duties-on.ts'
import { pastTexts } from '../../../src-main/duties/past-texts.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { addGroup, removeGroup } from '../../../src-main/settings/groups.ts'
import { addStaff, editStaff, leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { staffOn } from '../../../src-main/staff/staff-on.ts'
import { addDays } from '../../../src-shared/dates.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook({ today: '2026-03-02' })
  department = await addDepartment(book)
})

const edit = (id: number, content: string, is_correction = false) =>
  book.change((change) =>
    editDutyWithHolders(change, id, duty(department.organisation, { content }), is_correction),
  )
const contentsOn = async (day: string) =>
  (await dutiesOn(book.db, book.clock.today(), day)).map(({ content }) => content)

describe('the list of March', () => {
  it('still prints in November', async () => {
    const { organisation, personnel, zhang, li } = department
    const [id = 0, dropped = 0] = await addDuties(book, [
      duty(organisation, { content: '三月的表述', due_rule: '每月25日前', a_staff_id: zhang }),
      duty(organisation, { content: '后来取消的' }),
    ])
    const printed = await dutiesOn(book.db, '2026-03-02', '2026-03-02')
    book.setToday('2026-06-01')
    await book.change((change) =>
      editDutyWithHolders(
        change,
        id,
        duty(personnel, { content: '六月的表述', category_id: 3, a_staff_id: li, b_staff_ids: [zhang] }),
      ),
    )
    await addDuties(book, [duty(organisation, { content: '六月新增的' })])
    book.setToday('2026-11-20')
    await book.change((change) => voidDuties(change, [dropped], '取消'))
    expect(await dutiesOn(book.db, '2026-11-20', '2026-03-31')).toEqual(printed)
    expect(await contentsOn('2026-06-30')).toEqual(['后来取消的', '六月新增的', '六月的表述'])
    expect(await contentsOn('2026-11-20')).toEqual(['六月新增的', '六月的表述'])
    expect(await contentsOn('2026-03-01')).toEqual([])
  })

  it('keeps no text of what was first written or mended the same day, nor of a correction', async () => {
    const [id = 0] = await addDuties(book, [duty(department.organisation, { content: '组只主题党日' })])
    await edit(id, '组织主题党日')
    expect(await pastTexts(book.db, id)).toEqual([])
    book.setToday('2026-06-01')
    await edit(id, '组织主题党日活动', true)
    expect(await pastTexts(book.db, id)).toEqual([])
    await edit(id, '六月改的')
    await edit(id, '六月改的，当天又改')
    expect((await pastTexts(book.db, id)).map(({ to_on, content }) => [to_on, content])).toEqual([
      ['2026-05-31', '组织主题党日活动'],
    ])
  })

  it('answers the text of any day as a walk over all edits does, and undo takes former texts along', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ wait: fc.integer({ min: 0, max: 40 }), content: fc.constantFrom('甲', '乙', '丙') }),
          {
            maxLength: 8,
          },
        ),
        async (edits) => {
          book.setToday('2026-03-02')
          const [id = 0] = await addDuties(book, [duty(department.organisation, { content: '甲' })])
          const said = new Map([['2026-03-02', '甲']])
          let today = '2026-03-02'
          for (const { wait, content } of edits) {
            today = addDays(today, wait)
            book.setToday(today)
            await edit(id, content)
            said.set(today, content)
          }
          let expected = ''
          for (let day = '2026-03-02'; day <= today; day = addDays(day, 1)) {
            expected = said.get(day) ?? expected
            const found = (await dutiesOn(book.db, today, day)).find((one) => one.id === id)
            expect([day, found?.content]).toEqual([day, expected])
          }
          const before = await pastTexts(book.db, id)
          book.setToday(addDays(today, 5))
          await edit(id, '丁')
          const [last] = await book.db
            .selectFrom('changes')
            .select('id')
            .orderBy('id', 'desc')
            .limit(1)
            .execute()
          await undoChange(book, book.clock, last?.id ?? 0)
          expect(await pastTexts(book.db, id)).toEqual(before)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('the people of a day', () => {
  it('stand in the group and post they had then, and are there from joining to leaving', async () => {
    const { organisation, personnel, zhang, li } = department
    book.setToday('2026-06-01')
    await book.change(async (change) => {
      await editStaff(change, zhang, person('张三', { group_id: personnel, post: '副处长' }))
      await leaveStaff(change, { id: li, left_on: '2026-05-31' })
      await addStaff(change, person('赵六', { group_id: organisation, joined_on: '2026-06-01' }))
    })
    const onDay = async (day: string) =>
      (await staffOn(book.db, '2026-06-01', day)).map(({ name, group_name, post }) => [
        name,
        group_name,
        post,
      ])
    expect([await onDay('2026-05-31'), await onDay('2026-06-01')]).toEqual([
      [
        ['张三', '组织组', '组长'],
        ['李四', '组织组', ''],
        ['王五', '人事组', ''],
      ],
      [
        ['张三', '人事组', '副处长'],
        ['王五', '人事组', ''],
        ['赵六', '组织组', ''],
      ],
    ])
  })

  it('keep the group they were in from being removed, but not one entered by mistake today', async () => {
    const { wang, organisation, personnel } = department
    const slip = await book.change((change) => addGroup(change, { code: 'CW', name: '错误组' }))
    const sun = await book.change((change) => addStaff(change, person('孙八', { group_id: slip.id })))
    await book.change((change) => editStaff(change, sun.id, person('孙八', { group_id: organisation })))
    await book.change((change) => removeGroup(change, slip.id))
    book.setToday('2026-06-01')
    await book.change((change) => editStaff(change, wang, person('王五', { group_id: organisation })))
    const { message } = await problemOf(book.change((change) => removeGroup(change, personnel)))
    expect(message).toBe('组别“人事组”还有 1 条以前的任职在用，不能删除。')
  })
})

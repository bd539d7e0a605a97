import { expect, it } from 'vitest'
import { archiveLists } from '../../../src-main/archive/archive-lists.ts'
import {
  removeClass,
  removeOrgan,
  saveClass,
  saveOrgan,
  saveRule,
} from '../../../src-main/archive/edit-archive-lists.ts'
import { fillUsualLists } from '../../../src-main/archive/usual-lists.ts'
import { openArchive } from '../../helpers/open-archive.ts'
import { openTestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

it('begins with the usual lists, and fills only those that are empty', async () => {
  const book = await openTestBook()
  const lists = await archiveLists(book.db)
  expect(lists.organs.map(({ code, name }) => [code, name])).toEqual([['ZRC', '组织人事处']])
  expect(
    lists.classes.map(({ name, category_name, materials }) => [name, category_name, materials.length]),
  ).toEqual([
    ['党建工作', '党建', 5],
    ['发展党员', '党建', 5],
    ['干部人事', '干部人事', 5],
    ['工资福利', '工资福利', 3],
    ['纪检监察', '纪检监察', 3],
    ['精神文明', '精神文明', 4],
    ['综合事务', '综合', 2],
  ])
  expect(lists.rules).toHaveLength(24)
  expect(lists.rules[0]).toMatchObject({ retention: 'Y', basis: '以本单位保管期限表为准' })
  expect(await book.change((change) => fillUsualLists(change))).toEqual({ classes: 0, rules: 0 })
  await book.change(async (change) => void (await change.db.deleteFrom('retention_rules').execute()))
  expect(await book.change((change) => fillUsualLists(change))).toEqual({ classes: 0, rules: 24 })
})

it('edits a class with its materials and touches nothing that stays as it is', async () => {
  const book = await openTestBook()
  const [first] = (await archiveLists(book.db)).classes
  if (!first) throw new Error('no class')
  const { id, name, organ_id, category_id, retention, materials } = first
  const draft = { name, organ_id, category_id, retention, materials }
  const touched = () => book.db.selectFrom('change_rows').select('id').execute()
  const before = (await touched()).length
  await book.change((change) => saveClass(change, { id, draft }))
  expect(await touched()).toHaveLength(before)
  await book.change((change) => saveClass(change, { id, draft: { ...draft, materials: ['方案', '总结'] } }))
  expect((await archiveLists(book.db)).classes[0]?.materials).toEqual(['方案', '总结'])
  const twice = book.change((change) =>
    saveClass(change, { id: null, draft: { ...draft, name: '新', materials: ['甲', '甲'] } }),
  )
  expect((await problemOf(twice)).fields).toEqual({ materials: '“甲”写了两次。' })
})

it('keeps what is used: a class with an entry, an organ with a class', async () => {
  const { book, department } = await openArchive([])
  const [first] = (await archiveLists(book.db)).classes
  expect(department.staff_ids.zhang).toBeGreaterThan(0)
  const { book: used } = await openArchive([{ filing: { class_id: first?.id ?? 0 } }])
  await expect(used.change((change) => removeClass(change, first?.id ?? 0))).rejects.toThrow('FOREIGN KEY')
  const [organ] = (await archiveLists(used.db)).organs
  await expect(used.change((change) => removeOrgan(change, organ?.id ?? 0))).rejects.toThrow('FOREIGN KEY')
  await used.change((change) => saveOrgan(change, { id: null, draft: { code: 'DW', name: '党委' } }))
  await used.change((change) =>
    saveRule(change, { id: null, draft: { material: '存根', retention: 'D5', basis: '' } }),
  )
  const lists = await archiveLists(used.db)
  expect([lists.organs.at(-1)?.name, lists.rules.at(-1)?.retention]).toEqual(['党委', 'D5'])
})

import { beforeEach, describe, expect, it } from 'vitest'
import { addBasis, editBasis, listBases, mergeBases, removeBasis } from '../../../src-main/duties/bases.ts'
import { pastTexts } from '../../../src-main/duties/past-texts.ts'
import { citationsIn } from '../../../src-shared/bases.ts'
import { addDepartment, addDuties, duty } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'
import { problemOf } from '../../helpers/problem-of.ts'

const rules = { title: '中国共产党发展党员工作细则', document_number: '中办发〔2014〕33号' }

describe('a document that a text cites', () => {
  it.each([
    ['《中国共产党发展党员工作细则》（中办发〔2014〕33号）第十二条', [{ ...rules, article: '第十二条' }]],
    [
      '按《事业单位人事管理条例》第九条、第十条办理',
      [{ title: '事业单位人事管理条例', document_number: '', article: '第九条、第十条' }],
    ],
    [
      '《条例》（国务院令第652号）；《办法》(人社部发[2017]4号)',
      [
        { title: '条例', document_number: '国务院令第652号', article: '' },
        { title: '办法', document_number: '人社部发[2017]4号', article: '' },
      ],
    ],
    [
      '《关于印发〈干部档案办法〉的通知》（修订）',
      [{ title: '关于印发〈干部档案办法〉的通知', document_number: '', article: '' }],
    ],
    ['上级通知', []],
  ])('%s', (words, found) => {
    expect(citationsIn(words)).toEqual(found)
  })
})

describe('the library of documents', () => {
  let book: TestBook
  let ids: number[]
  beforeEach(async () => {
    book = await openTestBook({ today: '2026-03-02' })
    const { organisation } = await addDepartment(book)
    ids = await addDuties(book, [
      duty(organisation, {
        content: '党员发展',
        basis: '《中国共产党发展党员工作细则》（中办发〔2014〕33号）第十二条',
      }),
      duty(organisation, { content: '党员教育', basis: '《发展党员细则》第三条；处内安排' }),
      duty(organisation, { content: '党费收缴', basis: '上级通知' }),
    ])
  })
  const titles = async () =>
    (await listBases(book.db)).map(({ title, duties }) => [title, duties.map(({ id }) => id)])

  it('is what duties cite and what was put there to be cited', async () => {
    await book.change((change) => addBasis(change, { title: '党章', document_number: '' }))
    expect(await titles()).toEqual([
      ['党章', []],
      ['发展党员细则', [ids[1]]],
      ['中国共产党发展党员工作细则', [ids[0]]],
    ])
    expect((await problemOf(book.change((change) => addBasis(change, rules)))).message).toBe(
      '依据库里已经有这份文件。',
    )
  })

  it('makes one of several spellings, keeping articles and other words, and the texts of earlier days', async () => {
    book.setToday('2026-06-01')
    await book.change((change) => mergeBases(change, [{ title: '发展党员细则', document_number: '' }], rules))
    expect(await titles()).toEqual([['中国共产党发展党员工作细则', [ids[0], ids[1]]]])
    const { basis } = await book.db
      .selectFrom('duties')
      .select('basis')
      .where('id', '=', ids[1] ?? 0)
      .executeTakeFirstOrThrow()
    const [former] = await pastTexts(book.db, ids[1] ?? 0)
    expect([basis, former?.to_on, former?.basis]).toEqual([
      '《中国共产党发展党员工作细则》（中办发〔2014〕33号）第三条；处内安排',
      '2026-05-31',
      '《发展党员细则》第三条；处内安排',
    ])
  })

  it('mends a number wherever it is cited, and lets go of what nobody cites', async () => {
    const mended = { ...rules, document_number: '中办发〔2026〕18号' }
    await book.change((change) => editBasis(change, rules, mended))
    expect((await listBases(book.db)).map(({ document_number }) => document_number)).toEqual([
      '',
      mended.document_number,
    ])
    expect((await problemOf(book.change((change) => removeBasis(change, mended)))).code).toBe('basis_in_use')
    await book.change((change) => addBasis(change, { title: '党章', document_number: '' }))
    await book.change((change) => removeBasis(change, { title: '党章', document_number: '' }))
    expect((await titles()).map(([title]) => title)).toEqual(['发展党员细则', rules.title])
  })
})

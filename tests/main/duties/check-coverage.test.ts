import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { findAlike } from '../../../src-main/duties/alike-texts.ts'
import { checkCoverage } from '../../../src-main/duties/check-coverage.ts'
import { voidDuties } from '../../../src-main/duties/void-duties.ts'
import { addStaff, leaveStaff } from '../../../src-main/staff/edit-staff.ts'
import { isHeavy } from '../../../src-shared/duty-coverage.ts'
import { addDepartment, addDuties, type Department, duty, person } from '../../helpers/department.ts'
import { openTestBook, type TestBook } from '../../helpers/open-test-book.ts'

let book: TestBook
let department: Department
beforeEach(async () => {
  book = await openTestBook()
  department = await addDepartment(book)
})

const coverage = () => checkCoverage(book.db, '2026-11-18')

describe('the coverage of duties', () => {
  it('names every duty under what is wrong with its A and B', async () => {
    const { organisation, zhang, li, wang } = department
    const [covered = 0, no_b, same, other_group, nobody, voided = 0] = await addDuties(book, [
      duty(organisation, { content: '党费收缴使用', a_staff_id: zhang, b_staff_ids: [li] }),
      duty(organisation, { content: '换届选举', a_staff_id: zhang }),
      duty(organisation, { content: '档案整理', a_staff_id: li, b_staff_ids: [li] }),
      duty(organisation, { content: '印章保管', a_staff_id: zhang, b_staff_ids: [wang] }),
      duty(organisation, { content: '信访接待' }),
      duty(organisation, { content: '已停办的评比' }),
    ])
    await book.change((change) => voidDuties(change, [voided], '停办'))
    const { checks, people, duties, rows } = await coverage()
    expect({ checks, people, duties, named: rows.map(({ id }) => id).includes(covered) }).toEqual({
      checks: {
        no_a: [nobody],
        no_b: [no_b, nobody],
        same_a_b: [same],
        a_left: [],
        b_left: [],
        other_group: [other_group],
      },
      people: 3,
      duties: 5,
      named: false,
    })
  })

  it('tells whose A or B has left', async () => {
    const { organisation, zhang, li } = department
    const [id] = await addDuties(book, [duty(organisation, { a_staff_id: zhang, b_staff_ids: [li] })])
    await book.change((change) => leaveStaff(change, { id: zhang, left_on: '2026-11-17' }))
    const { checks, people } = await coverage()
    expect({ a_left: checks.a_left, b_left: checks.b_left, people }).toEqual({
      a_left: [id],
      b_left: [],
      people: 2,
    })
  })

  it('pairs two people who stand in for each other, with the duties of both', async () => {
    const { organisation, zhang, li, wang } = department
    const [one, other] = await addDuties(book, [
      duty(organisation, { content: '党费收缴', a_staff_id: zhang, b_staff_ids: [li] }),
      duty(organisation, { content: '换届选举', a_staff_id: li, b_staff_ids: [wang, zhang] }),
      duty(organisation, { content: '印章保管', a_staff_id: zhang, b_staff_ids: [wang] }),
    ])
    expect((await coverage()).mutual).toEqual([{ names: ['张三', '李四'], duty_ids: [one, other] }])
  })

  it('weighs each person against the median of those who hold something', async () => {
    const { organisation, zhang, li, wang } = department
    await book.change((change) => addStaff(change, person('赵六')))
    const contents = ['党费收缴', '换届选举', '印章保管', '信访接待', '考勤统计', '文稿起草']
    await addDuties(book, [
      ...contents.map((content) => duty(organisation, { content, a_staff_id: zhang })),
      duty(organisation, { content: '职称评审', a_staff_id: li }),
      duty(organisation, { content: '工资核算', a_staff_id: wang, b_staff_ids: [li] }),
    ])
    const { shares, median } = await coverage()
    expect({
      median,
      shares: shares.map((share) => [share.name, share.a_count, share.b_count, isHeavy(share, median)]),
    }).toEqual({
      median: 2,
      shares: [
        ['张三', 6, 0, true],
        ['李四', 1, 1, false],
        ['王五', 1, 0, false],
        ['赵六', 0, 0, false],
      ],
    })
  })

  it('finds duties that say nearly the same, whatever punctuation and verbs stand around it', async () => {
    const { organisation, personnel } = department
    const [one, , other, , same] = await addDuties(book, [
      duty(organisation, { content: '负责党员发展材料审核、归档工作' }),
      duty(organisation, { content: '公务员年度考核' }),
      duty(personnel, { content: '做好党员发展材料的审核与归档' }),
      duty(personnel, { content: '职称评审' }),
      duty(personnel, { content: '党员发展材料，审核归档' }),
    ])
    expect((await coverage()).alike).toEqual([{ duty_ids: [one, other, same], similarity: 1 }])
  })
})

describe('alike texts', () => {
  const words = ['党员', '发展', '考核', '档案', '工资', '年度', '审核', '培训', '上报']
  const anyTexts = fc.array(
    fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    { maxLength: 25 },
  )
  const pairsOf = (text: string) => new Set([...text].slice(1).map((_, at) => text.slice(at, at + 2)))
  const isAlike = (one: string, other: string) => {
    const [a, b] = [pairsOf(one), pairsOf(other)]
    const shared = [...a].filter((pair) => b.has(pair)).length
    return shared / (a.size + b.size - shared) >= 0.6
  }

  it('are those that comparing each with each finds, joined over others', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        const groups = texts.map((_, place) => [place])
        for (const [at, one] of texts.entries()) {
          for (const [place, other] of texts.entries()) {
            const [from, to] = [
              groups.find((group) => group.includes(at)),
              groups.find((group) => group.includes(place)),
            ]
            if (from === undefined || to === undefined || from === to || !isAlike(one, other)) continue
            from.push(...to.splice(0))
          }
        }
        const naive = groups.filter((group) => group.length > 1).map((group) => group.sort((a, b) => a - b))
        const found = findAlike(texts).map(({ places }) => places)
        const inOrder = (lists: number[][]) => lists.sort((one, other) => (one[0] ?? 0) - (other[0] ?? 0))
        expect(inOrder(found)).toEqual(inOrder(naive))
      }),
      { numRuns: 300 },
    )
  })
})

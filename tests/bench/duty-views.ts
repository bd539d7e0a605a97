// List, tree, coverage and AB matrix of a large department, 300 people × 3,000 duties, over the bare SQL that they are made of.

import { postMatrix } from '../../src-main/backup-posts/post-matrix.ts'
import type { Db } from '../../src-main/database/tables.ts'
import { checkCoverage } from '../../src-main/duties/check-coverage.ts'
import { dutiesOn } from '../../src-main/duties/duties-on.ts'
import { listDuties } from '../../src-main/duties/list-duties.ts'
import { listStaff } from '../../src-main/staff/list-staff.ts'
import { treeOfPeople } from '../../src-renderer/duties/duty-tree.ts'
import { openTestBook, type TestBook } from '../helpers/open-test-book.ts'
import { watchQueries } from '../helpers/watch-queries.ts'
import { type Figure, medianOf } from './figure.ts'

const today = '2026-11-20'
const people = 300
const duties = 3000
const rounds = 30
const no_filter = { group_id: null, category_id: null, staff_id: null, text: '', include_voided: false }

const subjects =
  '党费|党员档案|干部人事档案|岗位聘用|职称评审|公开招聘|绩效工资|养老保险|职业年金|退休审批|问题线索|廉政档案|文明创建|印章|公文|考勤|年度考核|教育培训|出国审批|统计报表'.split(
    '|',
  )
const verbs =
  '审核|收缴|整理归档|申报|公示|核算|复核|督办|通报|汇总上报|建立台账|谈话|宣传|清查|移交|发放|备案|年检|调研|修订'.split(
    '|',
  )
const objects =
  '处室|基层站所|直属单位|离退休人员|新进人员|专业技术人员|中层干部|支部|党小组|编外人员|借调人员|全体职工|重点岗位|在建项目|合作单位'.split(
    '|',
  )

/** Written with bare SQL in a moment; the texts differ as those of an office do, one in thirty says nearly the same as another. */
export async function openLargeOffice(): Promise<TestBook> {
  const book = await openTestBook({ today })
  const { sqlite } = book
  const pick = (from: readonly string[], at: number) => from[at % from.length] ?? ''
  sqlite.prepare('UPDATE open_change SET change_id = 999').run()
  sqlite.transaction(() => {
    const group = sqlite.prepare('INSERT INTO groups (code, name, sort_order) VALUES (?, ?, ?)')
    for (let at = 0; at < 20; at += 1) group.run(`G${String.fromCharCode(65 + at)}`, `第${at + 1}组`, at + 1)
    const person = sqlite.prepare(
      `INSERT INTO staff (name, group_id, staff_code, post, phone, note, sort_order) VALUES (?, ?, ?, '干事', '', '', ?)`,
    )
    for (let at = 0; at < people; at += 1) person.run(`职工${at}`, (at % 20) + 1, `P${at}`, at + 1)
    const number = sqlite.prepare(
      "INSERT INTO number_register (kind, scope, serial, number, state, reason) VALUES ('duty', 'X', ?, ?, 'used', '')",
    )
    const duty = sqlite.prepare(
      `INSERT INTO duties (number, group_id, category_id, content, frequency, due_rule, basis, standard, output, remark, sort_order, void_reason, schedule)
       VALUES (?, ?, ?, ?, '每月', '每月25日前', '', '材料齐全、程序合规', '报表', '', ?, '', '{"kind":"monthly","day":25}')`,
    )
    const holder = sqlite.prepare(
      "INSERT INTO duty_holders (duty_id, staff_id, role, rank, from_on) VALUES (?, ?, ?, ?, '2026-01-01')",
    )
    for (let at = 0; at < duties; at += 1) {
      const like = at % 30 === 29 ? at - 1 : at
      const words = `${pick(objects, Math.floor(like / 400))}${pick(subjects, like)}${pick(verbs, Math.floor(like / 20))}`
      number.run(at + 1, `X-${at + 1}`)
      const content = `${words}，${pick(verbs, like * 7 + 3)}${pick(objects, like * 11 + 5)}${pick(subjects, like * 13 + 1)}`
      const { lastInsertRowid } = duty.run(
        `X-${at + 1}`,
        (at % 20) + 1,
        (at % 6) + 1,
        like === at ? content : `做好${content}工作`,
        at + 1,
      )
      if (at % 50 !== 0) holder.run(lastInsertRowid, (at % people) + 1, 'A', 1)
      if (at % 40 !== 0) holder.run(lastInsertRowid, ((at * 7) % people) + 1, 'B', 1)
    }
    sqlite
      .prepare("INSERT INTO changes VALUES (999, '2026-01-01T01:00:00Z', '', 'bench', '建立处室', NULL)")
      .run()
    sqlite.prepare('UPDATE open_change SET change_id = ?').run(null)
  })()
  return book
}

type Question = (db: Db) => Promise<unknown>

function viewFigure(name: string, bound: number, question: Question): Figure {
  return {
    name,
    bound,
    async measure() {
      const book = await openLargeOffice()
      const { db, queries } = watchQueries(book)
      await question(db)
      const statements = queries.map(({ sql, parameters }) => {
        const statement = book.sqlite.prepare(sql)
        return () => statement.all(...parameters)
      })
      const ours: number[] = []
      const bare: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await timed(() => question(book.db)))
        bare.push(await timed(async () => statements.map((run) => run())))
      }
      await book.close()
      const [asked, raw] = [medianOf(ours), medianOf(bare)]
      const size = `${people} people × ${duties} duties`
      return {
        value: asked / raw,
        information: [`${asked.toFixed(1)} ms over ${raw.toFixed(1)} ms of bare SQL, ${size}`],
      }
    },
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const tree: Question = async (db) =>
  treeOfPeople('处', await listDuties(db, today, no_filter), await listStaff(db, today, false))

export const dutyViews: readonly Figure[] = [
  viewFigure('duty-list-3000', 3, (db) => listDuties(db, today, no_filter)),
  viewFigure('duty-list-of-a-past-day', 3, (db) => dutiesOn(db, today, '2026-11-01')),
  viewFigure('duty-tree-3000', 4, tree),
  viewFigure('post-matrix-3000', 2.5, (db) => postMatrix(db, today)),
  viewFigure('duty-coverage-3000', 14, (db) => checkCoverage(db, today)),
]

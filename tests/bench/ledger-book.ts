// A ledger of made-up matters in a SQLite file: what the export figures write, on our side and on the peer's.
import Database from 'better-sqlite3'
import { randomNumbers } from '../helpers/random-numbers.ts'

export interface LedgerRow {
  id: number
  number: string
  category: string
  group_name: string
  title: string
  source: string
  holder: string
  id_card: string
  listed_on: string
  due_on: string
  progress: string
  state: string
  finished_on: string
  remark: string
}

const categories = ['党建', '干部人事', '工资福利', '纪检监察', '精神文明', '综合']
const groups = ['党建组', '人事组', '工资组', '纪检组', '综合组']
const sources = [
  '领导交办',
  '党委会议定',
  '上级来文',
  '年度计划',
  '处务会',
  '月度计划',
  '群众反映',
  '例行工作',
]
const states = ['待交办', '已交办', '办理中', '待审核', '已办结', '已归档']
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文建国志红梅'
const verbs = [
  '组织召开',
  '起草',
  '修订',
  '报送',
  '汇总',
  '核对',
  '整理',
  '审核',
  '印发',
  '落实',
  '督促',
  '完成',
]
const things = [
  '党支部书记联席会议',
  '年度考核方案',
  '岗位设置变更材料',
  '职称评审申报表',
  '工资变动审批表',
  '社会保险缴费基数',
  '干部人事档案',
  '主题党日活动方案',
  '廉政风险排查清单',
  '文明单位复核台账',
  '退休人员养老金申领材料',
  '公开招聘公告',
  '巡察整改任务清单',
  '中心组学习计划',
  '绩效工资核算表',
  '高层次人才认定材料',
  '发展党员政审材料',
  '职业年金补记表',
]
const tails = [
  '，按时限报上级部门审批',
  '，已征求各组意见',
  '，尚需补充佐证材料',
  '；下步提交处务会研究',
  '，进展顺利',
  '，受假期影响顺延',
  '；已存档备查',
  '，材料一式2份',
]

export function* ledgerRows(count: number, seed = 20261120): Generator<LedgerRow> {
  const random = randomNumbers(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(of: ArrayLike<T>): T => of[below(of.length)] as T
  const people = Array.from(
    { length: 60 },
    () => pick(surnames) + pick(given) + (below(3) ? pick(given) : ''),
  )
  const cards = people.map(
    () => `1101011${970 + below(30)}0${1 + below(9)}${10 + below(18)}${1000 + below(9000)}`,
  )
  const date = (base: number, spread: number) =>
    new Date((base + below(spread)) * 86_400_000).toISOString().slice(0, 10)
  const work = () => `${pick(verbs)}${2006 + below(21)}年第${1 + below(52)}周${pick(things)}`
  for (let id = 1; id <= count; id += 1) {
    const person = below(people.length)
    const start = 13_149 + Math.floor((id / count) * 7000)
    yield {
      id,
      number: `${2006 + Math.floor((id / count) * 20)}-${pick(['DJ', 'RS', 'GZ', 'JJ', 'WM', 'ZH'])}-${String(id % 10_000).padStart(4, '0')}`,
      category: pick(categories),
      group_name: pick(groups),
      title: work(),
      source: pick(sources),
      holder: people[person] ?? '',
      id_card: cards[person] ?? '',
      listed_on: date(start, 5),
      due_on: date(start + 7, 60),
      progress: `${work()}${pick(tails)}${pick(verbs)}${pick(things)}${pick(tails)}${below(3) ? '' : `（${pick(people)}、${pick(people)}协办）`}`,
      state: pick(states),
      finished_on: below(5) ? date(start + 7, 80) : '',
      remark: below(6) ? '' : `${pick(things)}见附件${1 + below(9)}`,
    }
  }
}

export function fillLedger(path: string, count: number): void {
  const sqlite = new Database(path)
  sqlite.exec(
    'create table ledger (id integer primary key, number text, category text, group_name text, title text, source text, holder text, id_card text, listed_on text, due_on text, progress text, state text, finished_on text, remark text) strict',
  )
  const insert = sqlite.prepare(
    'insert into ledger values (@id, @number, @category, @group_name, @title, @source, @holder, @id_card, @listed_on, @due_on, @progress, @state, @finished_on, @remark)',
  )
  sqlite.transaction(() => {
    for (const row of ledgerRows(count)) insert.run(row)
  })()
  sqlite.close()
}

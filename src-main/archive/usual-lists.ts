// What a book begins with, to be edited in 设置: domain.md §d.3. 本单位的保管期限表为准.
import type { Retention } from '../../src-shared/retention.ts'
import type { Change } from '../database/change.ts'

interface UsualClass {
  name: string
  category: string
  retention: Retention
  materials: string
}

const usual_organ = { code: 'ZRC', name: '组织人事处' }

const usual_classes: readonly UsualClass[] = [
  { name: '党建工作', category: 'DJ', retention: 'D30', materials: '通知（方案） 会议记录 签到表 照片 总结' },
  {
    name: '发展党员',
    category: 'DJ',
    retention: 'Y',
    materials: '入党申请书 政治审查材料 公示材料 支部大会决议 上级批复',
  },
  {
    name: '干部人事',
    category: 'RS',
    retention: 'Y',
    materials: '请示（方案） 会议纪要 公示材料 批复（通知） 名册',
  },
  { name: '工资福利', category: 'GZ', retention: 'Y', materials: '政策依据 审批表 名册' },
  { name: '纪检监察', category: 'JJ', retention: 'D30', materials: '通知（方案） 检查记录 整改报告' },
  { name: '精神文明', category: 'WM', retention: 'D10', materials: '通知（方案） 活动记录 照片 总结' },
  { name: '综合事务', category: 'ZH', retention: 'D10', materials: '来文 办理结果' },
]

const unit_rule = '以本单位保管期限表为准'
const usual_rules: readonly (readonly [material: string, retention: Retention, basis?: string])[] = [
  ['党委会、支委会、党员大会、中心组会议记录、纪要、决议', 'Y'],
  ['年度工作计划、总结、报告', 'Y'],
  ['年度以下的工作计划、总结、报告', 'D10'],
  ['处务会议记录（有实质内容）', 'D10'],
  ['制发的制度、办法、实施方案（重要）', 'Y'],
  ['制发的制度、办法、实施方案（一般）', 'D30'],
  ['入党、转正、延长预备期、取消资格、组织关系、党员名册', 'Y'],
  ['发展党员全程纪实表、台账', 'Y', '五项法定材料归入本人人事档案；其余以本单位保管期限表为准'],
  ['党费收支、组织关系介绍信存根', 'D30'],
  ['党员学习教育、主题党日、讲坛活动（重要）', 'Y'],
  ['党员学习教育、主题党日、讲坛活动（一般）', 'D10'],
  ['党员统计年报', 'D30'],
  ['干部任免、考察、机构编制、职数', 'Y'],
  ['招聘录用、调入调出、聘用、职称评审聘任、工资调整名册、退休', 'Y'],
  ['业务考核', 'D30'],
  ['表彰奖励（县级以上）', 'Y'],
  ['表彰奖励（县级以下）', 'D30'],
  ['违纪案件调查、处分决定、名册', 'Y'],
  ['处分通知书存根、纪委会议记录、党风廉政专项治理、重要信访', 'D30'],
  ['一般信访', 'D10'],
  ['上级检查、调研本单位形成的材料（重要）', 'Y'],
  ['上级检查、调研本单位形成的材料（一般）', 'D10'],
  ['简报、情况反映、工作信息', 'D10'],
  ['声像、奖牌', 'Y'],
]

/** Fills each list that is still empty, and touches none that has a row. */
export async function fillUsualLists(change: Change): Promise<{ classes: number; rules: number }> {
  const classes = (await isEmpty(change, 'archive_classes')) ? await fillClasses(change) : 0
  const rules = (await isEmpty(change, 'retention_rules')) ? await fillRules(change) : 0
  change.describe('填入常用的归档类目和保管期限表')
  return { classes, rules }
}

async function isEmpty(change: Change, table: 'archive_classes' | 'retention_rules' | 'archive_organs') {
  return (await change.db.selectFrom(table).select('id').limit(1).execute()).length === 0
}

async function fillRules(change: Change): Promise<number> {
  const rows = usual_rules.map(([material, retention, basis = unit_rule], at) => ({
    material,
    retention,
    basis,
    sort_order: at + 1,
  }))
  await change.db.insertInto('retention_rules').values(rows).execute()
  return rows.length
}

async function fillClasses(change: Change): Promise<number> {
  if (await isEmpty(change, 'archive_organs')) {
    await change.db
      .insertInto('archive_organs')
      .values({ ...usual_organ, sort_order: 1 })
      .execute()
  }
  const { id: organ_id } = await change.db
    .selectFrom('archive_organs')
    .select('id')
    .orderBy('sort_order')
    .executeTakeFirstOrThrow()
  const categories = await change.db.selectFrom('categories').select(['id', 'code']).execute()
  const idOf = new Map(categories.map(({ id, code }) => [code, id]))
  const classes = await change.db
    .insertInto('archive_classes')
    .values(
      usual_classes.map(({ name, category, retention }, at) => ({
        name,
        organ_id,
        category_id: idOf.get(category) ?? null,
        retention,
        sort_order: at + 1,
      })),
    )
    .returning('id')
    .execute()
  const materials = usual_classes.flatMap(({ materials }, at) =>
    materials.split(' ').map((name, place) => ({
      class_id: classes[at]?.id ?? 0,
      name,
      sort_order: place + 1,
    })),
  )
  await change.db.insertInto('class_materials').values(materials).execute()
  return classes.length
}

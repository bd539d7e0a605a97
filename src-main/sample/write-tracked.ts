import type { TrackedKind } from '../../src-shared/tracked.ts'
import type { Change } from '../database/change.ts'

interface Story {
  /** Part of the title, or the source, of the matters it is told of. */
  about: string
  kind: TrackedKind
  demand: string
  shown_as: string
  goal: string
  measures: string
  units: string
  effect: string
}

const stories: readonly Story[] = [
  {
    about: '督办%党委会议定事项',
    kind: 'supervision',
    demand: '逐项明确责任处室和完成时限，每周报进展，逾期说明原因。',
    shown_as: '',
    goal: '',
    measures: '',
    units: '办公室、各业务处',
    effect: '议定事项办结情况已报党委会。',
  },
  {
    about: '调度%党建工作要点%',
    kind: 'supervision',
    demand: '按季度调度工作要点落实情况，滞后任务提出补救办法。',
    shown_as: '',
    goal: '',
    measures: '',
    units: '各党支部',
    effect: '滞后任务已全部补齐。',
  },
  {
    about: '党委会议定',
    kind: 'supervision',
    demand: '按党委会要求办理，办结后三个工作日内书面报告。',
    shown_as: '',
    goal: '',
    measures: '',
    units: '',
    effect: '已按要求办结并书面报告。',
  },
  {
    about: '核查%巡察反馈问题整改进展',
    kind: 'rectification',
    demand: '巡察反馈：个别问题整改销号把关不严，佐证材料不完整。',
    shown_as: '部分整改任务只有文字说明，没有会议记录、制度文本等材料。',
    goal: '整改任务佐证材料齐全率达到100%。',
    measures: '逐项核查整改任务，缺材料的退回补充；每月向党委会报告一次。',
    units: '组织人事处（监察室）/各责任处室',
    effect: '已核查的任务材料齐全，缺件的限期补报。',
  },
  {
    about: '跟踪组织生活会查摆问题整改',
    kind: 'rectification',
    demand: '组织生活会查摆：支部学习计划性不强，工学矛盾突出。',
    shown_as: '季度学习安排调整多，个别党员补学不及时。',
    goal: '学习计划按月落实，缺席党员两周内补学。',
    measures: '支部按月公布学习安排，纪检委员登记出勤，处务会通报。',
    units: '党建组/各党支部',
    effect: '出勤率明显提高，补学登记完整。',
  },
  {
    about: '督促形势分析会问题整改',
    kind: 'rectification',
    demand: '党风廉政形势分析会指出：岗位廉政风险防控措施更新不及时。',
    shown_as: '机构调整后部分岗位的风险点没有重新排查。',
    goal: '全部岗位完成风险点复查。',
    measures: '按新的岗位设置重新排查，措施报监察室备案。',
    units: '纪检监察组/各处室',
    effect: '风险点和防控措施已重新备案。',
  },
]

const each_at_most = 4

/** The newest matters of each story come under 督办 or 整改; what is signed off has its result. */
export async function writeTracked(change: Change): Promise<void> {
  for (const { about, effect, ...story } of stories) {
    const matters = await change.db
      .selectFrom('matters')
      .select(['id', 'state'])
      .where((where) => where.or([where('title', 'like', `%${about}%`), where('source', '=', about)]))
      .where('id', 'not in', change.db.selectFrom('tracked_matters').select('matter_id'))
      .where('state', '<>', 'withdrawn')
      .orderBy('id', 'desc')
      .limit(each_at_most)
      .execute()
    if (matters.length === 0) continue
    const rows = matters.map(({ id, state }) => {
      const is_done = state === 'signed_off' || state === 'archived'
      const result = is_done
        ? ({ effect, outcome: 'done' } as const)
        : ({ effect: '', outcome: 'open' } as const)
      return { ...story, ...result, matter_id: id }
    })
    await change.db.insertInto('tracked_matters').values(rows).execute()
  }
  change.describe('载入示例年度：列入督办、整改的事项')
}

// Who of the invented department is away around today. Days are working days from today, as in `ahead(2)`.
import type { Half } from '../../src-shared/half-days.ts'
import type { HandoverItem } from '../../src-shared/handovers.ts'

export interface SampleAbsence {
  name: string
  kind: string
  from: number
  from_half?: Half
  to: number
  to_half?: Half
  approver: string
  reachable: string
  note: string
  cancelled?: string
  handover?: SampleHandover
}

interface SampleHandover {
  receiver: string
  place: string
  items: Pick<HandoverItem, 'section' | 'name' | 'quantity' | 'medium' | 'place' | 'detail'>[]
  /** Present once the person is back. */
  back_note?: string
  actions: { name: string; day: number; content: string; result: string }[]
}

const paper = (name: string, quantity: string, medium: string, place: string) =>
  ({ section: 'paper', name, quantity, medium, place, detail: '' }) as const
const access = (name: string, detail: string) =>
  ({ section: 'access', name, quantity: '', medium: '', place: '', detail }) as const
const thing = (name: string, quantity: string, place: string) =>
  ({ section: 'thing', name, quantity, medium: '', place, detail: '' }) as const
const contact = (name: string, detail: string, place: string) =>
  ({ section: 'contact', name, quantity: '', medium: '', place, detail }) as const
const note = (name: string) =>
  ({ section: 'note', name, quantity: '', medium: '', place: '', detail: '' }) as const

/** In the order of time. 石磊 and 曾凡 are each other's A and B, and both are away at the end of the list. */
export const sample_absences: readonly SampleAbsence[] = [
  {
    name: '方静宜',
    kind: '学习',
    from: -60,
    to: -51,
    approver: '陆文清',
    reachable: '市委党校，手机保持畅通',
    note: '中青年干部培训班',
    handover: {
      receiver: '单立峰',
      place: '人事组办公室',
      items: [
        paper('公开招聘报名材料', '2盒', '纸质', '人事组2号柜'),
        paper('干部人事档案目录', '1份', '电子', '内网共享·人事组'),
        access('事业单位招聘报名系统', '审核权限，由系统管理员临时授权给接收人'),
        thing('档案室钥匙', '1把', '人事组'),
        contact('市人社局事业科 高科长', '8288', '招聘公告备案'),
        note('资格复审期间每日16:00前汇总进度报分管领导。'),
      ],
      back_note: '招聘资格复审已完成，材料已归还。',
      actions: [
        {
          name: '单立峰',
          day: -57,
          content: '接收并登记拟聘人员档案3份',
          result: '已入库，目录已更新',
        },
      ],
    },
  },
  {
    name: '陈雨桐',
    kind: '病假',
    from: -18,
    to: -15,
    approver: '郑国梁',
    reachable: '在家休养，可接电话',
    note: '',
    handover: {
      receiver: '唐婉',
      place: '劳资组办公室',
      items: [
        paper('退休人员养老金申领材料', '1盒', '纸质', '劳资组1号柜'),
        access('社会保险网上服务平台', '单位经办权限，接收人用本人账号办理'),
        thing('社保业务专用章', '1枚', '劳资组保险柜'),
      ],
      back_note: '',
      actions: [{ name: '唐婉', day: -16, content: '代办社保增减员申报', result: '当日办结' }],
    },
  },
  {
    name: '唐婉',
    kind: '年休假',
    from: -9,
    to: -7,
    approver: '郑国梁',
    reachable: '',
    note: '',
    cancelled: '工资核算时间紧，改期再休',
  },
  {
    name: '韩东旭',
    kind: '培训',
    from: -1,
    to: 2,
    approver: '陆文清',
    reachable: '省委组织部培训中心，6112转手机',
    note: '党务干部业务培训班',
    handover: {
      receiver: '许晓岚、林一帆',
      place: '党建组办公室',
      items: [
        paper('发展党员工作台账', '1册', '纸质', '党建组1号柜'),
        paper('入党积极分子考察表', '6份', '纸质', '党建组1号柜'),
        access('全国党员管理信息系统', '支部管理员权限，接收人用本人账号登录'),
        thing('党支部印章', '1枚', '党建组保险柜'),
        contact('上级党委组织科 田科长', '8210', '发展党员预审'),
        note('发展对象公示期内如有来电来访，请先登记再报组长。'),
      ],
      actions: [],
    },
  },
  {
    name: '孟祥瑞',
    kind: '会议',
    from: 0,
    from_half: 'pm',
    to: 0,
    approver: '沈怀远',
    reachable: '市文明办三楼会议室',
    note: '文明单位创建推进会',
  },
  {
    name: '王伟',
    kind: '事假',
    from: 1,
    to: 1,
    to_half: 'am',
    approver: '陆文清',
    reachable: '',
    note: '',
  },
  {
    name: '石磊',
    kind: '年休假',
    from: 3,
    to: 7,
    approver: '顾秉正',
    reachable: '外地探亲，可接电话',
    note: '',
  },
  {
    name: '曾凡',
    kind: '出差',
    from: 5,
    from_half: 'pm',
    to: 6,
    approver: '顾秉正',
    reachable: '省纪委监委驻厅纪检监察组',
    note: '报送廉政档案核对材料',
  },
]

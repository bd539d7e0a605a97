import { type Duty, finding_words } from '../../src-shared/duties.ts'
import type { StaffMember } from '../../src-shared/staff.ts'
import { listDuties } from '../duties/list-duties.ts'
import { listStaff } from '../staff/list-staff.ts'
import { sourceOf } from './form-source.ts'

interface Row {
  duty: Duty
  a: StaffMember | undefined
  bs: (StaffMember | undefined)[]
}

const ofEveryB = ({ bs }: Row, of: (member: StaffMember) => string) =>
  bs
    .map((member) => (member ? of(member) : ''))
    .join('\n')
    .trim()

/** 职责清单 with today's A and Bs, so that it fills 岗位职责清单 and AB岗 forms alike. */
export const duties = sourceOf<'duties', Row>(
  /职责|AB岗|A、B岗|A\/B|ＡＢ岗|顶岗|AB角/i,
  {
    number: { words: ['职责编号', '编号', '职责编码', '编码'], value: ({ duty }) => duty.number },
    group: {
      words: [
        '组别',
        '部门',
        '科室',
        '处室',
        '责任部门',
        '责任科室',
        '所属部门',
        '小组',
        '处（科）室',
        '岗位组别',
      ],
      value: ({ duty }) => duty.group_name,
    },
    category: {
      words: ['类别', '职责类别', '分类', '工作类别', '业务类别', '职责分类'],
      value: ({ duty }) => duty.category_name,
    },
    content: {
      words: [
        ...['职责内容', '工作职责', '主要职责', '岗位职责', '职责', '具体职责', '职责事项', '工作内容'],
        ...['工作事项', '事项', '主要工作', '工作任务', '职责任务', '岗位工作内容', '工作项目'],
      ],
      not: /完成情况|履职情况|进展|编号|依据/,
      value: ({ duty }) => duty.content,
    },
    basis: {
      words: ['工作依据', '依据', '政策依据', '文件依据', '职责依据', '实施依据'],
      value: ({ duty }) => duty.basis,
    },
    standard: {
      words: ['工作标准', '标准', '工作要求', '质量要求', '完成标准', '要求'],
      value: ({ duty }) => duty.standard,
    },
    frequency: {
      words: ['频次', '频率', '工作频次', '周期', '工作周期'],
      value: ({ duty }) => duty.frequency,
    },
    due_rule: {
      words: ['办理时限', '时限', '完成时限', '时限要求', '办结时限', '时间节点', '时间要求', '完成时间'],
      value: ({ duty }) => duty.due_rule,
    },
    a_name: {
      words: [
        ...[
          'a岗',
          'a角',
          'a岗责任人',
          'a岗姓名',
          'a角姓名',
          'a岗人员',
          '责任人',
          '主办人',
          '负责人',
          '承办人',
        ],
        ...['第一责任人', '主岗', '岗位责任人', '具体责任人'],
      ],
      not: /^b|领导|电话|职务|协/,
      value: ({ duty }) => duty.a_holder?.name ?? '',
    },
    a_post: {
      words: ['a岗职务', 'a岗岗位', 'a角职务', '职务', '岗位', '岗位名称'],
      not: /^b|职责/,
      value: ({ a }) => a?.post ?? '',
    },
    a_phone: {
      words: ['a岗电话', 'a岗联系电话', 'a角电话', 'a岗联系方式', '联系电话', '电话', '联系方式'],
      not: /^b/,
      value: ({ a }) => a?.phone ?? '',
    },
    b_name: {
      words: [
        ...['b岗', 'b角', 'b岗责任人', 'b岗姓名', 'b角姓名', 'b岗人员', '备岗', '协办人', '备岗人员', '副岗'],
        ...['第二责任人', '顶岗人员'],
      ],
      not: /^a|电话|职务/,
      value: ({ duty }) => duty.b_holders.map(({ name }) => name).join('、'),
    },
    b_post: { words: ['b岗职务', 'b岗岗位', 'b角职务'], value: (row) => ofEveryB(row, ({ post }) => post) },
    b_phone: {
      words: ['b岗电话', 'b岗联系电话', 'b角电话', 'b岗联系方式'],
      value: (row) => ofEveryB(row, ({ phone }) => phone),
    },
    findings: {
      words: ['核对情况', '存在问题', '缺岗情况'],
      value: ({ duty }) => duty.findings.map((finding) => finding_words[finding]).join('、'),
    },
    output: { words: ['成果材料', '成果', '工作成果', '成果形式'], value: ({ duty }) => duty.output },
    remark: { words: ['备注', '说明'], value: ({ duty }) => duty.remark },
  },
  async ({ db, today, group_id, category_id }) => {
    const filter = { group_id, category_id, staff_id: null, text: '', include_voided: false }
    const staff = new Map((await listStaff(db, today, true)).map((member) => [member.id, member]))
    return (await listDuties(db, today, filter)).map((duty) => ({
      duty,
      a: duty.a_holder ? staff.get(duty.a_holder.staff_id) : undefined,
      bs: duty.b_holders.map(({ staff_id }) => staff.get(staff_id)),
    }))
  },
)

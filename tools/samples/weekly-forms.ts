// Each group has its own idea of the same form: other headers, other dates, other words for done.
import { addDays, monthDay } from '../../src-shared/dates.ts'
import {
  category,
  detail,
  done,
  due,
  evidence,
  type FormColumn,
  helper,
  leader,
  matter,
  numbered,
  people,
  person,
  reason,
  remark,
  serial,
  source,
} from './form-columns.ts'
import { form_monday } from './week-rows.ts'

export interface WeeklyForm {
  group: string
  sheet: string
  title: string
  /** The line below the title. */
  head: string
  parts: [caption: string, columns: FormColumn[]][]
  foot: string
  widths: number[]
}

const span = `${monthDay(form_monday)}—${monthDay(addDays(form_monday, 4))}`
const dotted = (date: string) => date.replaceAll('-', '.')
const asDate = (date: string) => new Date(`${date}T00:00:00Z`)
/** Three people fill in one form, and each writes dates in a different way. */
const mixed = (date: string, at: number) =>
  [monthDay(date), dotted(date), asDate(date)][at % 3] ?? monthDay(date)

export const weekly_forms: readonly WeeklyForm[] = [
  {
    group: 'RSZ',
    sheet: '第47周',
    title: `组织人事处人事组第47周工作完成情况及下周工作打算（${span}）`,
    head: '填报组别：人事组　　　　填报人：方静宜　　　　填报日期：2026年11月20日',
    parts: [
      [
        '一、本周履职情况',
        [
          serial,
          matter,
          people,
          due('计划完成时间', mixed),
          { header: '完成情况', value: (row) => numbered(row.progress, '，') },
          done('是否完成', '是', '否'),
          reason,
          evidence,
        ],
      ],
      [
        '二、下周工作打算',
        [serial, matter, people, due('完成时间节点', mixed), detail, leader, source, remark],
      ],
    ],
    foot: '填报人：方静宜　　　　　　组长审核：王伟　　　　　　处领导审签：',
    widths: [6, 30, 15, 14, 36, 11, 24, 20],
  },
  {
    group: 'DJZ',
    sheet: '党建组',
    title: '党建组本周履职情况和下周工作打算',
    head: '填报时间：2026年11月20日　　　　报告期：2026年11月16日至2026年11月20日',
    parts: [
      [
        '一、本周履职情况',
        [
          serial,
          category,
          matter,
          person('A岗', '责任分工'),
          helper('B岗', '责任分工'),
          due('完成时限', monthDay),
          { header: '完成情况', value: (row) => row.progress },
          done('完成状态', '已完成', '正在推进'),
          { header: '备注', value: (row) => row.reason },
        ],
      ],
      [
        '二、下周工作打算',
        [
          serial,
          category,
          matter,
          person('A岗', '责任分工'),
          helper('B岗', '责任分工'),
          due('完成时限', monthDay),
          detail,
          leader,
          remark,
        ],
      ],
    ],
    foot: '填报人：林一帆　　　　　　组长：许晓岚',
    widths: [6, 10, 34, 10, 10, 13, 38, 12, 26],
  },
  {
    group: 'LZZ',
    sheet: 'Sheet1',
    title: `劳资组周报（第47周 ${span}）`,
    head: '填报人：唐婉　　　　　　　　2026.11.20',
    parts: [
      [
        '（一）本周工作',
        [
          serial,
          matter,
          person('责任人'),
          helper('协办人'),
          due('时限', asDate),
          { header: '完成情况', value: (row) => row.progress },
          done('是否完成', '完成', '未完成'),
        ],
      ],
      [
        '（二）下周计划',
        [
          serial,
          matter,
          person('责任人'),
          helper('协办人'),
          due('时限', asDate),
          { header: '工作内容', value: (row) => row.detail },
          remark,
        ],
      ],
    ],
    foot: '组长审核：郑国梁',
    widths: [6, 36, 12, 12, 13, 44, 14],
  },
  {
    group: 'JJZ',
    sheet: '第47周',
    title: '纪检监察组每周工作情况表',
    head: `2026年第47周（${span}）　　　　　　填报人：曾　凡`,
    parts: [
      [
        '一、本周履职情况',
        [
          serial,
          matter,
          person('责任人'),
          {
            header: '计划内/计划外',
            value: (row) => (row.is_planned ? '计划内' : '计划外'),
            is_centred: true,
          },
          due('计划完成时间', dotted),
          { header: '完成情况', value: (row) => row.progress },
          done('完成状态', '已完成', '正在推进'),
          evidence,
        ],
      ],
      [
        '二、下周工作打算',
        [serial, matter, person('责任人'), source, due('完成时间', dotted), detail, leader, remark],
      ],
    ],
    foot: '注：问题线索和案件事项只登记编号，不填写内容。',
    widths: [6, 34, 12, 13, 14, 36, 12, 20],
  },
  {
    group: 'ZHZ',
    sheet: '综合组第47周',
    title: `综合组第47周工作完成情况及下周工作计划（${span}）`,
    head: '填报单位：组织人事处（监察室）综合组　　　　填报日期：2026-11-20',
    parts: [
      [
        '一、本周工作完成情况',
        [
          serial,
          matter,
          person('责任人'),
          helper('协办人'),
          due('计划完成时间', (date, at) => (at % 2 === 0 ? monthDay(date) : asDate(date))),
          { header: '完成情况', value: (row) => numbered(row.progress, '，') },
          done('进度', '100%', '60%'),
          reason,
        ],
      ],
      [
        '二、下周工作计划',
        [
          serial,
          matter,
          person('责任人'),
          helper('协办人'),
          due('完成时间节点', (date, at) => (at % 2 === 0 ? monthDay(date) : asDate(date))),
          detail,
          source,
          { header: '需协调解决的问题', value: () => '无', is_centred: true },
        ],
      ],
    ],
    foot: '填报人：孟祥瑞　　　　审核人：周敏　　　　处领导审签：沈怀远',
    widths: [6, 32, 12, 12, 15, 36, 14, 24],
  },
]

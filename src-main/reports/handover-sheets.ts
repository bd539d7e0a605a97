// 工作交接单 and 返岗交接单 on A4 upright, for three signatures (domain.md §b.2).
import { longDate } from '../../src-shared/dates.ts'
import { spanText } from '../../src-shared/half-days.ts'
import type {
  DoneMeanwhile,
  HandedDuty,
  HandedMatter,
  Handover,
  HandoverItem,
  ItemSection,
} from '../../src-shared/handovers.ts'
import type { SheetTable } from '../excel/workbook.ts'
import type { PaperHead } from './absence-papers.ts'
import { type Paper, type ReportColumn, tableOf } from './report.ts'

/** One grid under all tables of the sheet: twelve columns that fill the paper without being shrunk. */
const widths = Array.from({ length: 12 }, () => 7.3)

const serial = {
  header: '序号',
  align: 'center',
  kind: 'number',
  value: (_: unknown, at: number) => at + 1,
} as const

const duties: readonly ReportColumn<HandedDuty>[] = [
  serial,
  { header: '职责编号', span: 2, align: 'center', value: (duty) => duty.number },
  { header: '职责内容', span: 5, value: (duty) => duty.content },
  { header: '接替人', span: 4, align: 'center', value: (duty) => duty.taken_by },
]

const matters: readonly ReportColumn<HandedMatter>[] = [
  serial,
  { header: '在办事项', span: 3, value: ({ number, title }) => `${title}（${number}）` },
  {
    header: '进展',
    span: 2,
    value: ({ state, progress }) => (progress === '' ? state : `${state}：${progress}`),
  },
  { header: '下一步', span: 2, value: (matter) => matter.next_step },
  { header: '时限', kind: 'date', span: 2, align: 'center', value: (matter) => matter.due },
  { header: '接替人', span: 2, align: 'center', value: (matter) => matter.taken_by },
]

type Item = HandoverItem
const nameOf = (item: Item) => item.name
const is_back = {
  header: '已交还',
  align: 'center',
  value: (item: Item) => (item.is_back ? '√' : ''),
} as const

const columns_of: Record<ItemSection, readonly ReportColumn<Item>[]> = {
  paper: [
    serial,
    { header: '名称', span: 4, value: nameOf },
    { header: '份数', align: 'center', value: (item) => item.quantity },
    { header: '纸质/电子', span: 2, align: 'center', value: (item) => item.medium },
    { header: '存放位置', span: 4, value: (item) => item.place },
  ],
  access: [
    serial,
    { header: '系统名称', span: 5, value: nameOf },
    { header: '权限范围、交接办法（不写密码）', span: 6, value: (item) => item.detail },
  ],
  thing: [
    serial,
    { header: '名称', span: 5, value: nameOf },
    { header: '数量', span: 2, align: 'center', value: (item) => item.quantity },
    { header: '存放位置', span: 4, value: (item) => item.place },
  ],
  contact: [
    serial,
    { header: '单位、姓名', span: 4, value: nameOf },
    { header: '电话', span: 3, align: 'center', value: (item) => item.detail },
    { header: '联系事项', span: 4, value: (item) => item.place },
  ],
  note: [serial, { header: '内容', span: 11, value: nameOf }],
}

function factsOf({ absence, receiver, supervisor }: Handover): SheetTable {
  return {
    columns: [
      { header: '移交人', span: 2, align: 'center' },
      { header: '接收人', span: 3, align: 'center' },
      { header: '监交人', span: 2, align: 'center' },
      { header: '离岗事由', span: 2, align: 'center' },
      { header: '起止时间', span: 3, align: 'center' },
    ],
    rows: [[absence.name, receiver, supervisor, absence.kind, spanText(absence)]],
  }
}

function itemsTable(handover: Handover, section: ItemSection, caption: string): SheetTable {
  const items = handover.items.filter((item) => item.section === section)
  return tableOf(columns_of[section], items, { caption, empty_text: '无' })
}

const signatures = '移交人（签字）：　　　　接收人（签字）：　　　　监交人（签字）：'

export function handoverPaper({ settings, today }: PaperHead, handover: Handover): Paper {
  const { absence, number, place } = handover
  const tables = [
    factsOf(handover),
    tableOf(duties, handover.duties, { caption: '一、职责及接替人', empty_text: '没有以A岗承担的职责' }),
    tableOf(matters, handover.matters, { caption: '二、在办事项', empty_text: '没有在办事项' }),
    itemsTable(handover, 'paper', '三、文件资料清单'),
    itemsTable(handover, 'access', '四、系统权限'),
    itemsTable(handover, 'thing', '五、印章、钥匙、物品'),
    itemsTable(handover, 'contact', '六、重要联系人'),
    itemsTable(handover, 'note', '七、注意事项与风险'),
  ]
  const reachable = absence.reachable === '' ? '' : `离岗期间联系方式：${absence.reachable}。`
  return uprightPaper(`工作交接单 ${absence.name}（${spanText(absence)}）`, tables, {
    name: '工作交接单',
    title: '工 作 交 接 单',
    head: {
      left: `编号：${number}`,
      middle: `${settings.unit_name}${settings.department_name}`,
      right: `填写时间：${longDate(today)}`,
    },
    foot: signatures,
    notes: [
      `交接时间：　　　　年　　月　　日　　　　交接地点：${place}`,
      `注：${reachable}签字前由移交人负责，签字后由接收人负责；本单一式三份，移交人、接收人、处内各存一份。`,
    ],
  })
}

const done: readonly ReportColumn<DoneMeanwhile>[] = [
  serial,
  { header: '日期', kind: 'date', span: 2, align: 'center', value: (act) => act.happened_on },
  { header: '办理事项', span: 4, value: (act) => act.what },
  { header: '办理情况及结果', span: 4, value: (act) => act.result },
  { header: '办理人', align: 'center', value: (act) => act.name },
]

export function handBackPaper({ settings, today }: PaperHead, handover: Handover): Paper {
  const { absence, number, back_note } = handover
  const papers = handover.items.filter(({ section }) => section === 'paper' || section === 'thing')
  const returned: readonly ReportColumn<Item>[] = [
    serial,
    { header: '文件资料、印章钥匙物品', span: 5, value: nameOf },
    { header: '数量', span: 2, align: 'center', value: (item) => item.quantity },
    { header: '存放位置', span: 3, value: (item) => item.place },
    is_back,
  ]
  const tables = [
    factsOf(handover),
    tableOf(done, handover.done, {
      caption: '一、顶岗期间办理情况',
      empty_text: '顶岗期间没有办理事项的记录',
    }),
    tableOf(matters, handover.matters, { caption: '二、交还的在办事项', empty_text: '没有在办事项' }),
    tableOf(returned, papers, { caption: '三、交还的资料、物品', empty_text: '无' }),
    {
      caption: '四、需要说明的情况',
      columns: [{ header: '说明', span: 12 }],
      rows: [[back_note === '' ? '无' : back_note]],
    },
  ]
  return uprightPaper(`返岗交接单 ${absence.name}（${spanText(absence)}）`, tables, {
    name: '返岗交接单',
    title: '返 岗 交 接 单',
    head: {
      left: `编号：${number}`,
      middle: `${settings.unit_name}${settings.department_name}`,
      right: `填写时间：${longDate(today)}`,
    },
    foot: '返岗人（签字）：　　　　顶岗人（签字）：　　　　监交人（签字）：',
    notes: ['返岗时间：　　　　年　　月　　日', '注：顶岗人已将办理情况和有关资料、物品交还返岗人。'],
  })
}

function uprightPaper(
  file_name: string,
  tables: SheetTable[],
  sheet: Omit<Paper['sheet'], 'widths' | 'tables' | 'orientation'>,
): Paper {
  return {
    file_name: `${file_name}.xlsx`,
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    sheet: { ...sheet, widths, tables, orientation: 'portrait' },
  }
}

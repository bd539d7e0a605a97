// The papers of 年度整理 as sheets: 目录 with its nine columns, 封面, 备考表, 盒脊, 归档章, 移交清单.
import { type ArchiveBox, type ArchiveItem, secrecy_words } from '../../src-shared/archive-items.ts'
import {
  type ArchivePapers,
  catalogueTitle,
  eightDigits,
  fourDigits,
  numberSpan,
  type PrintedPlace,
} from '../../src-shared/archive-papers.ts'
import { longDate } from '../../src-shared/dates.ts'
import { retentionWords } from '../../src-shared/retention.ts'
import type { SheetTable, SheetToWrite } from '../excel/workbook.ts'
import { type ReportColumn, tableOf } from './report.ts'

export function archiveWorkbook(papers: ArchivePapers): SheetToWrite[] {
  const { places } = papers
  switch (papers.paper) {
    case 'catalogue':
      return [coverSheet(papers), ...places.map((place) => catalogueSheet(papers, place))]
    case 'note':
      return places.flatMap((place) => place.boxes.map((box) => noteSheet(papers, place, box)))
    case 'labels':
      return [labelSheet(papers)]
    case 'stamps':
      return [stampSheet(papers)]
    case 'transfer':
      return [transferSheet(papers)]
  }
}

const pagesOf = (items: readonly ArchiveItem[]) => items.reduce((sum, { pages }) => sum + (pages ?? 0), 0)

function headOf({ fonds_number }: ArchivePapers, place: PrintedPlace): SheetToWrite['head'] {
  return {
    left: `全宗号：${fonds_number}　年度：${place.year}`,
    middle: `保管期限：${retentionWords(place.retention)}`,
    right: `机构（问题）：${place.organ_name}`,
  }
}

/** The nine columns of DA/T 22-2015. */
const catalogue_columns: readonly ReportColumn<ArchiveItem>[] = [
  { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
  { header: '档号', align: 'center', value: ({ archive_number }) => archive_number ?? '' },
  { header: '文号', value: ({ document_number }) => document_number },
  { header: '责任者', value: ({ responsible }) => responsible },
  { header: '题名', value: catalogueTitle },
  { header: '日期', align: 'center', value: ({ dated_on }) => eightDigits(dated_on) },
  { header: '密级', align: 'center', value: ({ secrecy }) => secrecy_words[secrecy] },
  { header: '页数', align: 'center', kind: 'number', value: ({ pages }) => pages },
  { header: '备注', value: ({ remark }) => remark },
]

function catalogueSheet(papers: ArchivePapers, place: PrintedPlace): SheetToWrite {
  return {
    name: `${place.year}-${place.retention}-${place.organ_code}`,
    title: '归档文件目录',
    head: headOf(papers, place),
    widths: [5, 29, 16, 18, 42, 10, 7, 6, 12],
    tables: [tableOf(catalogue_columns, place.items)],
    foot: '',
    orientation: 'landscape',
  }
}

function coverSheet(papers: ArchivePapers): SheetToWrite {
  const columns: readonly ReportColumn<PrintedPlace>[] = [
    { header: '年度', align: 'center', value: ({ year }) => String(year) },
    { header: '保管期限', align: 'center', value: ({ retention }) => retentionWords(retention) },
    { header: '机构（问题）', align: 'center', value: ({ organ_name }) => organ_name },
    { header: '件数', align: 'center', kind: 'number', value: ({ items }) => items.length },
    { header: '页数', align: 'center', kind: 'number', value: ({ items }) => pagesOf(items) },
    { header: '盒数', align: 'center', kind: 'number', value: ({ boxes }) => boxes.length },
  ]
  return {
    name: '封面',
    title: '归档文件目录',
    head: { left: `全宗号：${papers.fonds_number}`, right: `全宗名称：${papers.fonds_name}` },
    widths: [14, 16, 34, 14, 14, 14],
    tables: [tableOf(columns, papers.places)],
    foot: '',
    orientation: 'landscape',
  }
}

function noteSheet(papers: ArchivePapers, place: PrintedPlace, box: ArchiveBox): SheetToWrite {
  const about = `本盒共 ${box.items} 件、${box.pages} 页，件号 ${numberSpan(box)}。${box.note}`
  const rows = [
    ['盒内文件情况说明', about],
    ['整理人', box.arranged_by],
    ['整理日期', box.arranged_on === null ? '' : longDate(box.arranged_on)],
    ['检查人', box.checked_by],
    ['检查日期', box.checked_on === null ? '' : longDate(box.checked_on)],
  ]
  const table: SheetTable = {
    columns: [
      { header: '项目', align: 'center' },
      { header: '内容', align: 'left' },
    ],
    rows,
  }
  return {
    name: `备考 ${place.retention}-${place.organ_code}-${box.box_number}`,
    title: '备考表',
    head: { ...headOf(papers, place), middle: `盒号：${box.box_number}` },
    widths: [20, 60],
    tables: [table],
    foot: '',
    orientation: 'portrait',
  }
}

interface Labelled extends ArchiveBox {
  fonds_number: string
}

function labelSheet({ places, fonds_number }: ArchivePapers): SheetToWrite {
  const columns: readonly ReportColumn<Labelled>[] = [
    { header: '全宗号', align: 'center', value: (box) => box.fonds_number },
    { header: '年度', align: 'center', value: ({ year }) => String(year) },
    { header: '保管期限', align: 'center', value: ({ retention }) => retentionWords(retention) },
    { header: '机构（问题）', align: 'center', value: ({ organ_name }) => organ_name },
    { header: '起止件号', align: 'center', value: numberSpan },
    { header: '盒号', align: 'center', kind: 'number', value: ({ box_number }) => box_number },
    { header: '盒脊（毫米）', align: 'center', kind: 'number', value: ({ thickness }) => thickness },
    { header: '存放位置', value: ({ shelf }) => shelf },
  ]
  const boxes = places.flatMap((place) => place.boxes.map((box) => ({ ...box, fonds_number })))
  return {
    name: '盒脊标签',
    title: '档案盒盒脊标签',
    head: { left: `共 ${boxes.length} 盒` },
    widths: [10, 8, 10, 20, 16, 8, 14, 20],
    tables: [tableOf(columns, boxes)],
    foot: '',
    orientation: 'landscape',
  }
}

function stampSheet({ places, fonds_number }: ArchivePapers): SheetToWrite {
  const columns: readonly ReportColumn<ArchiveItem>[] = [
    { header: '全宗号', align: 'center', value: () => fonds_number },
    { header: '年度', align: 'center', value: ({ year }) => String(year) },
    { header: '件号', align: 'center', value: ({ item_number }) => fourDigits(item_number) },
    { header: '机构（问题）', align: 'center', value: ({ organ_name }) => organ_name },
    { header: '保管期限', align: 'center', value: ({ retention }) => retentionWords(retention) },
    { header: '页数', align: 'center', kind: 'number', value: ({ pages }) => pages },
    { header: '题名（盖在首页上端居中空白处）', value: ({ title }) => title },
  ]
  const items = places.flatMap((place) => place.items)
  return {
    name: '归档章',
    title: '归档章',
    head: { left: `共 ${items.length} 件` },
    widths: [10, 8, 8, 18, 10, 8, 44],
    tables: [tableOf(columns, items)],
    foot: '',
    orientation: 'landscape',
  }
}

function transferSheet({ places, unit, today }: ArchivePapers): SheetToWrite {
  const columns: readonly ReportColumn<PrintedPlace>[] = [
    { header: '序号', align: 'center', kind: 'number', value: (_, at) => at + 1 },
    { header: '年度', align: 'center', value: ({ year }) => String(year) },
    { header: '机构（问题）', align: 'center', value: ({ organ_name }) => organ_name },
    { header: '保管期限', align: 'center', value: ({ retention }) => retentionWords(retention) },
    { header: '起止件号', align: 'center', value: spanOf },
    { header: '件数', align: 'center', kind: 'number', value: ({ items }) => items.length },
    { header: '页数', align: 'center', kind: 'number', value: ({ items }) => pagesOf(items) },
    { header: '盒数', align: 'center', kind: 'number', value: ({ boxes }) => boxes.length },
    { header: '备注', value: () => '' },
  ]
  const items = places.flatMap((place) => place.items)
  return {
    name: '移交清单',
    title: '归档文件移交清单',
    head: {
      left: `移交单位（盖章）：${unit}`,
      middle: `共 ${items.length} 件、${pagesOf(items)} 页`,
      right: `移交日期：${longDate(today)}`,
    },
    widths: [5, 7, 18, 10, 14, 7, 8, 7, 12],
    tables: [tableOf(columns, places)],
    foot: '移交人：　　　　接收人：　　　　监交人：',
    notes: ['本清单一式两份，移交单位和接收单位各存一份；归档文件目录随本清单一并移交。'],
    orientation: 'portrait',
  }
}

export function spanOf({ items }: PrintedPlace): string {
  const [first, last] = [items[0]?.item_number ?? null, items.at(-1)?.item_number ?? null]
  return first === last ? fourDigits(first) : `${fourDigits(first)}—${fourDigits(last)}`
}

import { type ImportReport, import_report_words, type ReportedRow } from '../../src-shared/import-reports.ts'
import { import_kind_words, verdict_words } from '../../src-shared/imports.ts'
import type { Db } from '../database/tables.ts'
import { bulk_rows } from '../excel/workbook.ts'
import { type Paper, pagesOf, paperOf, type ReportColumn, tableOf } from '../reports/report.ts'
import { getSettings } from '../settings/settings.ts'
import { getImportReport, importReportRows } from './import-reports.ts'

const columns: readonly ReportColumn<ReportedRow>[] = [
  { header: '行', kind: 'number', align: 'center', value: ({ row }) => row },
  { header: '处理', align: 'center', value: verdictWords },
  {
    header: '内容',
    value: ({ values }) => values.map(({ label, value }) => `${label}：${value}`).join('；'),
  },
  { header: '改动（原来 → 现在）', value: changeWords },
  { header: '说明', value: whyWords },
]

function verdictWords({ verdict, is_left_out }: ReportedRow): string {
  return is_left_out ? import_report_words.left_out : verdict_words[verdict]
}

function changeWords({ changes, taken }: ReportedRow): string {
  const changed = changes.map(
    ({ label, old, new: now }) => `${label}：${old || '（空）'} → ${now || '（空）'}`,
  )
  const by_suggestion = taken.map(
    ({ address, found, instead }) => `${address} 按建议改：${found} → ${instead}`,
  )
  return [...changed, ...by_suggestion].join('\n')
}

function whyWords({ reason, issues, is_left_out }: ReportedRow): string {
  const said = issues.map(({ severity, address, why, suggestion = '' }) => {
    return `${severity === 'wrong' ? '错误' : '提醒'} ${address}：${why}${suggestion}`
  })
  return [is_left_out ? '经办人没有勾选，没有导入' : '', reason, ...said].filter(Boolean).join('\n')
}

/** 导入报告 in the official layout: what became of every row, in the order of the sheet. */
export async function drawImportReport(db: Db, today: string, id: number): Promise<Paper> {
  const report = await getImportReport(db, id)
  const isLong = report.totals.read >= bulk_rows
  const rows: ReportedRow[] = []
  for (let part = 0; !isLong && part < report.parts; part += 1) {
    rows.push(...(await importReportRows(db, id, part)))
  }
  const word = import_kind_words[report.kind]
  const paper = paperOf(
    { settings: await getSettings(db), today },
    {
      title: `${word}导入报告${report.is_undone ? `（${import_report_words.undone}）` : ''}`,
      middle: `共读取${report.totals.read}行`,
      file_name: `导入报告-${word}-${report.file_name.replace(/\.[^.]+$/, '')}（${today.replaceAll('-', '.')}）`,
      sheet_name: '导入报告',
      widths: [6, 8, 60, 40, 40],
      tables: [tableOf(columns, rows, { empty_text: '这张表没有读到内容。' })],
      notes: notesOf(report),
    },
  )
  if (!isLong) return paper
  let part = 0
  const pages = pagesOf<ReportedRow>(columns, async () =>
    part < report.parts ? importReportRows(db, id, part++) : [],
  )
  return { ...paper, rows: report.totals.read, pages }
}

function notesOf({ file_name, sheet, who, totals, left_out, details, digest }: ImportReport): string[] {
  return [
    `文件：${file_name}　工作表：${sheet}　经办人：${who}`,
    `新增${totals.new}行，更新${totals.changed}行，相同${totals.same}行，跳过${totals.skipped}行，错误${totals.wrong}行，未导入${left_out}行，合计${totals.read}行。`,
    `列的对应：${columnWords(details.columns)}`,
    ...details.new_groups.map((group) => `新建组别“${group.name}”，代码 ${group.code}。`),
    ...details.issues.map(({ address, why }) => `${address}：${why}`),
    ...details.warnings,
    ...(digest === '' ? [] : [`文件校验码（SHA-256）：${digest}`]),
  ]
}

function columnWords(uses: ImportReport['details']['columns']): string {
  return uses
    .map(({ address, header, used_as }) => `${address} ${header || '（空）'}→${used_as ?? '没有用到'}`)
    .join('；')
}

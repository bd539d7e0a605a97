import { Button } from 'antd'
import { type ReportName, ReportRequest, report_titles } from '../../src-shared/reports.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { previewedReport, previewRoute } from '../report-route.ts'
import { go, routeTo, useRoute } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { PreviewPage } from './preview-page.tsx'
import { choiceFor, followed, ReportChoices, useReportChoice } from './report-choices.tsx'
import './reports.css'
import { SavedLine } from './saved-line.tsx'
import { useExport } from './use-export.ts'

/** 查找结果清单 is exported where it is found. */
type ListedReport = Exclude<ReportName, 'search-results'>

const what_it_holds: Record<ListedReport, string> = {
  'duty-list': '全处职责按组别列出：编号、类别、内容、依据、标准、频次、时限、A岗、B岗。',
  'work-list': '每项职责的具体内容、频次、启动时间、完成时限、责任领导、上报对象和报送材料。',
  'personal-duties': '每人一张表：A岗职责、B岗职责，标题写明项数。',
  'duty-register': '履职清单的全部栏目，可存底，也可原样导入。',
  'duty-changes': '最近一版与现行清单对照：新增、取消、调整归属、修改表述，供会议审议。',
  'routine-year': '有固定时限的职责，全年十二个月各在哪个工作日前办结。',
  roster: '在岗人员：组别、岗位、职务、政治面貌、电话，可原样导入。',
  'backup-posts': '每项职责的A岗、B岗责任人、岗位和联系电话。',
  'post-publication': '按今天的设置排出送审稿，注明较上次公布的变化；已公布的在AB岗“变更与公布”里导出。',
  'post-adjustments': '每次AB岗调整：调整前、调整后、原因、批准人、生效日期。',
  'training-plan': '列入计划的B岗培训：职责、带教人、培训对象、最近办理、计划完成。',
  'weekly-report': '一张表两部分：本周工作完成情况，下周工作打算，细化到人、事、时间节点。',
  'sign-off-ledger': '本周全部事项的销号台账：时限、延期、进展、状态、亮灯、销号人、归档。',
  'meeting-page': '周一会前看的一页：各组完成情况、未报人员、逾期事项、下周重点、离岗人员。',
  completion: '计划数、完成数、结转数、逾期数、完成率，按人列出；按组别、类别、时间的在“每周销号 → 完成率”。',
  'overdue-list': '到今天逾期未办结的、超过时限才办结的、批准延期的，写明天数和原因。',
  'supervision-ledger': '列入督办的事项：来源、要求、时限、延期、进展、催办次数、结果、销号。',
  'rectification-ledger': '列入整改的事项：问题、措施、责任、时限、成效、完成状态、销号意见。',
  'number-gaps': '取过而没有用上的编号及原因，各段编号是否连续，备检查时说明。',
  'week-closing': '最近一次关账时：各人报送情况、逾期事项、带病销号；以前各次在“每周销号 → 关账”里导出。',
  'archive-list': '已办结归档的事项：完成、销号、归档日期，保管期限，材料和存放位置。',
}
const subjects: readonly { title: string; reports: readonly ListedReport[] }[] = [
  {
    title: '履职清单',
    reports: ['duty-list', 'work-list', 'personal-duties', 'duty-register', 'duty-changes', 'routine-year'],
  },
  { title: 'AB岗', reports: ['backup-posts', 'post-publication', 'post-adjustments', 'training-plan'] },
  {
    title: '每周销号',
    reports: [
      'weekly-report',
      'sign-off-ledger',
      'number-gaps',
      'meeting-page',
      'completion',
      'overdue-list',
      'supervision-ledger',
      'rectification-ledger',
      'week-closing',
    ],
  },
  { title: '办结归档', reports: ['archive-list'] },
  { title: '人员', reports: ['roster'] },
]
/** 统计上报 · 导出报表: each report a workbook in the office's own layout, ready to print on A4. */
export function ReportsScreen() {
  const { params } = useRoute()
  const { busy_report, exported, problem, save } = useExport()
  const book = useAnswer('book.state', {})
  const choices = useReportChoice(book.state === 'ready' ? book.value.today : null)
  const requestOf = (report: ReportName) => ({ report, ...choiceFor(report, choices.choice) })
  const preview = (report: ReportName) =>
    go(previewRoute(ReportRequest.parse(requestOf(report)), window.location.hash))
  const previewed = previewedReport(params)
  if (previewed !== null) {
    const { week, group, person, period } = params
    const list = routeTo('reports', { week, group, person, period })
    return (
      <PreviewPage
        key={JSON.stringify(previewed)}
        asked={previewed}
        onClose={() => go(params.back ?? list)}
      />
    )
  }
  return (
    <Page title="统计上报" subtitle="导出为 Excel 工作簿，标题、落款、页码和分页已排好，先预览，再导出。">
      <ReportChoices {...choices} />
      <ProblemNotice problem={problem} />
      <div className="report-subjects sheet">
        {subjects.map(({ title, reports }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul>
              {reports.map((report) => (
                <li key={report}>
                  <ReportLine report={report} />
                  <div className="bar">
                    <Button aria-label={`预览${report_titles[report]}`} onClick={() => preview(report)}>
                      预览
                    </Button>
                    <Button
                      aria-label={`导出${report_titles[report]}`}
                      loading={busy_report === report}
                      disabled={busy_report !== null && busy_report !== report}
                      onClick={() => void save(requestOf(report))}
                    >
                      导出…
                    </Button>
                  </div>
                  {exported?.request.report === report && <SavedLine exported={exported} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}

/** What a report holds, and which of the choices above it follows. */
function ReportLine({ report }: { report: ListedReport }) {
  const follows = followed(report)
  return (
    <div>
      <strong>{report_titles[report]}</strong>
      {follows.length > 0 && <span className="quiet small">按所选{follows.join('、')}</span>}
      <div className="quiet">{what_it_holds[report]}</div>
    </div>
  )
}

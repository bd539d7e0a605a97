import { Button, Segmented } from 'antd'
import { type ImportKind, import_kind_words } from '../../src-shared/imports.ts'
import { mondayOf } from '../../src-shared/week.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { WeekSwitch } from '../components/week-switch.tsx'
import { WorkLine } from '../components/work-line.tsx'
import { useParam } from '../route.ts'
import { useAnswer } from '../use-answer.ts'
import { ImportPreviewPage } from './import-preview-page.tsx'
import { MappingPage } from './mapping-page.tsx'
import { useImport } from './use-import.ts'
import './imports.css'

const kinds = Object.entries(import_kind_words) as [ImportKind, string][]

const what_it_takes: Record<ImportKind, string> = {
  staff: '需要“姓名”一列；工号、组别（部门）、岗位（职务）、联系电话等列有则一并读入。',
  duties: '需要“职责内容”（工作内容、工作事项）一列；组别、类别、频次、办理时限、A岗、B岗等列有则一并读入。',
  weekly:
    '一张表里的“本周履职情况”和“下周工作打算”两部分都能读入；需要“工作事项”一列，最好有责任人和完成时限。',
}

/** 导入: choose a file, look at every row, save what is right. */
export function ImportsScreen() {
  const [kind_param, setKind] = useParam('kind')
  const [week_param, setWeek] = useParam('week')
  const book = useAnswer('book.state', {})
  const run = useImport()
  const kind = kinds.find(([name]) => name === kind_param)?.[0] ?? 'staff'
  if (run.question !== null) {
    const { import_id, sheet, header_row } = run.question
    return <MappingPage key={`${import_id} ${sheet} ${header_row}`} question={run.question} run={run} />
  }
  if (run.preview !== null) {
    const { import_id, kind, sheet } = run.preview
    return <ImportPreviewPage key={`${import_id} ${kind} ${sheet}`} preview={run.preview} run={run} />
  }

  const this_monday = book.state === 'ready' ? mondayOf(book.value.today) : null
  const week_monday = kind === 'weekly' ? week_param || null : null
  return (
    <Page title="导入" subtitle="先预览、逐行核对，确认后才保存；错误的行不会存入台账。">
      <section className="sheet import-start" aria-label="选择要导入的表">
        <Segmented<ImportKind>
          aria-label="表的种类"
          size="large"
          value={kind}
          onChange={setKind}
          options={kinds.map(([value, label]) => ({ value, label }))}
        />
        <p className="quiet">{what_it_takes[kind]}</p>
        <p className="quiet">
          标题行、填报单位行、合并单元格、填报人落款等会自动识别。支持 Excel 工作簿（.xlsx、.xlsm、.xls）、WPS
          表格（.et）和 .csv 文件。
        </p>
        {kind === 'weekly' && this_monday !== null && (
          <div className="bar import-week">
            <span>报告周</span>
            <WeekSwitch monday={week_param || this_monday} this_monday={this_monday} onChange={setWeek} />
            <span className="quiet">表上写明第几周的，以表上为准。</span>
          </div>
        )}
        <div>
          <Button
            type="primary"
            size="large"
            loading={run.is_reading}
            onClick={() => run.choose(kind, { week_monday })}
          >
            选择文件…
          </Button>
        </div>
        {run.is_reading && <WorkLine of="imports" />}
        <ProblemNotice problem={run.problem} />
      </section>
    </Page>
  )
}

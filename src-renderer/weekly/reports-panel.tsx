import { App, Button, Segmented } from 'antd'
import { type HandInState, hand_in_words, type PersonReport } from '../../src-shared/weekly.ts'
import { DataTable } from '../components/data-table.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useChange } from '../use-change.ts'

interface ReportsPanelProps {
  week_monday: string
  week_title: string
  reports: PersonReport[]
}

const choices = (Object.entries(hand_in_words) as [HandInState, string][]).map(([value, label]) => ({
  value,
  label,
}))

/** 报送情况: who has handed in, who has nothing to report, who is missing; and the words to remind them. */
export function ReportsPanel({ week_monday, week_title, reports }: ReportsPanelProps) {
  const { run, problem } = useChange('weekly.handIn')
  const { message } = App.useApp()
  const missing = reports.filter((report) => report.state === 'missing')
  const copyReminder = async () => {
    const names = missing.map((report) =>
      report.group_name ? `${report.group_name} ${report.name}` : report.name,
    )
    await navigator.clipboard.writeText(`${week_title}周报未报人员：${names.join('、')}。请尽快报送。`)
    message.success('催报文字已复制，可粘贴到通知里。')
  }
  return (
    <>
      <ProblemNotice problem={problem} />
      <div className="bar">
        <span className="bar-fill quiet">
          {missing.length === 0 ? '本周全部报送完毕。' : `还有 ${missing.length} 人未报。`}
        </span>
        <Button disabled={missing.length === 0} onClick={copyReminder}>
          复制催报文字
        </Button>
      </div>
      <DataTable<PersonReport>
        label="报送情况"
        rows={reports}
        key_of={(report) => report.staff_id}
        min_width={640}
        empty="这一组还没有人员，请先在人员名册登记或导入。"
        columns={[
          { title: '组别', dataIndex: 'group_name', width: 160 },
          { title: '姓名', dataIndex: 'name', width: 120 },
          {
            title: '报送情况',
            dataIndex: 'state',
            width: 260,
            render: (state: HandInState, report) => (
              <Segmented
                size="small"
                aria-label={`${report.name}的报送情况`}
                options={choices}
                value={state}
                onChange={(next) => run({ week_monday, staff_ids: [report.staff_id], state: next })}
              />
            ),
          },
          { title: '报送日期', dataIndex: 'received_on', width: 140, className: 'number' },
          { title: '本周事项', dataIndex: 'row_count', align: 'right', width: 100 },
        ]}
      />
    </>
  )
}

import { Button } from 'antd'
import { type Duty, finding_words, kind_words, weight_words } from '../../src-shared/duties.ts'
import { scheduleWords } from '../../src-shared/schedule.ts'
import { Facts } from '../components/facts.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { useChange } from '../use-change.ts'
import { PastTexts } from './past-texts.tsx'

interface DutyPanelProps {
  duty: Duty
  /** Without them the record is only shown, as that of a day gone by. */
  onEdit?: () => void
  onVoid?: () => void
  onClose: () => void
}

/** One duty whole, with what can be done about it. */
export function DutyPanel({ duty, onEdit, onVoid, onClose }: DutyPanelProps) {
  const restore = useChange('duties.restore')
  const is_voided = duty.voided_on !== null
  const actions = is_voided ? (
    <Button loading={restore.is_busy} onClick={() => restore.run({ id: duty.id }, `已恢复 ${duty.number}`)}>
      恢复
    </Button>
  ) : (
    <>
      {onEdit !== undefined && <Button onClick={onEdit}>修改</Button>}
      {onVoid !== undefined && <Button onClick={onVoid}>作废</Button>}
    </>
  )
  return (
    <RecordPanel title={duty.number} label={`职责 ${duty.number}`} actions={actions} onClose={onClose}>
      <ProblemNotice problem={restore.problem} />
      <p className="record-text wrap">{duty.content}</p>
      <Facts
        facts={[
          ['状态', is_voided ? `已作废（${duty.voided_on}）` : '在用'],
          ['作废原因', duty.void_reason],
          ['组别', duty.group_name],
          ['类别', duty.category_name],
          ['A岗', duty.a_holder?.name ?? ''],
          ['B岗', duty.b_holders.map(({ name }, index) => numbered(name, index, duty)).join('、')],
          ['提示', findings(duty)],
          ['牌面短语', duty.card_text],
          ['性质', `${kind_words[duty.kind]}、${weight_words[duty.weight]}`],
          ['频次', duty.frequency],
          ['办理时限', duty.due_rule],
          ['日历规则', duty.schedule === null ? '' : scheduleWords(duty.schedule)],
          ['工作依据', duty.basis],
          ['工作标准', duty.standard],
          ['成果材料', duty.output],
          ['风险点', duty.risk],
          ['防控措施', duty.controls],
          ['具体内容', duty.steps],
          ['启动时间', duty.start_rule],
          ['责任领导', duty.leader],
          ['上报对象', duty.report_to],
          ['备注', duty.remark],
          ['生效日期', duty.from_on ?? ''],
        ]}
      />
      {onEdit !== undefined && <PastTexts duty={duty} />}
    </RecordPanel>
  )
}

function numbered(name: string, index: number, duty: Duty): string {
  return duty.b_holders.length > 1 ? `B${index + 1} ${name}` : name
}

function findings(duty: Duty) {
  if (duty.findings.length === 0) return ''
  return <span className="finding">{duty.findings.map((finding) => finding_words[finding]).join('、')}</span>
}

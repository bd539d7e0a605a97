import { Button } from 'antd'
import { type Duty, finding_words } from '../../src-shared/duties.ts'
import { Facts } from '../components/facts.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { useChange } from '../use-change.ts'

interface DutyPanelProps {
  duty: Duty
  onEdit: () => void
  onVoid: () => void
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
      <Button onClick={onEdit}>修改</Button>
      <Button onClick={onVoid}>作废</Button>
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
          ['频次', duty.frequency],
          ['办理时限', duty.due_rule],
          ['工作依据', duty.basis],
          ['工作标准', duty.standard],
          ['成果材料', duty.output],
          ['备注', duty.remark],
        ]}
      />
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

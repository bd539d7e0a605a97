import { Button } from 'antd'
import { dueText, extendedText, lightText } from '../../src-shared/matter-words.ts'
import {
  demand_words,
  effect_words,
  outcome_words,
  type TrackedRow,
  tracked_words,
} from '../../src-shared/tracked.ts'
import { weekOf } from '../../src-shared/week.ts'
import { Facts } from '../components/facts.tsx'
import { LightMark } from '../components/light-mark.tsx'
import { RecordPanel } from '../components/record-panel.tsx'
import { go, routeTo } from '../route.ts'
import { useChange } from '../use-change.ts'

interface TrackedPanelProps {
  row: TrackedRow
  onEdit: () => void
  onClose: () => void
}

/** One line of the ledger spelt out, with the way to its matter. */
export function TrackedPanel({ row, onEdit, onClose }: TrackedPanelProps) {
  const { matter, kind } = row
  const { run, is_busy } = useChange('tracked.remove')
  const remove = async () => {
    const done = await run({ id: row.id }, `已移出${tracked_words[kind]}台账，事项本身没有变动`)
    if (done !== undefined) onClose()
  }
  return (
    <RecordPanel
      title={matter.number}
      label={`${tracked_words[kind]} ${matter.number}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onEdit}>修改</Button>
          <Button loading={is_busy} onClick={() => void remove()}>
            移出台账
          </Button>
        </>
      }
    >
      <p className="record-text">{matter.title}</p>
      <Facts
        facts={[
          [demand_words[kind], row.demand],
          ['问题表现', row.shown_as],
          ['整改目标', row.goal],
          ['整改措施', row.measures],
          ['责任部门', row.units],
          ['责任领导', matter.leader],
          ['责任人', matter.staff_name || '未定'],
          ['来源', matter.source],
          ['时限', dueText(matter) || '未定'],
          ['延期', extendedText(matter)],
          ['亮灯', <LightMark key="light" light={matter.light} word={lightText(matter)} />],
          ['进展', progressText(row)],
          ['催办', row.reminded === 0 ? '' : `${row.reminded}次`],
          [effect_words[kind], row.effect],
          ['完成状态', outcome_words[row.outcome]],
          ['销号', matter.signed_off_on === null ? '' : `${matter.signed_off_on}　${matter.signed_off_by}`],
        ]}
      />
      <Button type="link" onClick={() => go(routeTo('weekly', { open: matter.matter_id }))}>
        看办理经过
      </Button>
    </RecordPanel>
  )
}

function progressText({ progress, progress_monday }: TrackedRow): string {
  return progress_monday === null ? '' : `第${weekOf(progress_monday).week}周：${progress}`
}

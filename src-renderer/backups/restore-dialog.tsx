import { Modal } from 'antd'
import type { Backup } from '../../src-shared/backups.ts'
import type { ChangeLine } from '../../src-shared/changes.ts'
import { Facts } from '../components/facts.tsx'
import { momentText } from '../components/moment.ts'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useFocusBack } from '../components/use-focus-back.ts'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'

/** Restoring takes the whole book back, so it is asked about by name: to when, with what, and what goes. */
export function RestoreDialog({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { run, is_busy, problem } = useChange('backups.restore')
  const changes = useAnswer('changes.list', {})
  useFocusBack()
  const moment = momentText(backup.made_at)
  const { staff, duties, matters, archive_entries } = backup.counts
  const restore = async () => {
    const restored = await run({ name: backup.name }, ({ lost }) =>
      lost.length === 0
        ? `台账已恢复到 ${moment}。`
        : `台账已恢复到 ${moment}，但有 ${lost.length} 个附件找不回来，请检查附件。`,
    )
    if (restored !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={`把台账恢复到 ${moment}？`}
      okText={`恢复到 ${moment}`}
      cancelText="不恢复"
      onOk={restore}
      onCancel={onClose}
      okButtonProps={{ loading: is_busy }}
      cancelButtonProps={{ autoFocus: true }}
      mask={{ closable: false }}
    >
      <ProblemNotice problem={problem} />
      <div className="restore-facts">
        <Facts
          facts={[
            [
              '恢复后',
              `${staff} 名人员、${duties} 项职责、${matters} 个事项、${archive_entries} 卷归档，设置也回到那时。`,
            ],
            ['会撤下', changes.state === 'ready' ? laterText(changes.value, backup.made_at) : '……'],
            [
              '附件',
              backup.files.missing > 0
                ? `${backup.files.count} 个，备份里缺 ${backup.files.missing} 个。`
                : '',
            ],
            ['能找回', '恢复前先把现在的台账另存为一份备份（恢复前），需要时可以从它再恢复回来。'],
          ]}
        />
      </div>
    </Modal>
  )
}

/** What was done since the backup, as far as the newest page of the trail reaches. */
function laterText({ rows, has_more }: { rows: ChangeLine[]; has_more: boolean }, made_at: string): string {
  const later = rows.filter((line) => line.made_at > made_at)
  if (later.length === 0) return '这份备份以后没有做过操作。'
  const count = later.length === rows.length && has_more ? `${later.length} 次以上` : `${later.length} 次`
  return `这份备份以后的 ${count}操作，最近一次是 ${momentText(later[0]?.made_at ?? made_at)}“${later[0]?.title}”。`
}

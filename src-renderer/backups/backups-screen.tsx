import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Backup } from '../../src-shared/backups.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { Faces } from '../components/faces.tsx'
import { momentText } from '../components/moment.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { TableFoot } from '../components/table-foot.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './backups.css'
import { BackupsTable } from './backups-table.tsx'
import { FilesPart } from './files-part.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

export function BackupsScreen() {
  const answer = useAnswer('backups.list', {})
  const book = useAnswer('book.state', {})
  const [chosen, setChosen] = useState<Backup | null>(null)
  const { run, is_busy, problem, clear } = useChange('backups.make')
  const make = () =>
    run({}, ({ made_at, files: { missing } }) =>
      missing === 0 ? `已备份，${momentText(made_at)}` : `已备份，但缺 ${missing} 个附件，请检查附件`,
    )
  const is_sample = book.state === 'ready' && book.value.book === 'sample'
  const latest = answer.state === 'ready' ? answer.value[0] : undefined
  return (
    <Page
      title="备份与恢复"
      is_fixed
      subtitle={
        latest === undefined ? '每天第一次打开程序时自动备份' : `最近一次 ${momentText(latest.made_at)}`
      }
      actions={
        <Button type="primary" loading={is_busy} onClick={make}>
          立即备份
        </Button>
      }
    >
      <ProblemNotice problem={problem} onClose={clear} />
      <Faces answer={answer} empty={(backups) => (backups.length === 0 ? <NoBackups onMake={make} /> : null)}>
        {(backups) => (
          <>
            {is_sample && (
              <Alert
                type="info"
                showIcon
                title="备份的是您自己的台账，不包括示例年度；要恢复，请先退出示例。"
              />
            )}
            <BackupsTable rows={backups} can_restore={!is_sample} onRestore={setChosen} />
            <FilesPart />
            <TableFoot keys={restore_keys}>
              共 {backups.length} 份，每日的保留最近 14 份
              {book.state === 'ready' && `；存放在 ${book.value.backup_folder}`}
            </TableFoot>
          </>
        )}
      </Faces>
      {chosen !== null && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}

const restore_keys = [
  ['↑↓', '移动'],
  ['回车', '恢复'],
] as const

function NoBackups({ onMake }: { onMake: () => void }) {
  return (
    <EmptyHint title="还没有备份" actions={<Button onClick={onMake}>立即备份</Button>}>
      每天第一次打开程序时自动备份一份，每一份都经过检查；也可以随时自己备份。
    </EmptyHint>
  )
}

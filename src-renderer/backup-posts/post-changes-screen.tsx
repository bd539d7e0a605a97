import { Button } from 'antd'
import { useState } from 'react'
import type { Adjustment, Publication } from '../../src-shared/backup-posts.ts'
import { ExportButton } from '../components/export-button.tsx'
import { Faces } from '../components/faces.tsx'
import { Page } from '../components/page.tsx'
import { useAnswer } from '../use-answer.ts'
import { AdjustmentWordsDialog } from './adjustment-words-dialog.tsx'
import { AdjustmentsTable } from './adjustments-table.tsx'
import './backup-posts.css'
import { PublicationList } from './publication-list.tsx'
import { PublishDialog } from './publish-dialog.tsx'

type Dialog = { kind: 'publish' } | { kind: 'words'; adjustment: Adjustment }

/** AB岗 · 变更与公布: what was adjusted, by whose approval, and what was published. */
export function PostChangesScreen() {
  const adjustments = useAnswer('backupPosts.adjustments', {})
  const publications = useAnswer('backupPosts.publications', {})
  const book = useAnswer('book.state', {})
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const today = book.state === 'ready' ? book.value.today : ''
  const published = publications.state === 'ready' ? publications.value : []
  return (
    <Page
      title="AB岗"
      is_fixed
      subtitle={adjustments.state === 'ready' ? subtitleOf(adjustments.value, published, today) : '　'}
      actions={
        <>
          <ExportButton report="post-adjustments">导出备案表…</ExportButton>
          <Button type="primary" onClick={() => setDialog({ kind: 'publish' })}>
            公布…
          </Button>
        </>
      }
    >
      <div className="posts-layout">
        <div>
          <Faces answer={adjustments}>
            {(rows) => (
              <AdjustmentsTable
                adjustments={rows}
                today={today}
                onComplete={(adjustment) => setDialog({ kind: 'words', adjustment })}
              />
            )}
          </Faces>
        </div>
        <PublicationList publications={published} />
      </div>
      {dialog?.kind === 'publish' && <PublishDialog today={today} onClose={close} />}
      {dialog?.kind === 'words' && <AdjustmentWordsDialog adjustment={dialog.adjustment} onClose={close} />}
    </Page>
  )
}

function subtitleOf(adjustments: Adjustment[], [last]: Publication[], today: string): string {
  const wanting = adjustments.filter(({ approver }) => approver === '').length
  const coming = adjustments.filter(({ effective_on }) => effective_on > today).length
  const since = adjustments.filter(
    ({ effective_on }) => last !== undefined && effective_on > last.as_of,
  ).length
  return [
    last === undefined ? '还没有公布过' : `上次公布 ${last.as_of}，其后调整${since}次`,
    ...(coming > 0 ? [`${coming}次尚未生效`] : []),
    ...(wanting > 0 ? [`${wanting}次待补批准人`] : []),
  ].join(' · ')
}

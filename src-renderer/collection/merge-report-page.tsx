import { Button } from 'antd'
import { useState } from 'react'
import { Faces } from '../components/faces.tsx'
import { momentText } from '../components/moment.ts'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { FileDetails } from './file-details.tsx'
import { FileList } from './file-list.tsx'

const none: ReadonlySet<string> = new Set()

/** 合并报告: what became of every cell of a batch, and the way back. */
export function MergeReportPage({ id, onClose }: { id: number; onClose: () => void }) {
  const answer = useAnswer('collection.report', { id })
  const undo = useChange('changes.undo')
  const [open, setOpen] = useState('')
  const report = answer.state === 'ready' ? answer.value : null
  const shown = report?.files.find((file) => file.id === open) ?? report?.files[0]
  return (
    <Page
      title="合并报告"
      is_fixed
      subtitle={
        report === null
          ? '　'
          : `${momentText(report.made_at)} ${report.who} · ${report.files.length} 份${report.is_undone ? ' · 已撤销' : ''}`
      }
      actions={
        <>
          <Button onClick={onClose}>返回</Button>
          <Button
            danger
            disabled={report === null || report.is_undone}
            loading={undo.is_busy}
            onClick={() => report && undo.run({ id: report.change_id }, ({ title }) => title)}
          >
            {report?.is_undone === true ? '已撤销' : '撤销这次合并'}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={undo.problem} />
      <Faces answer={answer}>
        {({ files }) => (
          <div className="merge-layout">
            <FileList
              files={files}
              open={shown?.id ?? ''}
              left_out={none}
              decisions={null}
              onOpen={setOpen}
            />
            {shown && <FileDetails key={shown.id} file={shown} decisions={null} />}
          </div>
        )}
      </Faces>
    </Page>
  )
}

import { App, Button, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import type { TakenFile } from '../../src-shared/files.ts'
import type { Finding, Preflight } from '../../src-shared/preflight.ts'
import { cellPlace } from '../components/cell-place.ts'
import { EmptyHint } from '../components/empty-hint.tsx'
import { FileDoor } from '../components/file-door.tsx'
import { countFindings, FindingList } from '../components/finding-list.tsx'
import { Page } from '../components/page.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import { SheetView } from './sheet-view.tsx'
import './submissions.css'

type LookedAt = Pick<TakenFile, 'token' | 'name'>

/** 上报前体检 of any workbook, such as one that was finished by hand in Excel. */
export function CheckScreen() {
  const [file, setFile] = useState<LookedAt | null>(null)
  return (
    <Page
      title="统计上报"
      is_fixed
      subtitle={
        file === null
          ? '报出去以前查一遍：合计、空格、姓名、日期、隐藏内容、批注、作者、字体、分页。'
          : file.name
      }
    >
      {file === null ? (
        <EmptyHint
          title="把要上报的工作簿拖到这里"
          actions={<WorkbookDoor verb="选择要体检的工作簿" type="primary" onFile={setFile} />}
        >
          自己在 Excel、WPS 里改完的表也可以查。只看不改：文件本身不会变动。
        </EmptyHint>
      ) : (
        <>
          <WorkbookDoor verb="换一个工作簿" type="default" onFile={setFile} />
          <Checked key={file.token} token={file.token} onCleaned={setFile} />
        </>
      )}
    </Page>
  )
}

interface WorkbookDoorProps {
  verb: string
  type: 'primary' | 'default'
  onFile: (file: LookedAt) => void
}

function WorkbookDoor({ verb, type, onFile }: WorkbookDoorProps) {
  return (
    <FileDoor
      verb={verb}
      type={type}
      kind="workbook"
      drop_words="放开后体检"
      onFiles={([taken]) => taken && onFile(taken)}
    />
  )
}

interface CheckedProps {
  token: string
  /** Looks at the copy without comments and authors from now on. */
  onCleaned: (copy: LookedAt) => void
}

function Checked({ token, onCleaned }: CheckedProps) {
  const answer = useAnswer('submissions.check', { file: token })
  if (answer.state === 'waiting') return <Skeleton active paragraph={{ rows: 8 }} title={false} />
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} />
  return <Found token={token} result={answer.value} onCleaned={onCleaned} />
}

function Found({ token, result, onCleaned }: CheckedProps & { result: Preflight }) {
  const { message } = App.useApp()
  const cleaning = useChange('submissions.saveClean')
  const { findings, sheets } = result
  const clean = async () => {
    const answer = await cleaning.run({ file: token })
    if (answer?.state !== 'saved') return
    message.success(`已另存 ${answer.file_name}，没有批注和作者；下面看的就是这一份。`, 6)
    onCleaned({ token: answer.token, name: answer.file_name })
  }
  const [chosen, setChosen] = useState<Finding | null>(null)
  const [opened, setOpened] = useState('')
  const sheet = sheets.find(({ name }) => name === opened) ?? sheets[0]
  const choose = (finding: Finding) => {
    setChosen(finding)
    if (sheets.some(({ name }) => name === finding.sheet)) setOpened(finding.sheet)
  }
  return (
    <div className="checked">
      <section className="sheet checked-sheet" aria-label="工作簿">
        {sheets.length > 1 && (
          <Tabs
            size="small"
            activeKey={sheet?.name ?? ''}
            onChange={setOpened}
            items={sheets.map(({ name }) => ({ key: name, label: name }))}
          />
        )}
        {sheet && (
          <SheetView
            sheet={sheet}
            marked={chosen !== null && chosen.sheet === sheet.name ? cellPlace(chosen.address) : null}
          />
        )}
      </section>
      <aside className="sheet checked-side" aria-label="体检结果">
        <p role="status">
          <strong>{countFindings(findings)}</strong>
        </p>
        {result.is_cleanable && (
          <p>
            <Button loading={cleaning.is_busy} onClick={() => void clean()}>
              另存干净的一份…
            </Button>
            <span className="quiet small">　去掉批注、作者和单位，其余一字不动；原件保留。</span>
          </p>
        )}
        <ProblemNotice problem={cleaning.problem} />
        <FindingList findings={findings} chosen={chosen} onChoose={choose} />
      </aside>
    </div>
  )
}

import { Alert, Button, Input, Modal } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { monthDay, weekdayName, yearOf } from '../../src-shared/dates.ts'
import type { TakenFile } from '../../src-shared/files.ts'
import type { HolidayChange, HolidayPreview } from '../../src-shared/holidays.ts'
import { type HolidayDay, holiday_words } from '../../src-shared/settings.ts'
import { FileDoor } from '../components/file-door.tsx'
import { ProblemNotice } from '../components/problem-notice.tsx'
import { type Answer, useAnswer } from '../use-answer.ts'
import { useChange } from '../use-change.ts'
import './import-holidays.css'

interface ImportHolidaysProps {
  year: number
  /** Gets the year that was written. */
  onClose: (year?: number) => void
}

/** A pasted notice or a sheet on the left, what it would write on the right, day by day; nothing is saved before. */
export function ImportHolidays({ year, onClose }: ImportHolidaysProps) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<Pick<TakenFile, 'token' | 'name'> | null>(null)
  const [preview, setPreview] = useState<HolidayPreview | null>(null)
  const { run, is_busy, problem } = useChange('holidays.import')
  const asked = useDeferredValue(text.trim())
  const save = async () => {
    if (preview === null) return
    const said = `已登记 ${preview.year} 年节假日`
    if ((await run({ year: preview.year, days: preview.days }, said)) !== undefined) onClose(preview.year)
  }
  return (
    <Modal
      open
      title="从放假通知导入"
      width={960}
      style={{ top: 48 }}
      mask={{ closable: false }}
      destroyOnHidden
      onCancel={() => onClose()}
      footer={
        <div className="form-foot">
          <span className="quiet small bar-fill">登记以前什么也不改；登记后可以撤销。</span>
          <Button onClick={() => onClose()}>取消</Button>
          <Button type="primary" loading={is_busy} disabled={preview === null} onClick={() => void save()}>
            {preview === null ? '登记' : `登记 ${preview.year} 年`}
          </Button>
        </div>
      }
    >
      <ProblemNotice problem={problem} />
      <div className="holiday-import">
        <div>
          <Input.TextArea
            autoFocus
            aria-label="通知正文"
            value={text}
            rows={14}
            placeholder={notice_example}
            onChange={({ target }) => {
              setFile(null)
              setPreview(null)
              setText(target.value)
            }}
          />
          <FileDoor
            verb="选择表格"
            kind="workbook"
            drop_words="放开后读取节假日"
            onFiles={([taken]) => {
              setPreview(null)
              if (taken) setFile(taken)
            }}
          />
          {file !== null && <p className="quiet">正在看的是 {file.name}</p>}
        </div>
        <section aria-label="将要登记的日期" className="holiday-preview">
          {file !== null ? (
            <FilePreview key={file.token} file={file.token} year={year} onPreview={setPreview} />
          ) : asked === '' ? (
            <p className="quiet">
              把国务院办公厅放假通知的正文粘贴到左边，这里逐日列出放假和调休上班，与现在的表对照。
            </p>
          ) : (
            <NoticePreview key={asked} text={asked} year={year} onPreview={setPreview} />
          )}
        </section>
      </div>
    </Modal>
  )
}

const notice_example =
  '例如：\n一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。\n二、春节：……'

interface PreviewProps {
  year: number
  onPreview: (preview: HolidayPreview) => void
}

function NoticePreview({ text, year, onPreview }: PreviewProps & { text: string }) {
  return <Shown answer={useAnswer('holidays.readNotice', { text, year })} onPreview={onPreview} />
}

function FilePreview({ file, year, onPreview }: PreviewProps & { file: string }) {
  return <Shown answer={useAnswer('holidays.readFile', { file, year })} onPreview={onPreview} />
}

function Shown({
  answer,
  onPreview,
}: {
  answer: Answer<HolidayPreview>
  onPreview: PreviewProps['onPreview']
}) {
  const preview = answer.state === 'ready' && !answer.is_old ? answer.value : null
  useEffect(() => {
    if (preview !== null) onPreview(preview)
  }, [preview, onPreview])
  if (answer.state === 'failed') return <ProblemNotice problem={answer.problem} />
  return preview === null ? null : <Preview preview={preview} />
}

function Preview({ preview: { changes, doubts, year } }: { preview: HolidayPreview }) {
  const differing = changes.filter((change) => !isSame(change))
  return (
    <>
      {doubts.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="请先核对"
          description={doubts.map((words) => <div key={words}>{words}</div>)}
        />
      )}
      <p role="status">
        {year} 年：{differing.length === 0 ? '和现在的表一样。' : `有 ${differing.length} 天要改，`}
        {differing.length > 0 && `${changes.length - differing.length} 天和现在一样。`}
      </p>
      <table className="holiday-changes">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">现在</th>
            <th scope="col">登记后</th>
            <th scope="col">节日</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.day} className={isSame(change) ? 'quiet' : ''}>
              <td className="number">
                {yearOf(change.day) !== year && `${yearOf(change.day)}年`}
                {monthDay(change.day)} {weekdayName(change.day)}
              </td>
              <td>{wordsOf(change.before)}</td>
              <td>{isSame(change) ? '不变' : <b>{wordsOf(change.after)}</b>}</td>
              <td>{change.after?.name ?? change.before?.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function isSame({ before, after }: HolidayChange): boolean {
  return before !== null && after !== null && before.kind === after.kind && before.name === after.name
}

function wordsOf(day: HolidayDay | null): string {
  return day === null ? '—' : holiday_words[day.kind]
}

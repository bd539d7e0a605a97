import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { columnLetters } from '../../src-shared/form-grid.ts'
import type { FormIssue, FormMapping, FormPreview, FormWordQuestion } from '../../src-shared/forms.ts'
import { changeColumn } from './edit-mapping.ts'
import { PeriodSwitch } from './period-switch.tsx'
import type { FormRun } from './use-form.ts'

interface FillPanelProps {
  run: FormRun
  preview: FormPreview
  on: string
  today: string
  onPeriod: (day: string) => void
  onShow: (issue: FormIssue) => void
  changes: ReactNode
  /** 上报前体检. */
  check: ReactNode
}

/** 填报: what was filled, what to look at, and what it will be called. */
export function FillPanel({ run, preview, on, today, onPeriod, onShow, changes, check }: FillPanelProps) {
  const { mapping } = run
  return (
    <aside className="sheet form-side" aria-label="填报">
      {changes}
      <section aria-label="填报期">
        <h2>填报期　{preview.period}</h2>
        <PeriodSwitch mapping={mapping} on={on} today={today} title={preview.period} onChange={onPeriod} />
      </section>
      <section aria-label="填了多少">
        <dl className="form-counts">
          <Count word="数据行" count={preview.rows} />
          <Count word="新加的行" count={preview.inserted} />
          <Count word="单项" count={preview.facts} />
        </dl>
      </section>
      <Words mapping={mapping} words={preview.words} onChange={run.setMapping} />
      <section aria-label="要留意的">
        <h2>{preview.issues.length === 0 ? '没有要留意的' : `要留意的 ${preview.issues.length} 条`}</h2>
        <ul className="form-issues">
          {preview.issues.map((issue) => (
            <li key={`${issue.sheet}${issue.address}${issue.message}`}>
              <Mark level={issue.level} />
              <button type="button" className="form-link" onClick={() => onShow(issue)}>
                {issue.address}
              </button>
              　{issue.message}
            </li>
          ))}
        </ul>
      </section>
      {check}
      <section aria-label="表名">
        <h2>表名</h2>
        <Input
          aria-label="表名"
          value={run.name}
          maxLength={100}
          onChange={(event) => run.setName(event.target.value)}
        />
        <p className="quiet small">存为 {preview.file_name}</p>
      </section>
    </aside>
  )
}

function Count({ word, count }: { word: string; count: number }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>{count}</dd>
    </div>
  )
}

const level_words = { stop: '不能保存', look: '请看', note: '说明' } as const

function Mark({ level }: { level: FormIssue['level'] }) {
  const tone = level === 'stop' ? 'light light-red' : level === 'look' ? 'finding' : 'quiet'
  return <span className={tone}>{level_words[level]}　</span>
}

/** Our words that the form's lists do not know: each is matched once and remembered. */
function Words({
  mapping,
  words,
  onChange,
}: {
  mapping: FormMapping
  words: FormWordQuestion[]
  onChange: (mapping: FormMapping) => void
}) {
  if (words.length === 0) return null
  const choose = ({ block, column, value }: FormWordQuestion, word: string) => {
    const before = mapping.blocks[block]?.columns.find((one) => one.column === column)?.words ?? {}
    onChange(changeColumn(mapping, block, column, { words: { ...before, [value]: word } }))
  }
  return (
    <section aria-label="下拉选项里没有的">
      <h2>表样的下拉选项里没有这些说法</h2>
      <p className="quiet small">请选一次表样自己的说法，以后都照它填；不选就照原样写入。</p>
      {words.map((question) => (
        <div className="form-field" key={`${question.block}-${question.column}-${question.value}`}>
          <span title={`${question.header}：${question.value}`}>
            {columnLetters(question.column)}　{question.value}
          </span>
          <Select
            aria-label={`${question.header}：${question.value}`}
            placeholder={`${question.cells} 格，选表样的说法`}
            value={null}
            onChange={(word: string | null) => word !== null && choose(question, word)}
            options={question.options.map((option) => ({ value: option, label: option }))}
          />
        </div>
      ))}
    </section>
  )
}

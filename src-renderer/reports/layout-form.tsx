import { AutoComplete, Button, Checkbox, Popover, Select } from 'antd'
import type { ReactNode } from 'react'
import { orientation_words, type PaperLayout, type PaperView } from '../../src-shared/paper.ts'

interface LayoutFormProps {
  view: PaperView
  onChange: (layout: PaperLayout) => void
}

const papers = (['A4', 'A3'] as const).flatMap((paper) =>
  (['landscape', 'portrait'] as const).map((orientation) => ({
    value: `${paper} ${orientation}`,
    label: `${paper} ${orientation_words[orientation]}`,
    paper,
    orientation,
  })),
)
const attachments = ['', ...Array.from({ length: 9 }, (_, at) => `附件${at + 1}`)].map((value) => ({
  value,
  label: value === '' ? '不加' : value,
}))
/** Below this, in points, a printed table is hard to read. */
const small_print = 7.5

/** Paper, 附件 line, columns and fonts of a report. Remembered when it is exported. */
export function LayoutForm({ view, onChange }: LayoutFormProps): ReactNode {
  const { layout, scale, styles } = view
  const change = (part: Partial<PaperLayout>) => onChange({ ...layout, ...part })
  const print = (styles.left?.size ?? 10.5) * scale
  return (
    <section aria-label="纸张">
      <h2>纸张</h2>
      <div className="layout-form">
        <div>
          <span>纸张</span>
          <Select
            aria-label="纸张"
            value={`${layout.paper} ${layout.orientation}`}
            options={papers}
            onChange={(value) => {
              const chosen = papers.find((paper) => paper.value === value)
              if (chosen) change({ paper: chosen.paper, orientation: chosen.orientation })
            }}
          />
        </div>
        <div>
          <span>附件</span>
          <AutoComplete
            aria-label="附件"
            value={layout.attachment}
            placeholder="不加，或写“附件1”"
            maxLength={20}
            options={attachments}
            onChange={(attachment: string) => change({ attachment })}
          />
        </div>
        {view.columns.length > 0 && <ColumnChoice view={view} change={change} />}
      </div>
      <p className={print < small_print ? 'finding small' : 'quiet small'}>
        正文打印出来约 {print.toFixed(1)} 磅{print < small_print && '，偏小。换成 A3，或去掉几列，会更清楚。'}
      </p>
      {view.font_notes.length > 0 && (
        <ul className="font-notes small" aria-label="字体">
          {view.font_notes.map((note) => (
            <li key={note} className="finding">
              {note}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ColumnChoice({ view, change }: { view: PaperView; change: (part: Partial<PaperLayout>) => void }) {
  const { columns } = view
  const { hidden_columns } = view.layout
  const shown = columns.filter((column) => !hidden_columns.includes(column))
  const list = (
    <Checkbox.Group
      className="column-choice"
      value={shown}
      options={columns.map((column) => ({
        value: column,
        label: column,
        disabled: shown.length === 1 && shown[0] === column,
      }))}
      onChange={(kept) => change({ hidden_columns: columns.filter((column) => !kept.includes(column)) })}
    />
  )
  return (
    <div>
      <span>列</span>
      <Popover trigger="click" placement="bottomRight" content={list} title="导出哪些列">
        <Button>
          {shown.length === columns.length
            ? `全部 ${columns.length} 列`
            : `${shown.length} 列，去掉 ${columns.length - shown.length} 列`}
        </Button>
      </Popover>
    </div>
  )
}

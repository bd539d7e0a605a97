import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { type MergeFile, type MergeRow, merge_row_words, part_words } from '../../src-shared/collection.ts'
import { go, routeTo } from '../route.ts'
import { questionsOf } from './decisions.ts'
import { RowDetails } from './row-details.tsx'
import type { DecisionsRun } from './use-decisions.ts'

type Filter = 'all' | 'asked' | MergeRow['kind']

interface FileDetailsProps {
  file: MergeFile
  /** Without them it is a report: decided, and only read. */
  decisions: DecisionsRun | null
  onTakeForThisWeek?: () => void
  /** 退回 to those whose report it is. */
  onReturn?: () => void
}

const kinds = ['changed', 'new', 'gone', 'wrong', 'skipped'] as const

/** What one file says that is not in the book, row by row. */
export function FileDetails({ file, decisions, onTakeForThisWeek, onReturn }: FileDetailsProps) {
  const asked = useMemo(() => file.rows.filter((row) => questionsOf(row).length > 0), [file])
  const [filter, setFilter] = useState<Filter>(decisions !== null && asked.length > 0 ? 'asked' : 'all')
  const [count, setCount] = useState(rows_at_once)
  const shown =
    filter === 'all'
      ? file.rows
      : filter === 'asked'
        ? asked
        : file.rows.filter(({ kind }) => kind === filter)
  const options = [
    { value: 'all' as Filter, label: `全部 ${file.rows.length}` },
    ...(asked.length > 0 ? [{ value: 'asked' as Filter, label: `要选定 ${asked.length}` }] : []),
    ...kinds.flatMap((kind) => {
      const many = file.rows.filter((row) => row.kind === kind).length
      return many === 0 ? [] : [{ value: kind as Filter, label: `${merge_row_words[kind]} ${many}` }]
    }),
  ]
  return (
    <section className="sheet file-details" aria-label={file.file_name}>
      <header>
        <h2>{file.file_name}</h2>
        <p className="quiet small">
          读到 {file.read_rows} 行，{file.same_rows} 行没有改动
          {file.people.length > 0 && `；合并后记为已收：${file.people.map(({ name }) => name).join('、')}`}
        </p>
        {file.words.map((words) => (
          <p key={words} className="finding small">
            {words}
          </p>
        ))}
        <div className="bar">
          {file.rows.length > 0 && (
            <Segmented<Filter>
              aria-label="显示哪些行"
              value={filter}
              options={options}
              onChange={setFilter}
            />
          )}
          {onReturn && file.people.length > 0 && <Button onClick={onReturn}>退回这份…</Button>}
          {file.state === 'other_week' && onTakeForThisWeek && isFree(file) && (
            <Button onClick={onTakeForThisWeek}>按本周读入</Button>
          )}
          {file.state === 'unclear' && (
            <Button onClick={() => go(routeTo('imports', { kind: 'weekly' }))}>去导入</Button>
          )}
        </div>
      </header>
      <div className="merge-rows">
        {(['this', 'next'] as const).map((part) => {
          const rows = shown.slice(0, count).filter((row) => row.part === part)
          if (rows.length === 0) return null
          return (
            <section key={part} aria-label={part_words[part]}>
              {file.state !== 'free' && <h3>{part_words[part]}</h3>}
              {rows.map((row) => (
                <RowDetails key={row.id} row={row} decisions={decisions} />
              ))}
            </section>
          )
        })}
        {shown.length > count && (
          <Button onClick={() => setCount(count + rows_at_once)}>
            再显示 {Math.min(rows_at_once, shown.length - count)} 行
          </Button>
        )}
        {shown.length === 0 && (
          <p className="quiet">{file.rows.length === 0 ? '没有要合并的内容。' : '没有这样的行。'}</p>
        )}
      </div>
    </section>
  )
}

/** Cells with radio buttons are slow to draw by the hundred. */
const rows_at_once = 60

/** A form of another week cannot be read as one of this week: its rows are those of that week. */
function isFree({ words }: MergeFile): boolean {
  return words.some((word) => word.includes('按本周读入'))
}

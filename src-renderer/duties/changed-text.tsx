import { changedWords, type Piece } from '../../src-shared/changed-words.ts'
import type { DutyChange, VersionRow } from '../../src-shared/duty-versions.ts'

interface ChangedTextProps {
  change: DutyChange
  side: 'before' | 'after'
}

/** One side of a change: the whole duty where the other side has none, else each field that differs, its words marked. */
export function ChangedText({ change, side }: ChangedTextProps) {
  const row = change[side]
  if (row === null) return <span className="quiet">—</span>
  if (change.differences.length === 0) return <WholeDuty row={row} />
  return (
    <>
      {change.differences.map(({ label, before, after }) => (
        <div key={label} className="wrap">
          <span className="quiet">{label}：</span>
          <Pieces pieces={changedWords(before, after)[side === 'before' ? 0 : 1]} side={side} />
        </div>
      ))}
    </>
  )
}

function WholeDuty({ row }: { row: VersionRow }) {
  return (
    <>
      <div className="wrap">{row.content}</div>
      <div className="quiet">
        A岗：{row.a_name || '无'}　B岗：{row.b_names || '无'}
      </div>
    </>
  )
}

function Pieces({ pieces, side }: { pieces: readonly Piece[]; side: 'before' | 'after' }) {
  if (pieces.length === 0) return <span className="quiet">（无）</span>
  const starts = pieces.map((_, at) => pieces.slice(0, at).reduce((sum, { text }) => sum + text.length, 0))
  return pieces.map(({ text, is_changed }, at) =>
    is_changed ? (
      <span key={starts[at]} className={side === 'before' ? 'word-gone' : 'word-change'}>
        {text}
      </span>
    ) : (
      <span key={starts[at]}>{text}</span>
    ),
  )
}

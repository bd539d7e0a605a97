import { Button } from 'antd'

interface OlderPagesProps {
  /** Ids of the rows in view, newest first. */
  rows: readonly { id: number }[]
  has_more: boolean
  /** The page holds what is older than this; null for the newest. */
  before_id: number | null
  onBefore: (before_id: number | null) => void
  /** 条, 次 */
  unit: string
}

/** Under a list that is read newest first, a page at a time. */
export function OlderPages({ rows, has_more, before_id, onBefore, unit }: OlderPagesProps) {
  return (
    <span className="bar">
      <Button size="small" disabled={before_id === null} onClick={() => onBefore(null)}>
        最近的
      </Button>
      <Button size="small" disabled={!has_more} onClick={() => onBefore(rows.at(-1)?.id ?? null)}>
        更早的
      </Button>
      <span>
        本页 {rows.length} {unit}
      </span>
    </span>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import type { NameOption } from '../components/name-select.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'
import { dropDraft, type PostEdit } from './post-draft.ts'

interface AdjustBarProps {
  draft: ReadonlyMap<number, PostEdit>
  people: readonly NameOption[]
}

/** Says that published posts were changed here and are not recorded yet. */
export function AdjustBar({ draft, people }: AdjustBarProps) {
  const [is_open, setOpen] = useState(false)
  if (draft.size === 0) return null
  return (
    <section className="adjust-bar" aria-label="待登记的调整">
      <span>
        <strong>待登记的调整 {draft.size} 项</strong>
        <span className="quiet">　AB岗已经公布，调整要有批准人、原因和生效日期。</span>
      </span>
      <span className="bar-fill" />
      <Button onClick={dropDraft}>放弃改动</Button>
      <Button type="primary" onClick={() => setOpen(true)}>
        登记调整…
      </Button>
      {is_open && <AdjustDialog edits={[...draft.values()]} people={people} onClose={() => setOpen(false)} />}
    </section>
  )
}

import { Button } from 'antd'
import type { RowDeed } from './row-deeds.ts'
import type { SheetRow } from './sheet-rows.ts'

interface RowDeedButtonsProps {
  deeds: readonly RowDeed[]
  chosen: readonly SheetRow[]
  onRun: (deed: RowDeed) => void
}

/** How many rows are chosen, and a button for each deed; one that suits none of them is grey. */
export function RowDeedButtons({ deeds, chosen, onRun }: RowDeedButtonsProps) {
  return (
    <>
      {chosen.length > 1 && <span className="quiet">已选 {chosen.length} 项</span>}
      {deeds
        .filter(({ is_key_only }) => is_key_only !== true)
        .map((deed) => (
          <Button
            key={deed.key}
            title={deed.key}
            disabled={!chosen.some(({ id }) => id !== null && deed.suits(id))}
            onClick={() => onRun(deed)}
          >
            {deed.word}
          </Button>
        ))}
    </>
  )
}

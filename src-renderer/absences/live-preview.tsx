import type { AbsencePreview } from '../../src-shared/absences.ts'
import type { Input } from '../../src-shared/contract.ts'
import { Faces } from '../components/faces.tsx'
import { NameSelect } from '../components/name-select.tsx'
import { useAnswer } from '../use-answer.ts'
import { useStaffChoices } from '../use-choices.ts'
import { PreviewParts } from './preview-parts.tsx'

interface LivePreviewProps {
  question: Input<'absences.preview'>
  /** Wishes a stand-in for a duty, or takes the wish back; without it the preview only shows. */
  onWish?: (duty_ids: number[], staff_id: number | null) => void
}

/** What the absence that is being typed brings with it. */
export function LivePreview({ question, onWish }: LivePreviewProps) {
  const answer = useAnswer('absences.preview', question)
  const wished = new Set((question.stand_ins ?? []).map(({ duty_id }) => duty_id))
  return (
    <section className="absence-preview" aria-label="顶岗情况">
      <Faces answer={answer}>
        {(preview) => (
          <PreviewParts
            preview={preview}
            {...(onWish === undefined
              ? {}
              : {
                  onAppoint: (duty, candidate) => onWish([duty.duty_id], candidate.staff_id),
                  onDismiss: (duty) => onWish([duty.duty_id], null),
                  choose_all: <ChooseAll preview={preview} onWish={onWish} />,
                  canDismiss: (duty) => wished.has(duty.duty_id),
                })}
          />
        )}
      </Faces>
    </section>
  )
}

/** One person for all duties that have nobody. */
function ChooseAll({
  preview,
  onWish,
}: { preview: AbsencePreview } & Required<Pick<LivePreviewProps, 'onWish'>>) {
  const risky = preview.duties.filter(({ risks }) => risks.length > 0).map(({ duty_id }) => duty_id)
  return (
    <NameSelect
      label="都指派给"
      placeholder="都指派给…"
      width={140}
      options={useStaffChoices()}
      value={null}
      onChange={(staff_id) => onWish(risky, staff_id)}
    />
  )
}

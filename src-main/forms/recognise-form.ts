import type { FormPicture } from '../../src-shared/form-picture.ts'
import { compareShape, type ShapeMatch } from './compare-shape.ts'
import type { KeptForm } from './kept-forms.ts'

/** Below this the words of two forms are too different for one to be a newer version of the other. */
const least_likeness = 0.6

/** The remembered form that this one is, or is a newer version of. */
export function recogniseForm(
  kept: readonly KeptForm[],
  picture: FormPicture,
): { form: KeptForm; match: ShapeMatch } | null {
  let best: { form: KeptForm; match: ShapeMatch } | null = null
  for (const form of kept) {
    const match = compareShape(form.shape, picture)
    const isBetter = best === null || rank(match) > rank(best.match)
    if (match.likeness >= least_likeness && isBetter) best = { form, match }
  }
  return best
}

/** Of two forms with the same words the one with fewer others is meant. */
function rank({ likeness, is_same, added }: ShapeMatch): number {
  return likeness + (is_same ? 1 : 0) - Math.min(added.length, 500) / 5000
}

// Who answers the contract's part on what belongs to single matters.
import type { matters_methods } from '../../src-shared/contract/matters.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { bringMatterFilesIn, saveMatterFile } from '../actions/keep-matter-files.ts'
import { numberReport } from '../numbers/unused-numbers.ts'
import { addMeasure, editMeasure, listMeasures, removeMeasure, restoreMeasure } from '../settings/measures.ts'
import { askedMeasures } from '../weekly/asked-measures.ts'
import { matterEvidence, removeMatterFile, setMatterPaper } from '../weekly/matter-evidence.ts'
import { setMeasures } from '../weekly/matter-measures.ts'
import { noteMatters } from '../weekly/note-matters.ts'
import type { Kit } from './kit.ts'

export function mattersHandlers({
  desk,
  db,
  change,
  done,
}: Kit): Pick<Handlers, keyof typeof matters_methods> {
  return {
    'measures.list': () => listMeasures(db()),
    'measures.add': (draft) => change('measures.add', (c) => addMeasure(c, draft)),
    'measures.edit': ({ id, draft }) => done(change('measures.edit', (c) => editMeasure(c, id, draft))),
    'measures.remove': ({ id }) => change('measures.remove', (c) => removeMeasure(c, id)),
    'measures.restore': ({ id }) => done(change('measures.restore', (c) => restoreMeasure(c, id))),

    'matters.measures': async ({ matter_ids }) => {
      const asked = await askedMeasures(db(), matter_ids)
      return [...asked].map(([matter_id, measures]) => ({ matter_id, measures: [...measures] }))
    },
    'matters.setMeasures': (input) => done(change('matters.setMeasures', (c) => setMeasures(c, input))),

    'matters.evidence': ({ matter_id }) => matterEvidence(db(), matter_id),
    'matters.addFiles': (input) => bringMatterFilesIn(desk, input),
    'matters.removeFile': ({ id }) => done(change('matters.removeFile', (c) => removeMatterFile(c, id))),
    'matters.saveFile': ({ id }) => saveMatterFile(desk, id),
    'matters.setPaper': (input) => done(change('matters.setPaper', (c) => setMatterPaper(c, input))),

    'numbers.report': (question) => numberReport(db(), question),

    'matters.note': (input) => change('matters.note', (c) => noteMatters(c, input)),
  }
}

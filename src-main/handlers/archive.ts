// Who answers the contract's part on the archive.
import type { archive_methods } from '../../src-shared/contract/archive.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { archiveWithFiles, bringEntryFiles } from '../actions/bring-archive-files.ts'
import { archiveLists } from '../archive/archive-lists.ts'
import { correctEntry } from '../archive/corrections.ts'
import {
  removeClass,
  removeOrgan,
  removeRule,
  saveClass,
  saveOrgan,
  saveRule,
} from '../archive/edit-archive-lists.ts'
import { entryDetails } from '../archive/entry-details.ts'
import { getArchiveEntry } from '../archive/get-archive-entry.ts'
import { listArchive } from '../archive/list-archive.ts'
import { supplyMaterial } from '../archive/supply-material.ts'
import { putBackEntryFile, trashEntryFile } from '../archive/trash-files.ts'
import { fillUsualLists } from '../archive/usual-lists.ts'
import { matterHistory } from '../weekly/matter-history.ts'
import type { Kit } from './kit.ts'

export function archiveHandlers({
  desk,
  db,
  today,
  change,
  done,
}: Kit): Pick<Handlers, keyof typeof archive_methods> {
  return {
    'archive.list': (filter) => listArchive(db(), filter),
    'archive.get': async ({ id }) => {
      const entry = await getArchiveEntry(db(), id)
      const history = await matterHistory(db(), today(), entry.matter_id)
      return { entry, details: await entryDetails(db(), id), history }
    },
    'archive.add': (input) => archiveWithFiles(desk, input),
    'archive.addFiles': (input) => done(bringEntryFiles(desk, input)),
    'archive.trashFile': (input) => done(change('archive.trashFile', (c) => trashEntryFile(c, input))),
    'archive.putBackFile': ({ id }) => done(change('archive.putBackFile', (c) => putBackEntryFile(c, id))),
    'archive.correct': (input) =>
      done(
        change('archive.correct', async (c) => correctEntry(c, await getArchiveEntry(c.db, input.id), input)),
      ),
    'archive.supply': (input) => done(change('archive.supply', (c) => supplyMaterial(c, input))),

    'archive.lists': () => archiveLists(db()),
    'archive.fillLists': () => change('archive.fillLists', (c) => fillUsualLists(c)),
    'archive.saveOrgan': (input) => done(change('archive.saveOrgan', (c) => saveOrgan(c, input))),
    'archive.removeOrgan': ({ id }) => done(change('archive.removeOrgan', (c) => removeOrgan(c, id))),
    'archive.saveClass': (input) => done(change('archive.saveClass', (c) => saveClass(c, input))),
    'archive.removeClass': ({ id }) => done(change('archive.removeClass', (c) => removeClass(c, id))),
    'archive.saveRule': (input) => done(change('archive.saveRule', (c) => saveRule(c, input))),
    'archive.removeRule': ({ id }) => done(change('archive.removeRule', (c) => removeRule(c, id))),
  }
}

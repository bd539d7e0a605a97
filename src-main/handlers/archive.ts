// Who answers the contract's part on the archive.
import type { archive_methods } from '../../src-shared/contract/archive.ts'
import type { Handlers } from '../../src-shared/contract.ts'
import { archiveWithFiles, bringEntryFiles } from '../actions/bring-archive-files.ts'
import { archiveFigures } from '../archive/archive-figures.ts'
import { archiveLists } from '../archive/archive-lists.ts'
import { boxItems, listBoxes, saveBox, unpackBoxes } from '../archive/boxes.ts'
import { correctItem } from '../archive/correct-item.ts'
import { correctEntry } from '../archive/corrections.ts'
import { appraise, dueThings } from '../archive/due-things.ts'
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
import { getItem, removeItems, saveItem } from '../archive/items.ts'
import { giveBack, lend, lendable, listLendings, prolong } from '../archive/lendings.ts'
import { listArchive } from '../archive/list-archive.ts'
import { numberItems } from '../archive/number-items.ts'
import { leaveOut, proposeItems, takeBackIn } from '../archive/propose-items.ts'
import {
  finishShelfCheck,
  listShelfChecks,
  shelfRows,
  startShelfCheck,
  tickRows,
} from '../archive/shelf-checks.ts'
import { supplyMaterial } from '../archive/supply-material.ts'
import { putBackEntryFile, trashEntryFile } from '../archive/trash-files.ts'
import { fillUsualLists } from '../archive/usual-lists.ts'
import { yearSheet } from '../archive/year-sheet.ts'
import { createArchivePrinting } from '../reports/archive-papers.ts'
import { matterHistory } from '../weekly/matter-history.ts'
import type { Kit } from './kit.ts'

export function archiveHandlers({
  desk,
  db,
  today,
  change,
  done,
  reports,
}: Kit): Pick<Handlers, keyof typeof archive_methods> {
  const printing = createArchivePrinting(desk, reports)
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

    'archive.year': ({ year }) => yearSheet(db(), year),
    'archive.proposeItems': (input) => change('archive.proposeItems', (c) => proposeItems(c, input)),
    'archive.leaveOut': (input) => change('archive.leaveOut', (c) => leaveOut(c, input)),
    'archive.takeBackIn': (input) => change('archive.takeBackIn', (c) => takeBackIn(c, input.entry_ids)),
    'archive.saveItem': (input) => change('archive.saveItem', (c) => saveItem(c, input)),
    'archive.removeItems': (input) => change('archive.removeItems', (c) => removeItems(c, input.ids)),
    'archive.number': (input) => change('archive.number', (c) => numberItems(c, input)),
    'archive.correctItem': (input) =>
      done(change('archive.correctItem', async (c) => correctItem(c, await getItem(c.db, input.id), input))),
    'archive.boxes': ({ year }) => listBoxes(db(), year),
    'archive.boxItems': (input) => change('archive.boxItems', (c) => boxItems(c, input)),
    'archive.unpackBoxes': (input) => change('archive.unpackBoxes', (c) => unpackBoxes(c, input)),
    'archive.saveBox': ({ id, draft }) => done(change('archive.saveBox', (c) => saveBox(c, id, draft))),

    'archive.savePdf': (request) => printing.savePdf(request),
    'archive.saveWorkbook': (request) => printing.saveWorkbook(request),
    'archive.toPrint': ({ ticket }) => printing.toPrint(ticket),

    'archive.due': ({ year }) => dueThings(db(), year),
    'archive.appraise': (input) => change('archive.appraise', (c) => appraise(c, input)),
    'archive.lendings': () => listLendings(db(), today()),
    'archive.lendable': (input) => lendable(db(), input.text),
    'archive.lend': (input) => change('archive.lend', (c) => lend(c, input)),
    'archive.giveBack': (input) => done(change('archive.giveBack', (c) => giveBack(c, input))),
    'archive.prolong': (input) => done(change('archive.prolong', (c) => prolong(c, input))),
    'archive.checks': () => listShelfChecks(db()),
    'archive.checkRows': ({ id }) => shelfRows(db(), id),
    'archive.startCheck': (input) => change('archive.startCheck', (c) => startShelfCheck(c, input)),
    'archive.tick': (input) => change('archive.tick', (c) => tickRows(c, input)),
    'archive.finishCheck': ({ id, conclusion }) =>
      done(change('archive.finishCheck', (c) => finishShelfCheck(c, id, conclusion))),
    'archive.figures': () => archiveFigures(db()),

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

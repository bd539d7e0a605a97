// The list: every method of the contract and the function that answers it, part by part.
import type { Handlers } from '../src-shared/contract.ts'
import type { Desk } from './desk.ts'
import { archiveHandlers } from './handlers/archive.ts'
import { closingHandlers } from './handlers/closing.ts'
import { collectionHandlers } from './handlers/collection.ts'
import { dutiesHandlers } from './handlers/duties.ts'
import { filesHandlers } from './handlers/files.ts'
import { createKit } from './handlers/kit.ts'
import { mattersHandlers } from './handlers/matters.ts'
import { officeHandlers } from './handlers/office.ts'
import { postsHandlers } from './handlers/posts.ts'
import { statisticsHandlers } from './handlers/statistics.ts'
import { trackedHandlers } from './handlers/tracked.ts'
import { weeklyHandlers } from './handlers/weekly.ts'
import { workbooksHandlers } from './handlers/workbooks.ts'

export function createHandlers(desk: Desk): Handlers {
  const kit = createKit(desk)
  return {
    ...officeHandlers(kit),
    ...dutiesHandlers(kit),
    ...postsHandlers(kit),
    ...statisticsHandlers(kit),
    ...trackedHandlers(kit),
    ...weeklyHandlers(kit),
    ...mattersHandlers(kit),
    ...closingHandlers(kit),
    ...archiveHandlers(kit),
    ...filesHandlers(kit),
    ...workbooksHandlers(kit),
    ...collectionHandlers(kit),
  }
}

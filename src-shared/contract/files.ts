// The contract's part on files of the book: looked at, opened and saved as copies.
import { z } from 'zod'
import { Id } from '../fields.ts'
import { type Preview, PreviewWish } from '../files.ts'
import { type Done, method } from './method.ts'

const OneFile = z.object({ file_id: Id })

export const files_methods = {
  /** A picture of one page. */
  'files.preview': method('ask', PreviewWish).returns<Preview>(),
  /** A read-only copy in the program that the system opens such files with. */
  'files.open': method('ask', OneFile).returns<Done>(),
  'files.save': method('ask', OneFile).returns<{ saved: boolean }>(),
}
